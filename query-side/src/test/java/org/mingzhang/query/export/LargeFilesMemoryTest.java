package org.mingzhang.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.query.audit.LargeDifference;
import org.mingzhang.query.comparison.LargeComparison;
import org.mingzhang.query.controls.LargeFindings;
import org.mingzhang.query.counterfactual.LargeCounterfactual;
import org.mingzhang.query.trail.LargeBundle;

/** However long a file is, writing it holds no more than a piece of it beside what it is written of. */
class LargeFilesMemoryTest {
    /** A copy of the rows alone would be several times as much. */
    private static final double MOST = 6;

    static Stream<Arguments> files() {
        return Stream.of(GridFormat.values())
                .flatMap(format -> Stream.<Arguments>of(
                        Arguments.of("difference", format, grid(LargeDifference.of(150_000, format))),
                        Arguments.of("counterfactual", format, grid(LargeCounterfactual.of(150_000, format))),
                        Arguments.of("comparison", format, grid(LargeComparison.of(30_000, format))),
                        Arguments.of("controls", format, grid(LargeFindings.of(200_000, format)))));
    }

    /** What it is written of is there before; the rows are not. */
    private static Retained.Written grid(Supplier<GridFile<?>> file) {
        return out -> file.get().write(out, UnaryOperator.identity());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("files")
    void a_file_holds_a_piece(String what, GridFormat format, Retained.Written written) throws IOException {
        Retained.Held held = Retained.during(written);
        assertThat(held.looks()).as(what + held).isGreaterThan(0);
        assertThat(held.mebibytes()).as(what + " " + format + held).isLessThan(MOST);
    }

    @ParameterizedTest(name = "bundle of {0} events")
    @ValueSource(ints = 30_000)
    void the_whole_ledger_as_a_bundle_holds_a_piece(int events) throws Exception {
        try (LargeBundle bundle = LargeBundle.of(events)) {
            Retained.Held held = Retained.during(bundle::write);
            assertThat(held.bytes()).as(held.toString()).isGreaterThan(events * 200L);
            assertThat(held.mebibytes()).as(held.toString()).isLessThan(2 * MOST);
        }
    }
}
