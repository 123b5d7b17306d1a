package org.mingzhang.application.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A filter that selects everything is answered piece by piece, by the whole application. */
class TrailMemoryTest {
    @Test
    void a_hundred_and_fifty_megabytes_of_the_trail_are_taken_as_files_in_a_heap_of_128()
            throws IOException, InterruptedException {
        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrailInLittleMemory.class.getName(),
                        "10000",
                        "15000")
                .inheritIO()
                .start()
                .waitFor();
        assertThat(status).isZero();
    }
}
