package org.mingzhang.query.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** However much fits a question, a file of it needs the memory of one piece. */
class TrailFileMemoryTest {
    @Test
    void twenty_thousand_entries_become_files_in_a_heap_that_holds_a_part_of_them()
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx40m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrailFileInLittleMemory.class.getName(),
                        "20000")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("XLSX: 20,000 entries", "CSV: 20,000 entries");
    }
}
