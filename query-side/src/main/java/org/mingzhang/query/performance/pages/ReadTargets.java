package org.mingzhang.query.performance.pages;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.TargetValue;
import org.mingzhang.query.performance.pages.PerformanceView.Target;

/** Targets with what their texts say. */
final class ReadTargets {
    private ReadTargets() {}

    static List<Target> of(List<Indicator> indicators) {
        List<Target> read = new ArrayList<>();
        indicators.forEach(indicator -> read.add(of(read.size() + 1, indicator)));
        return read;
    }

    private static Target of(int row, Indicator indicator) {
        return switch (TargetValue.parse(indicator.target())) {
            case TargetValue.Quantity value ->
                target(
                        row,
                        indicator,
                        "quantity",
                        value.operator().sign(),
                        value.number().toPlainString(),
                        value.unit(),
                        value.period());
            case TargetValue.Range value ->
                target(
                        row,
                        indicator,
                        "range",
                        "",
                        value.from().toPlainString() + "–" + value.to().toPlainString(),
                        value.unit(),
                        value.period());
            case TargetValue.Deadline value ->
                target(row, indicator, "deadline", "≤", value.by().toString(), "", "");
            case TargetValue.Words ignored -> target(row, indicator, "words", "", "", "", "");
        };
    }

    private static Target target(
            int row, Indicator indicator, String kind, String operator, String number, String unit, String period) {
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
                TargetValue.lowerIsBetter(indicator));
    }
}
