package org.mingzhang.query.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mingzhang.kernel.policy.IndicatorRule;
import org.mingzhang.kernel.policy.IndicatorRules;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.kernel.value.TargetOperator;
import org.mingzhang.kernel.value.TargetValue;
import org.mingzhang.kernel.value.TargetValue.Quantity;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.performance.LiveIndicator.Origin;
import org.mingzhang.query.performance.LiveIndicator.Part;
import org.mingzhang.query.performance.LiveIndicator.Threshold;
import org.mingzhang.query.performance.LiveIndicator.Verdict;

/** Works out the indicators of a budget from its figures (performance.md §1.1): pure, so that what would be is asked alike. */
public final class LiveIndicators {
    private static final int PRINTED_DIGITS = 2;
    private static final Origin TOTAL_ADJUSTED = new Origin.Cell(3, "total", "合计", TableBasis.ADJUSTED);
    private static final Origin TOTAL_INITIAL = new Origin.Cell(3, "total", "合计", TableBasis.INITIAL);
    private static final Origin TOTAL_EXECUTED = new Origin.Cell(3, "total", "合计", TableBasis.EXECUTED);
    private static final Origin PROJECTS_ADJUSTED = new Origin.Cell(3, "total", "项目支出/小计", TableBasis.ADJUSTED);
    static final String THREE_PUBLICS = "“三公”经费合计";

    private final Figures figures;

    private LiveIndicators(Figures figures) {
        this.figures = figures;
    }

    /** Those of the rules of a day, in their order. */
    public static List<LiveIndicator> of(Figures figures, LocalDate day) {
        LiveIndicators live = new LiveIndicators(figures);
        return IndicatorRules.inForceOn(day).stream().map(live::indicator).toList();
    }

    private LiveIndicator indicator(IndicatorRule rule) {
        return switch (rule.formula()) {
            case BUDGET_EXECUTION ->
                ratio(
                        rule,
                        Part.money("live.executed", figures.executed(), TOTAL_EXECUTED),
                        Part.money("live.budgeted", figures.budgeted(), TOTAL_ADJUSTED));
            case BUDGET_ADJUSTMENT -> adjustment(rule);
            case CARRY_OVER ->
                figures.closed()
                        ? ratio(
                                rule,
                                Part.money("live.left", figures.left(), new Origin.YearEnd()),
                                Part.money("live.budgeted", figures.budgeted(), TOTAL_ADJUSTED))
                        : unknown(rule, "live.unknown.open");
            case THREE_PUBLICS ->
                ratio(
                        rule,
                        Part.money("live.publics-executed", figures.publicsExecuted(), publics(TableBasis.EXECUTED)),
                        Part.money("live.publics-initial", figures.publicsInitial(), publics(TableBasis.INITIAL)));
            case DETAILED ->
                ratio(
                        rule,
                        Part.money("live.detailed", figures.detailed(), new Origin.Projects()),
                        Part.money("live.special", figures.special(), PROJECTS_ADJUSTED));
            case TARGETS_SET -> targetsSet(rule);
            case MONITORED ->
                projects(
                        rule,
                        "live.monitored",
                        project -> figures.watched().monitored().contains(project.code()));
            case SELF_EVALUATED ->
                figures.closed() || !figures.watched().evaluated().isEmpty()
                        ? projects(
                                rule,
                                "live.evaluated",
                                project -> figures.watched().evaluated().contains(project.code()))
                        : unknown(rule, "live.unknown.open");
            case PROCUREMENT, REPORTED -> reported(rule);
        };
    }

    private static Origin publics(TableBasis basis) {
        return new Origin.Cell(8, "total", THREE_PUBLICS, basis);
    }

    private LiveIndicator adjustment(IndicatorRule rule) {
        List<MovedMoney.Document> documents = MovedMoney.of(figures.inEffect(), figures.adjusted(), rule);
        LiveIndicator found = ratio(
                rule,
                Part.money("live.moved", MovedMoney.counted(documents), new Origin.Documents()),
                Part.money("live.initial", figures.initial(), TOTAL_INITIAL));
        return new LiveIndicator(
                rule,
                found.numerator(),
                found.denominator(),
                found.percent(),
                found.unknown(),
                found.threshold(),
                found.verdict(),
                documents);
    }

    private LiveIndicator targetsSet(IndicatorRule rule) {
        return projects(
                rule,
                "live.with-targets",
                project -> TargetLints.hasAllGroups(
                        figures.adjusted().projectTargets().getOrDefault(project.code(), List.of())));
    }

