package org.mingzhang.query.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mingzhang.kernel.policy.AdjustmentRule;
import org.mingzhang.kernel.policy.Limit;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;

/** The rules of a day as files: who decides, and what warns or stops. */
final class PolicyGrid {
    static final Grid<AdjustmentRule> PATHS = new Grid<>(
            "policy.paths",
            List.of(
                    GridColumn.choice("adjust.kind", rule -> rule.kind()),
                    GridColumn.money("policy.least", AdjustmentRule::least),
                    GridColumn.text(
                            "rules.demands",
                            rule -> rule.permitted() ? names(rule.stations(), AdjustmentStation::label) : ""),
                    GridColumn.words("policy.permitted", rule -> yes(rule.permitted())),
                    GridColumn.words("policy.approval", rule -> yes(rule.approvalDemanded())),
                    GridColumn.text("rules.basis", AdjustmentRule::basis),
                    GridColumn.words("rules.certainty", rule -> certainty(rule.confirmed())),
                    GridColumn.day("rules.from", AdjustmentRule::from),
                    GridColumn.code("policy.until", rule -> day(rule.to())),
                    GridColumn.count("rules.amendment-number", AdjustmentRule::amendment)));

    static final Grid<Limit> LIMITS = new Grid<>(
            "policy.limits",
            List.of(
                    GridColumn.code("rules.rule", Limit::id),
                    GridColumn.words(
                            "policy.measure",
                            limit -> "measure." + limit.measure().name()),
                    GridColumn.code("policy.bound", Limit::bound),
                    GridColumn.words(
                            "policy.effect",
                            limit -> "limit-effect." + limit.effect().name()),
                    GridColumn.text("rules.demands", limit -> names(limit.stations(), AdjustmentStation::label)),
                    GridColumn.text("policy.kinds", limit -> names(limit.kinds(), AdjustmentKind::label)),
                    GridColumn.money("policy.least", Limit::least),
                    GridColumn.text("policy.except", limit -> names(limit.except(), ReasonClass::label)),
                    GridColumn.text("rules.basis", Limit::basis),
                    GridColumn.words("rules.certainty", limit -> certainty(limit.confirmed())),
                    GridColumn.day("rules.from", Limit::from),
                    GridColumn.code("policy.until", limit -> day(limit.to())),
                    GridColumn.count("rules.amendment-number", Limit::amendment)));

    private PolicyGrid() {}

    private static <E> String names(Collection<E> all, Function<E, String> label) {
        return all.stream().map(label).collect(Collectors.joining("、"));
    }

    private static String yes(boolean answer) {
        return answer ? "policy.yes" : "policy.no";
    }

    private static String certainty(boolean confirmed) {
        return confirmed ? "rules.confirmed" : "rules.unconfirmed";
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }
}
