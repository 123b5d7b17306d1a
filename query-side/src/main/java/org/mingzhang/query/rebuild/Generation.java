package org.mingzhang.query.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One making of a projection.
 *
 * @param position the last event that its rows cover; of the live one, where it stood when it became that
 * @param fold the version of the fold that made it
 * @param askedBy the login of whoever asked for it; empty when a release did
 * @param atOnce whether it goes live as soon as it is compared, equal or not
 * @param worked the time spent on making it
 * @param leftAt when it ceased to be read
 * @param failure why the last piece of work on it failed
 */
public record Generation(
        int number,
        GenerationState state,
        long position,
        int fold,
        String askedBy,
        Instant askedAt,
        boolean atOnce,
        Duration worked,
        Optional<Instant> leftAt,
        Optional<String> failure) {
    /** A new one, of which nothing is made yet. */
    static Generation asked(int number, int fold, String by, Instant now, boolean atOnce) {
        return new Generation(
                number,
                GenerationState.BUILDING,
                0,
                fold,
                by,
                now,
                atOnce,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty());
    }

    Generation in(GenerationState next) {
        return with(next, position, worked, atOnce, leftAt, Optional.empty());
    }

    Generation reached(long next, Duration more) {
        return with(state, next, worked.plus(more), atOnce, leftAt, Optional.empty());
    }

    /** It is read from now on; what was to happen at once has happened. */
    Generation live() {
        return with(GenerationState.LIVE, position, worked, false, Optional.empty(), Optional.empty());
    }

    /** It was live up to a position and is kept. */
    Generation left(long at, Instant now) {
        return with(GenerationState.KEPT, at, worked, false, Optional.of(now), Optional.empty());
    }

    Generation failed(String why) {
        return with(state, position, worked, atOnce, leftAt, Optional.of(why));
    }

    private Generation with(
            GenerationState nextState,
            long nextPosition,
            Duration nextWorked,
            boolean nextAtOnce,
            Optional<Instant> nextLeftAt,
            Optional<String> nextFailure) {
        return new Generation(
                number,
                nextState,
                nextPosition,
                fold,
                askedBy,
                askedAt,
                nextAtOnce,
                nextWorked,
                nextLeftAt,
                nextFailure);
    }

    /** Events made into it in a second of work; 0 when that was not measured, or by a feed in between. */
    public long eventsPerSecond() {
        return worked.toMillis() == 0 || leftAt.isPresent() ? 0 : position * 1_000 / worked.toMillis();
    }

    /** The time until a position is reached at the speed so far; empty when nothing was measured. */
    public Optional<Duration> remaining(long target) {
        long speed = eventsPerSecond();
        return speed == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(Math.max(0, target - position) / speed));
    }
}
