package org.mingzhang.query.performance.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.kernel.policy.ScoringRules;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.TargetValue;
import org.mingzhang.query.performance.pages.PerformanceView.Target;

/** Targets with what their texts say. */
final class ReadTargets {
    private final ScoringRules rules;

    ReadTargets(ScoringRules rules) {
        this.rules = rules;
    }

    /** @param department whether they are of the department as a whole */
    List<Target> of(List<Indicator> indicators, boolean department) {
        List<Integer> weights = rules.weights(
                department, indicators.stream().map(Indicator::level1).toList());
        List<Target> read = new ArrayList<>();
        for (Indicator indicator : indicators) {
            String weight = BigDecimal.valueOf(weights.get(read.size()))
                    .movePointLeft(2)
                    .toPlainString();
            read.add(of(read.size() + 1, indicator, weight));
        }
        return read;
    }

    private static Target of(int row, Indicator indicator, String weight) {
        return switch (TargetValue.parse(indicator.target())) {
            case TargetValue.Quantity value ->
                target(
                        row,
                        indicator,
                        "quantity",
                        value.operator().sign(),
                        value.number().toPlainString(),
                        value.unit(),
                        value.period(),
                        weight);
            case TargetValue.Range value ->
                target(
                        row,
                        indicator,
                        "range",
                        "",
                        value.from().toPlainString() + "–" + value.to().toPlainString(),
                        value.unit(),
                        value.period(),
                        weight);
            case TargetValue.Deadline value ->
                target(row, indicator, "deadline", "≤", value.by().toString(), "", "", weight);
            case TargetValue.Words ignored -> target(row, indicator, "words", "", "", "", "", weight);
        };
    }

    private static Target target(
            int row,
            Indicator indicator,
            String kind,
            String operator,
            String number,
            String unit,
            String period,
            String weight) {
        return new Target(
                row,
                indicator.level1().label(),
                indicator.level2(),
                indicator.name(),
                indicator.target(),
                indicator.note(),
                kind,
                operator,
                number,
                unit,
                period,
                TargetValue.lowerIsBetter(indicator),
                weight);
    }
}