    private LiveIndicator projects(IndicatorRule rule, String words, Predicate<Project> counted) {
        List<Project> all = figures.adjusted().projects();
        return ratio(
                rule,
                Part.things(words, all.stream().filter(counted).count(), new Origin.Projects()),
                Part.things("live.projects", all.size(), new Origin.Projects()));
    }

    /** What only people know: a rate as they stated it, or money by what was planned. */
    private LiveIndicator reported(IndicatorRule rule) {
        Optional<Quantity> stated = figures.watched().reported().entrySet().stream()
                .filter(one -> rule.isNamed(one.getKey()))
                .map(one -> TargetValue.parse(one.getValue()))
                .filter(Quantity.class::isInstance)
                .map(Quantity.class::cast)
                .findFirst();
        if (stated.filter(Quantity::isPercent).isPresent()) {
            return stated(rule, stated.get().number());
        }
        return stated.flatMap(Quantity::money)
                .flatMap(bought -> plan().map(plan -> ratio(
                        rule,
                        Part.money("live.bought", bought, new Origin.Stated()),
                        Part.money("live.plan", plan, new Origin.Nowhere()))))
                .orElseGet(() -> unknown(rule, "live.unknown.unreported"));
    }

    private LiveIndicator stated(IndicatorRule rule, BigDecimal percent) {
        Bound bound = bound(rule);
        boolean met = bound.operator().reached(percent, bound.threshold().bound());
        Part stated = new Part("live.stated", Optional.empty(), 0, new Origin.Stated());
        return new LiveIndicator(
                rule,
                stated,
                Part.money("", Amount.ZERO, new Origin.Nowhere()),
                Optional.of(percent.setScale(PRINTED_DIGITS, RoundingMode.HALF_UP)),
                "",
                bound.threshold(),
                met ? Verdict.MET : fallingShort(bound.operator()),
                List.of());
    }

    private Optional<Amount> plan() {
        return figures.adjusted().statements().values().stream()
                .filter(Statement.ProcurementPlan.class::isInstance)
                .map(Statement.ProcurementPlan.class::cast)
                .map(plan -> plan.goods().plus(plan.works()).plus(plan.services()))
                .findFirst();
    }

    private LiveIndicator ratio(IndicatorRule rule, Part numerator, Part denominator) {
        Bound bound = bound(rule);
        if (denominator.number() == 0) {
            return new LiveIndicator(
                    rule,
                    numerator,
                    denominator,
                    Optional.empty(),
                    "live.unknown.nothing",
                    bound.threshold(),
                    Verdict.UNKNOWN,
                    List.of());
        }
        BigDecimal hundredfold = BigDecimal.valueOf(numerator.number()).movePointRight(2);
        BigDecimal whole = BigDecimal.valueOf(denominator.number());
        boolean met =
                bound.operator().reached(hundredfold, bound.threshold().bound().multiply(whole));
        return new LiveIndicator(
                rule,
                numerator,
                denominator,
                Optional.of(hundredfold.divide(whole, PRINTED_DIGITS, RoundingMode.HALF_UP)),
                "",
                bound.threshold(),
                met ? Verdict.MET : fallingShort(bound.operator()),
                List.of());
    }

    /** What is to grow may still grow while the year is open; what is too much already is too much. */
    private Verdict fallingShort(TargetOperator operator) {
        boolean growing = operator != TargetOperator.AT_MOST && operator != TargetOperator.LESS_THAN;
        return growing && !figures.closed() ? Verdict.UNDERWAY : Verdict.MISSED;
    }

    private LiveIndicator unknown(IndicatorRule rule, String why) {
        Part none = Part.money("", Amount.ZERO, new Origin.Nowhere());
        return new LiveIndicator(
                rule, none, none, Optional.empty(), why, bound(rule).threshold(), Verdict.UNKNOWN, List.of());
    }

    private record Bound(TargetOperator operator, Threshold threshold) {}

    /** What the department set itself in table 11 where it is a part of a hundred, else what the rule says. */
    private Bound bound(IndicatorRule rule) {
        return figures.adjusted().overallTargets().stream()
                .filter(target -> rule.isNamed(target.name()))
                .map(Indicator::target)
                .map(TargetValue::parse)
                .filter(Quantity.class::isInstance)
                .map(Quantity.class::cast)
                .filter(Quantity::isPercent)
                .findFirst()
                .map(own -> new Bound(
                        own.operator() == TargetOperator.UNWRITTEN ? rule.operator() : own.operator(),
                        new Threshold(own.rawText(), own.number(), true)))
                .orElseGet(() -> new Bound(
                        rule.operator(),
                        new Threshold(
                                rule.operator().sign() + rule.bound().toPlainString() + "%", rule.bound(), false)));
    }
}
