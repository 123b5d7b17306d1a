package org.mingzhang.query.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One making of the facts.
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
        return new Generation(number, next, position, fold, askedBy, askedAt, atOnce, worked, leftAt, Optional.empty());
    }

    Generation reached(long next, Duration more) {
        return new Generation(
                number, state, next, fold, askedBy, askedAt, atOnce, worked.plus(more), leftAt, Optional.empty());
    }

    /** It is read from now on. */
    Generation live() {
        return new Generation(
                number,
                GenerationState.LIVE,
                position,
                fold,
                askedBy,
                askedAt,
                atOnce,
                worked,
                Optional.empty(),
                Optional.empty());
    }

    /** It was live up to a position and is kept. */
    Generation left(long at, Instant now) {
        return new Generation(
                number,
                GenerationState.KEPT,
                at,
                fold,
                askedBy,
                askedAt,
                atOnce,
                worked,
                Optional.of(now),
                Optional.empty());
    }

    Generation failed(String why) {
        return new Generation(
                number, state, position, fold, askedBy, askedAt, atOnce, worked, leftAt, Optional.of(why));
    }

    /** Events made into facts in a second of work; 0 when that was not measured, or by a feed in between. */
    public long eventsPerSecond() {
        return worked.toMillis() == 0 || leftAt.isPresent() ? 0 : position * 1_000 / worked.toMillis();
    }

    /** The time until a position is reached at the speed so far; empty when nothing was measured. */
    public Optional<Duration> remaining(long target) {
        long speed = eventsPerSecond();
        return speed == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(Math.max(0, target - position) / speed));
    }
}
