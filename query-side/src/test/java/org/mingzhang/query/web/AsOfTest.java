package org.mingzhang.query.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an instant is written in a link. */
class AsOfTest {
    @Test
    void a_number_is_a_position_a_day_its_end_and_a_time_one_of_shanghai_unless_it_says_otherwise() {
        assertThat(read("742").position()).contains(742L);
        assertThat(read("2025-06-30").day()).contains(LocalDate.of(2025, 6, 30));
        assertThat(read("2025-06-30").instant()).contains(Instant.parse("2025-06-30T15:59:59.999999999Z"));
        assertThat(read("2025-06-30T12:00").instant()).contains(Instant.parse("2025-06-30T04:00:00Z"));
        assertThat(read("2025-06-30T12:00:00Z").instant()).contains(Instant.parse("2025-06-30T12:00:00Z"));
        assertThat(read("2025-06-30T12:00:00+02:00").instant()).contains(Instant.parse("2025-06-30T10:00:00Z"));
        assertThat(AsOf.read(Map.of()).now()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "now",
                "-1",
                "1e3",
                "2025-13-01",
                "2025-02-30",
                "2025-06-30T",
                "2025-06-30T25:00",
                "9999999999999999999"
            })
    void what_is_no_instant_is_refused(String word) {
        assertThatThrownBy(() -> read(word)).isInstanceOf(AskedAmiss.class);
    }

    @Test
    void the_effective_clock_tells_days_only() {
        assertThat(AsOf.read(Map.of("asOf", "2025-06-30", "clock", "effective")).effective())
                .isTrue();
        assertThatThrownBy(() -> AsOf.read(Map.of("asOf", "742", "clock", "effective")))
                .isInstanceOf(AskedAmiss.class);
        assertThatThrownBy(() -> AsOf.read(Map.of("asOf", "2025-06-30", "clock", "sand")))
                .isInstanceOf(AskedAmiss.class);
        assertThat(AsOf.read(Map.of("clock", "effective"))).isEqualTo(AsOf.NOW);
    }

    @Test
    void a_link_says_the_same_again() {
        assertThat(AsOf.NOW.parameters()).isEmpty();
        assertThat(read("2025-06-30T12:00:00+02:00").parameters()).isEqualTo("asOf=2025-06-30T12%3A00%3A00%2B02%3A00");
        assertThat(new AsOf("2025-06-30", true).parameters()).isEqualTo("asOf=2025-06-30&clock=effective");
    }

    private static AsOf read(String word) {
        return AsOf.read(Map.of("asOf", word));
    }
}
