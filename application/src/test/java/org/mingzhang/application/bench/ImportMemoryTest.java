package org.mingzhang.application.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ImportMemoryTest {
    @Test
    void twenty_thousand_lines_are_imported_by_the_whole_application_in_512_megabytes()
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportInLittleMemory.class.getName(),
                        "20000")
                .inheritIO()
                .start();

        assertThat(process.waitFor()).isZero();
    }
}
