package org.mingzhang.query.workbench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingzhang.ledger.checkpoint.PackExport;
import org.mingzhang.query.execution.Impact;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.export.GridFormat;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The readable parts of a pack: sheets in both languages that need nothing beside them, and lists as files. */
@Component
class PackSheets {
    /** In the order in which they stand in a pack. */
    static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private static final Grid<Impact.Change> CHANGES = new Grid<>(
            "pack.changes",
            List.of(
                    GridColumn.count("pack.table", Impact.Change::table),
                    GridColumn.text("pack.row", Impact.Change::row),
                    GridColumn.text("pack.column", change -> change.column().replace("/", " · ")),
                    GridColumn.money("pack.before", Impact.Change::before),
                    GridColumn.money("pack.after", Impact.Change::after),
                    GridColumn.money("pack.difference", Impact.Change::difference)));

    private final SpringTemplateEngine templates;
    private final MessageSource messages;

    PackSheets(SpringTemplateEngine templates, MessageSource messages) {
        this.templates = templates;
        this.messages = messages;
    }

    /** A sheet in each language, such as {@code index.zh-CN.html}. */
    void sheet(PackExport.Files into, String path, String template, Map<String, Object> model) throws IOException {
        for (Locale language : LANGUAGES) {
            into.add(path + "." + language.toLanguageTag() + ".html", out -> write(out, template, language, model));
        }
    }

    private void write(OutputStream out, String template, Locale language, Map<String, Object> model)
            throws IOException {
        Context context = new Context(language, model);
        context.setVariable("language", language.toLanguageTag());
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        templates.process(template, context, writer);
        writer.flush();
    }

    void changes(PackExport.Files into, String folder, PackedDocument document, Locale locale) throws IOException {
        if (document.changes().isEmpty()) {
            return;
        }
        for (GridFormat format : GridFormat.values()) {
            into.add(
                    folder + "tables." + format.extension(),
                    out -> CHANGES.file("", document.changes(), format).write(out, key -> said(key, locale)));
        }
    }

    void sample(PackExport.Files into, Sample sample, Locale locale) throws IOException {
        for (GridFormat format : GridFormat.values()) {
            into.add(
                    "sample." + format.extension(),
                    out -> SampleGrid.of(sample)
                            .file("", sample.lines(), format)
                            .write(out, key -> said(key, locale)));
        }
    }

    private String said(String key, Locale locale) {
        return key.isEmpty() ? "" : messages.getMessage(key, null, locale);
    }
}
