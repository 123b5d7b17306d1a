package org.mingzhang.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineRunsTest {
    @Test
    void what_is_wrong_with_a_line_is_said_after_the_lines_before_it() throws IOException {
        try (LineRuns runs = runs("a\n".repeat(1_500) + "b")) {
            assertThat(runs.next()).hasSize(1_000);
            assertThat(runs.next()).hasSize(500);
            assertThatThrownBy(runs::next).isInstanceOf(Broken.class).hasMessageContaining("breaks off in the middle");
        }
    }

    @Test
    void every_line_is_given_once_and_in_its_order() throws IOException {
        try (LineRuns runs = runs("a\n".repeat(1_000) + "b\n")) {
            assertThat(runs.next()).hasSize(1_000).containsOnly("a");
            assertThat(runs.next()).containsExactly("b");
            assertThat(runs.next()).isEmpty();
        }
    }

    private static LineRuns runs(String file) {
        return new LineRuns(
                new Lines(new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)), "events.tsv", 100));
    }
}
