package org.mingzhang.query.execution;

import java.util.List;
import java.util.Locale;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.export.GridFile;
import org.mingzhang.query.export.GridFormat;
import org.springframework.context.MessageSource;

/** The story of one project as a file, in the sentences of its page. */
final class StoryGrid {
    private StoryGrid() {}

    private record Sentence(Told told, String text) {}

    private static final Grid<Sentence> GRID = new Grid<>(
            "project.story-file",
            List.of(
                    GridColumn.day("step.date", row -> row.told().day()),
                    GridColumn.code("step.person", row -> row.told().actor()),
                    GridColumn.words(
                            "project.story-role",
                            row -> "role." + row.told().role().name()),
                    GridColumn.text("project.what", Sentence::text),
                    GridColumn.text("basis.number", row -> row.told().document()),
                    GridColumn.code(
                            "adjust.number",
                            row -> row.told().adjustment().map(Object::toString).orElse("")),
                    GridColumn.count("ledger.position", row -> row.told().position())));

    static GridFile<?> file(
            String subject, List<Told> story, MessageSource messages, Locale locale, GridFormat format) {
        List<Sentence> sentences = story.stream()
                .map(told -> new Sentence(
                        told, messages.getMessage(told.words(), told.arguments().toArray(), locale)))
                .toList();
        return GRID.file(subject, sentences, format);
    }
}
