package org.mingzhang.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.query.projection.ComparedPart;

/** What the program's log says while facts are made again. */
class RebuildWordsTest {
    private static final Instant NOW = Instant.parse("2025-11-27T00:00:00Z");
    private static final Generation BEGUN = Generation.asked(2, 1, "shenji", NOW, false);

    @Test
    void while_events_are_folded_it_says_how_many_how_fast_and_how_long_it_will_take() {
        assertThat(words(BEGUN.reached(4_000, Duration.ofSeconds(2)), Optional.empty()))
                .isEqualTo("2 is building, position 4000 of 10000, 2000 events/s, 3 s left");
    }

    @Test
    void nothing_is_promised_before_anything_was_measured() {
        assertThat(words(BEGUN, Optional.empty())).isEqualTo("2 is building, position 0 of 10000, 0 events/s, ? left");
    }

    @Test
    void while_rows_are_compared_it_says_how_many_of_how_many_how_fast_and_how_long_it_will_take() {
        Generation comparing = BEGUN.reached(10_000, Duration.ofSeconds(5)).in(GenerationState.COMPARING);
        Comparison underway = Comparison.begun(2, 10_000, 1, new HowFar(0, 2_080, Duration.ZERO))
                .and(new ComparedPart("411200-103-2025", 520, 0, Optional.empty(), BigInteger.ONE, BigInteger.ONE));
        assertThat(words(comparing, Optional.of(underway)))
                .as("nothing is promised before anything was measured")
                .contains("520 of 2080 rows, 0 rows/s, ? left,");
        assertThat(words(comparing, Optional.of(underway.worked(Duration.ofSeconds(2)))))
                .isEqualTo("2 is comparing as of position 10000, 520 of 2080 rows, 260 rows/s, 6 s left,"
                        + " up to 411200-103-2025");
        assertThat(words(comparing, Optional.of(underway.finished(NOW)))).isEqualTo("2 is comparing");
    }

    private static String words(Generation generation, Optional<Comparison> comparison) {
        return RebuildWorker.words(new RebuildStatus.Known(generation, comparison), 10_000);
    }
}
