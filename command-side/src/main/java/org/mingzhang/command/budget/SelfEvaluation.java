package org.mingzhang.command.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.event.PerformanceEvent;
import org.mingzhang.kernel.policy.Scoring;
import org.mingzhang.kernel.policy.ScoringRules;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorResult;
import org.mingzhang.kernel.value.QualityLevel;
import org.mingzhang.kernel.value.ScoredIndicator;
import org.mingzhang.kernel.value.TargetValue;

/** A self-evaluation (绩效自评), scored by the rules of the day (performance.md §3). */
final class SelfEvaluation {
    private final PerformanceCommand.SelfEvaluate command;
    private final ScoringRules rules;
    private final Scoring scoring;
    private final Findings findings;
    private final PerformanceDecisions.Named named;
    private final ProjectMoney money;
    private final List<ScoredIndicator> scores = new ArrayList<>();

    private SelfEvaluation(
            PerformanceCommand.SelfEvaluate command, Situation now, Findings findings, List<Indicator> targets) {
        this.command = command;
        this.rules = ScoringRules.inForceOn(now.today());
        this.scoring = new Scoring(rules);
        this.findings = findings;
        this.named = new PerformanceDecisions.Named(findings, "results", targets);
        this.money = ProjectMoney.of(now.budget(), command.project());
    }

    static Decision decide(Situation now, PerformanceCommand.SelfEvaluate command) {
        Findings findings = now.gate(Roles.DRAFTING, Phase.AFTER_APPROVAL);
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        over(findings, now);
        List<Indicator> targets = PerformanceDecisions.targets(findings, now, command.project());
        TextRules.optional(findings, "words", command.words());
        TextRules.optional(findings, "executionReason", command.executionReason());
        return findings.isEmpty() ? new SelfEvaluation(command, now, findings, targets).decision() : findings.refused();
    }

    /** Before the year is over nobody knows what became of it. */
    private static void over(Findings findings, Situation now) {
        int year = now.budget().opening().orElseThrow().id().year().value();
        LocalDate last = LocalDate.of(year, 12, 31);
        findings.require(
                now.today().isAfter(last) || now.budget().execution().closedOn().isPresent(),
                "",
                () -> new Refusal.EvaluationEarly(now.today(), last));
    }

    private Decision decision() {
        List<Integer> weights = weights();
        for (int at = 0; at < command.results().size(); at++) {
            IndicatorResult result = command.results().get(at);
            int weight = weights.get(at);
            named.find(at, result.level1(), result.name()).ifPresent(target -> score(target, result, weight));
        }
        named.nothingLeftOut();
        Optional<BigDecimal> executed = scoring.executed(money.executed(), money.budgeted());
        executed.ifPresent(this::explained);
        return findings.accept(() -> event(executed));
    }

    /** All or none are given, and they add up to what the execution of the budget leaves. */
    private List<Integer> weights() {
        List<IndicatorResult> results = command.results();
        List<Integer> given =
                results.stream().flatMap(result -> result.weight().stream()).toList();
        if (given.isEmpty()) {
            return rules.weights(
                    command.project().isEmpty(),
                    results.stream().map(IndicatorResult::level1).toList());
        }
        int left = ScoringRules.ALL_POINTS - rules.executionWeight();
        long sum = given.stream().mapToLong(Integer::longValue).sum();
        findings.require(
                        given.size() == results.size(),
                        "results",
                        () -> new Refusal.WeightsPartly(given.size(), results.size()))
                .require(
                        sum == left && given.stream().allMatch(weight -> weight >= 0),
                        "results",
                        () -> new Refusal.WeightsNotWhole(points(sum), points(left)));
        return results.stream().map(result -> result.weight().orElse(0)).toList();
    }

    private void score(Indicator target, IndicatorResult result, int weight) {
        Optional<Scoring.Scored> scored = TargetValue.parse(target.target()) instanceof TargetValue.Words
                ? inWords(target, result)
                : counted(target, result);
        scored.ifPresent(found -> {
            named.require(
                    found.isPlain() || !result.reason().isBlank(),
                    "reason",
                    new Refusal.DeviationUnexplained(result.name(), target.target(), result.actual()));
            scores.add(new ScoredIndicator(
                    target.level1(),
                    target.name(),
                    target.target(),
                    result.actual(),
                    weight,
                    found.of(weight),
                    result.reason(),
                    result.improvement()));
        });
    }

    private Optional<Scoring.Scored> counted(Indicator target, IndicatorResult result) {
        Optional<Scoring.Scored> scored = scoring.score(target, result.actual());
        named.require(
                scored.isPresent(),
                "actual",
                new Refusal.ActualIncomparable(result.name(), target.target(), result.actual()));
        return scored;
    }

    /** A person says how far it was reached, within what the level allows. */
    private Optional<Scoring.Scored> inWords(Indicator target, IndicatorResult result) {
        if (result.quality().isEmpty() || result.share().isEmpty()) {
            named.require(false, "quality", new Refusal.QualityMissing(result.name(), target.target()));
            return Optional.empty();
        }
        QualityLevel level = result.quality().get();
        int share = result.share().get();
        int[] allowed = rules.share(level);
        named.require(
                allowed[0] <= share && share <= allowed[1],
                "share",
                new Refusal.ShareOutside(result.name(), share, allowed[0], allowed[1]));
        return Optional.of(Scoring.Scored.said(BigDecimal.valueOf(share).movePointLeft(2)));
    }

    /** Compared exactly; what is short of it by less than is printed is not printed as if it were not. */
    private void explained(BigDecimal executed) {
        BigDecimal percent = executed.movePointRight(2);
        findings.require(
                percent.compareTo(rules.executionNeedsNoReason()) >= 0
                        || !command.executionReason().isBlank(),
                "executionReason",
                () -> new Refusal.ExecutionUnexplained(
                        percent.setScale(2, RoundingMode.DOWN).toPlainString(),
                        rules.executionNeedsNoReason().toPlainString()));
    }

    /** Where there was nothing to execute, the others count for all (performance.md §3). */
    private PerformanceEvent event(Optional<BigDecimal> executed) {
        int weight = executed.isPresent() ? rules.executionWeight() : 0;
        int executionScore =
                executed.map(part -> Scoring.Scored.said(part).of(weight)).orElse(0);
        int sum = scores.stream().mapToInt(ScoredIndicator::score).sum();
        int total = executed.isPresent() ? executionScore + sum : spread(sum);
        return new PerformanceEvent.PerformanceSelfEvaluated(
                command.budget(),
                command.project(),
                rules.name(),
                money.budgeted(),
                money.executed(),
                weight,
                executionScore,
                command.executionReason(),
                scores,
                total,
                rules.grade(total),
                command.words());
    }

    private int spread(int sum) {
        return BigDecimal.valueOf((long) sum * ScoringRules.ALL_POINTS)
                .divide(
                        BigDecimal.valueOf((long) ScoringRules.ALL_POINTS - rules.executionWeight()),
                        0,
                        RoundingMode.HALF_UP)
                .intValueExact();
    }

    private static String points(long hundredths) {
        return BigDecimal.valueOf(hundredths).movePointLeft(2).toPlainString();
    }
}
