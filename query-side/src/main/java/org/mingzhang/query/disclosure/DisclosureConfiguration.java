package org.mingzhang.query.disclosure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the templates once, at start, so that a template nobody can use stops the start. */
@Configuration(proxyBeanMethods = false)
public class DisclosureConfiguration {
    /**
     * The tables of this installation.
     *
     * @param overlay path of a YAML file with the locality's changes ({@code mingzhang.tables.overlay}); blank for none
     */
    @Bean
    TableCatalogue tableCatalogue(@Value("${mingzhang.tables.overlay:}") String overlay) throws IOException {
        TableCatalogue shipped = TableCatalogue.shipped();
        return overlay.isBlank()
                ? shipped
                : shipped.overlaid(overlay, Files.readString(Path.of(overlay), StandardCharsets.UTF_8));
    }
}
