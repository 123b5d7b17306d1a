package org.mingzhang.query.rebuild;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the projections stand, as programs see it: the facts first, without a name of their own as they were the only one
 * once.
 *
 * @param position the last event that shown figures cover
 * @param head the last event of the log
 * @param stopped why they do not follow the log; absent while they do
 * @param trail how the audit trail stands
 * @param provedEqual the latest comparison that found no difference; absent when there was none
 * @param different whether a generation that waits for a decision is not equal to the live one
 * @param busy whether something is being made, compared or switched just now
 * @param candidate whether one generation is under way or waits for a decision
 */
record StatusView(
        long position,
        long head,
        ProjectionView.@Nullable StopView stopped,
        ProjectionView trail,
        GenerationView.@Nullable ComparisonView provedEqual,
        boolean different,
        boolean busy,
        boolean candidate,
        List<GenerationView> generations) {
    static StatusView of(long head, ProjectionView facts, ProjectionView trail) {
        return new StatusView(
                facts.position(),
                head,
                facts.stopped(),
                trail,
                facts.provedEqual(),
                facts.different(),
                facts.busy(),
                facts.candidate(),
                facts.generations());
    }
}
