package org.mingzhang.query.rebuild;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.query.feed.FeedStop;

/**
 * How a projection stands, as people and programs see it.
 *
 * @param projection {@code facts} or {@code trail}
 * @param position the last event that it covers
 * @param stopped why it does not follow the log; absent while it does
 * @param provedEqual the latest comparison that found no difference; absent when there was none
 * @param different whether a generation that waits for a decision is not equal to the live one
 * @param busy whether something is being made, compared or switched just now
 * @param candidate whether one generation is under way or waits for a decision
 */
record ProjectionView(
        String projection,
        long position,
        @Nullable StopView stopped,
        GenerationView.@Nullable ComparisonView provedEqual,
        boolean different,
        boolean busy,
        boolean candidate,
        List<GenerationView> generations) {
    /** Removed generations that are still told. */
    private static final int REMEMBERED = 5;

    /** A stop of the feed as people and programs see it. */
    record StopView(long position, OffsetDateTime since, String reason) {
        static StopView of(FeedStop stop) {
            return new StopView(stop.position(), GenerationView.local(stop.since()), stop.reason());
        }
    }

    static ProjectionView of(String projection, RebuildStatus status, Optional<FeedStop> stop) {
        long gone =
                status.generations().stream().filter(ProjectionView::removed).count();
        return new ProjectionView(
                projection,
                status.live().position(),
                stop.map(StopView::of).orElse(null),
                status.provedEqual().map(GenerationView.ComparisonView::of).orElse(null),
                status.different().isPresent(),
                status.busy(),
                status.candidate(),
                status.generations().stream()
                        .filter(known -> gone <= REMEMBERED || !removed(known))
                        .map(known -> GenerationView.of(known, status.live()))
                        .toList());
    }

    private static boolean removed(RebuildStatus.Known known) {
        return known.generation().state() == GenerationState.REMOVED;
    }
}
