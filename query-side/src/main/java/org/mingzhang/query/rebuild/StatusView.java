package org.mingzhang.query.rebuild;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.query.feed.FeedStop;

/**
 * How the facts stand, as people and programs see it.
 *
 * @param position the last event that shown figures cover
 * @param head the last event of the log
 * @param stopped why they do not follow the log; absent while they do
 * @param trail how the index of the audit trail stands
 * @param provedEqual the latest comparison that found no difference; absent when there was none
 * @param different whether a generation that waits for a decision is not equal to the live one
 * @param busy whether something is being made, compared or switched just now
 * @param candidate whether one generation is under way or waits for a decision
 */
record StatusView(
        long position,
        long head,
        @Nullable StopView stopped,
        TrailView trail,
        GenerationView.@Nullable ComparisonView provedEqual,
        boolean different,
        boolean busy,
        boolean candidate,
        List<GenerationView> generations) {
    /** @param position the last event that can be found */
    record TrailView(long position, @Nullable StopView stopped) {}

    /** A stop of the feed as people and programs see it. */
    record StopView(long position, OffsetDateTime since, String reason) {
        static StopView of(FeedStop stop) {
            return new StopView(stop.position(), GenerationView.local(stop.since()), stop.reason());
        }
    }
}
