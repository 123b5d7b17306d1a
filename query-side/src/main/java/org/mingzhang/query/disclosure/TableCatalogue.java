package org.mingzhang.query.disclosure;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The set of tables of a disclosure, in order; which files make it up is data too ({@code tables/index.yaml}). */
public final class TableCatalogue {
    private static final String FOLDER = "/tables/";

    private final List<TableTemplate> templates;

    private TableCatalogue(List<TableTemplate> templates) {
        this.templates = List.copyOf(templates);
    }

    /** The set that ships with the product; a template that cannot be read stops here with file and line. */
    public static TableCatalogue shipped() {
        YamlMap index = TemplateReader.map("index.yaml", open("index.yaml"));
        List<String> files = index.texts("tables");
        index.finish();
        return new TableCatalogue(files.stream()
                .map(file -> TemplateReader.read(file, open(file)))
                .toList());
    }

    public List<TableTemplate> templates() {
        return templates;
    }

    public Optional<TableTemplate> template(int number) {
        return templates.stream().filter(t -> t.number() == number).findFirst();
    }

    private static Reader open(String file) {
        try (var in = TableCatalogue.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new TemplateException(file, 1, "the file is missing");
            }
            return new java.io.StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
