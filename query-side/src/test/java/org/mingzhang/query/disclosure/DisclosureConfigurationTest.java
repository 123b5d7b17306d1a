package org.mingzhang.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisclosureConfigurationTest {
    @TempDir
    Path folder;

    @Test
    void an_installation_without_an_overlay_has_the_shipped_tables() throws IOException {
        assertThat(new DisclosureConfiguration()
                        .tableCatalogue("")
                        .template(3)
                        .orElseThrow()
                        .version())
                .isEqualTo("2025.1");
    }

    @Test
    void an_installation_may_lay_its_own_file_over_them() throws IOException {
        Path file = overlay("version: here-1\nbasis: x\ntables:\n  - {number: 3, name: 支出总表}\n");
        TableTemplate three = new DisclosureConfiguration()
                .tableCatalogue(file.toString())
                .template(3)
                .orElseThrow();
        assertThat(three.name()).isEqualTo("支出总表");
        assertThat(three.version()).isEqualTo("2025.1+here-1");
    }

    @Test
    void an_overlay_nobody_can_use_stops_the_start_with_file_and_line() throws IOException {
        Path file = overlay("version: here-1\nbasis: x\ntables:\n  - {number: 13}\n");
        assertThatThrownBy(() -> new DisclosureConfiguration().tableCatalogue(file.toString()))
                .hasMessage(file + ":4: no table 13");
    }

    private Path overlay(String yaml) throws IOException {
        return Files.writeString(folder.resolve("overlay.yaml"), yaml);
    }
}
