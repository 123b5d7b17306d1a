package org.mingzhang.command.budget;

import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.kernel.policy.AppliedRule;
import org.mingzhang.kernel.policy.LimitEffect;
import org.mingzhang.kernel.policy.ReachedLimit;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;

/**
 * Which way a document goes, and why: what a page shows before it is submitted and what submission then does.
 *
 * @param kind which of the kinds it is, derived from what it moves
 * @param moved how much money changes its place
 * @param permitted whether the rules allow the kind at all
 * @param stations that it has to pass, in their order; one that is not demanded is absent
 * @param because the rules that name this way
 * @param limits every limit that it reaches, also those that only warn
 * @param policy name of exactly the rules that were used
 */
public record AdjustmentPath(
        AdjustmentKind kind,
        Amount moved,
        boolean permitted,
        List<AdjustmentStation> stations,
        boolean approvalDemanded,
        List<AppliedRule> because,
        List<ReachedLimit> limits,
        String policy) {
    public AdjustmentPath {
        stations = List.copyOf(stations);
        because = List.copyOf(because);
        limits = List.copyOf(limits);
    }

    /** The way of a document that moves two budgets: what either of them demands. */
    AdjustmentPath and(AdjustmentPath other) {
        return new AdjustmentPath(
                kind,
                moved,
                permitted && other.permitted,
                Stream.concat(stations.stream(), other.stations.stream())
                        .distinct()
                        .sorted()
                        .toList(),
                approvalDemanded || other.approvalDemanded,
                Stream.concat(because.stream(), other.because.stream())
                        .distinct()
                        .toList(),
                Stream.concat(limits.stream(), other.limits.stream()).distinct().toList(),
                policy);
    }

    /** Those for which it is refused. */
    public List<ReachedLimit> stops() {
        return with(LimitEffect.STOP).toList();
    }

    /** Those that do not stop it. */
    public List<ReachedLimit> warnings() {
        return limits.stream()
                .filter(limit -> limit.effect() != LimitEffect.STOP)
                .toList();
    }

    /** Names of the limits to which the submitter has to say something. */
    public List<String> toAcknowledge() {
        return with(LimitEffect.ACKNOWLEDGE).map(ReachedLimit::rule).distinct().toList();
    }

    private Stream<ReachedLimit> with(LimitEffect effect) {
        return limits.stream().filter(limit -> limit.effect() == effect);
    }
}
