package org.mingzhang.query.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads templates strictly.
 *
 * <p>An unknown key, a missing legal basis, a question or an answer that facts do not know, or a name that stands for
 * nothing, is an error with file and line: a template that is only half understood would print wrong figures.
 */
final class TemplateReader {
    private final YamlMap root;

    private TemplateReader(YamlMap root) {
        this.root = root;
    }

    static TableTemplate read(Tree.Mapping tree) {
        return new TemplateReader(new YamlMap(tree)).template();
    }

    private TableTemplate template() {
        List<String> basis = root.texts("basis");
        if (basis.isEmpty() || basis.stream().anyMatch(String::isBlank)) {
            throw root.problem("basis", "the legal basis is missing");
        }
        TableTemplate template = new TableTemplate(
                root.number("number"),
                root.text("version"),
                root.text("name"),
                Placeholders.text(root, "title", Set.of()),
                basis,
                root.flag("unitLine", true),
                Placeholders.texts(root, "notes"),
                root.has("notesWhere")
                        ? root.maps("notesWhere").stream()
                                .map(TemplateReader::conditional)
                                .toList()
                        : List.of(),
                Placeholders.text(root, "emptyNote", Set.of()),
                root.has("unitNote") ? Optional.of(Placeholders.text(root, "unitNote", Set.of())) : Optional.empty(),
                body());
        root.finish();
        return template;
    }

    private static TableTemplate.ConditionalNote conditional(YamlMap map) {
        FactSide side = PredicateReader.side(map);
        TableTemplate.ConditionalNote note = new TableTemplate.ConditionalNote(
                side, PredicateReader.where(map, side), Placeholders.text(map, "note", Set.of()));
        map.finish();
        return note;
    }

    private TableTemplate.Body body() {
        if (root.has("panels")) {
            return new TableTemplate.Body.Panels(
                    root.maps("panels").stream().map(this::panel).toList());
        }
        return root.has("form") ? FormReader.read(root.map("form")) : blocks();
    }

    private TableTemplate.Body blocks() {
        FactSide side = PredicateReader.side(root);
        List<ColumnSpec> columns = new ColumnReader(side).read(root);
        Set<String> texts = new HashSet<>();
        columns.stream()
                .filter(column -> column.content() instanceof ColumnSpec.Content.Text)
                .forEach(column -> texts.add(column.key()));
        RowReader rows = new RowReader(side, texts);
        return new TableTemplate.Body.Blocks(
                side,
                PredicateReader.where(root, side),
                columns,
                root.maps("rows").stream().map(row -> rows.row(row, Set.of())).toList());
    }

    private TableTemplate.Panel panel(YamlMap map) {
        FactSide side = PredicateReader.side(map);
        TableTemplate.Panel panel = new TableTemplate.Panel(
                side,
                PredicateReader.where(map, side),
                new ColumnReader(side).read(map),
                labelled(map, "top", side),
                labelled(map, "bottom", side));
        map.finish();
        Set<String> keys = new HashSet<>();
        panel.top().forEach(row -> once(map, row, keys));
        panel.bottom().forEach(row -> once(map, row, keys));
        return panel;
    }

    private static void once(YamlMap map, RowSpec.Labelled row, Set<String> keys) {
        if (!keys.add(row.key())) {
            throw map.problem("two rows have the key " + row.key());
        }
    }

    private static List<RowSpec.Labelled> labelled(YamlMap panel, String key, FactSide side) {
        return panel.maps(key).stream().map(map -> labelled(map, side)).toList();
    }

    private static RowSpec.Labelled labelled(YamlMap map, FactSide side) {
        RowSpec.Labelled row = new RowSpec.Labelled(
                RowReader.kind(map),
                map.text("key"),
                Placeholders.text(map, "label", Set.of()),
                PredicateReader.where(map, side));
        map.finish();
        return row;
    }
}
