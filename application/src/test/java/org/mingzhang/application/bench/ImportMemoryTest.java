package org.mingzhang.application.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What large departments send is taken in a bounded heap, by the whole application. */
class ImportMemoryTest {
    @Test
    void twenty_thousand_lines_are_imported_by_the_whole_application_in_512_megabytes()
            throws IOException, InterruptedException {
        assertThat(in512Megabytes(ImportInLittleMemory.class)).isZero();
    }

    @Test
    void a_month_of_twenty_thousand_rows_is_imported_into_an_approved_budget_in_512_megabytes()
            throws IOException, InterruptedException {
        assertThat(in512Megabytes(ExecutionInLittleMemory.class)).isZero();
    }

    private static int in512Megabytes(Class<?> program) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        "20000")
                .inheritIO()
                .start()
                .waitFor();
    }
}
