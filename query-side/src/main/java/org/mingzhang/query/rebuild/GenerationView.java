package org.mingzhang.query.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.query.projection.LiveGeneration;

/**
 * A generation as people and programs see it.
 *
 * @param state the lower-case name of a {@link GenerationState}
 * @param position the last event that it covers
 * @param target where the live one is
 * @param secondsLeft absent when nothing is being made or nothing was measured
 * @param askedBy empty when a release asked for it
 */
record GenerationView(
        int generation,
        String state,
        long position,
        long target,
        long eventsPerSecond,
        @Nullable Long secondsLeft,
        String askedBy,
        OffsetDateTime askedAt,
        @Nullable String failure,
        @Nullable ComparisonView comparison) {
    /** Where people read the time. */
    private static final ZoneId PLACE = ZoneId.of("Asia/Shanghai");

    /**
     * A comparison as people and programs see it.
     *
     * @param rows rows compared so far
     * @param rowsInAll rows to compare; 0 where nobody counted
     * @param secondsLeft absent when it is finished or nothing was measured
     * @param first where the two differ first; absent when they do not
     * @param digest over the rows made again
     * @param finishedAt absent while it goes on
     */
    record ComparisonView(
            int generation,
            long position,
            long rows,
            long rowsInAll,
            long rowsPerSecond,
            @Nullable Long secondsLeft,
            long different,
            @Nullable String first,
            String digest,
            boolean equal,
            @Nullable OffsetDateTime finishedAt) {
        static ComparisonView of(Comparison comparison) {
            return new ComparisonView(
                    comparison.generation(),
                    comparison.position(),
                    comparison.rows(),
                    comparison.howFar().inAll(),
                    comparison.howFar().rowsPerSecond(),
                    comparison.finished().isPresent()
                            ? null
                            : comparison
                                    .howFar()
                                    .remaining()
                                    .map(Duration::toSeconds)
                                    .orElse(null),
                    comparison.different(),
                    comparison.first().orElse(null),
                    comparison.digest(),
                    comparison.equal(),
                    comparison.finished().map(GenerationView::local).orElse(null));
        }
    }

    static GenerationView of(RebuildStatus.Known known, LiveGeneration live) {
        Generation generation = known.generation();
        boolean isLive = generation.state() == GenerationState.LIVE;
        boolean folding =
                Set.of(GenerationState.BUILDING, GenerationState.SWITCHING).contains(generation.state());
        Optional<Duration> left = folding ? generation.remaining(live.position()) : Optional.empty();
        return new GenerationView(
                generation.number(),
                generation.state().stored(),
                isLive ? live.position() : generation.position(),
                live.position(),
                generation.eventsPerSecond(),
                left.map(Duration::toSeconds).orElse(null),
                generation.askedBy(),
                local(generation.askedAt()),
                generation.failure().orElse(null),
                known.comparison().map(ComparisonView::of).orElse(null));
    }

    static OffsetDateTime local(Instant instant) {
        return instant.atZone(PLACE).toOffsetDateTime().withNano(0);
    }
}
