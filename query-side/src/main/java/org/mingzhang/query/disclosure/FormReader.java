package org.mingzhang.query.disclosure;

import java.util.List;
import java.util.Optional;

/** Reads forms. */
final class FormReader {
    private FormReader() {}

    static TableTemplate.Body read(YamlMap form) {
        int columns = form.number("columns");
        List<TableTemplate.FormRow> rows =
                form.maps("rows").stream().map(row -> row(row, columns)).toList();
        form.finish();
        return new TableTemplate.Body.Form(columns, rows);
    }

    private static TableTemplate.FormRow row(YamlMap map, int columns) {
        FormList each = map.has("each") ? map.choice("each", FormList::ofKey) : FormList.ONCE;
        List<TableTemplate.FormCell> cells =
                map.maps("cells").stream().map(cell -> cell(cell, each)).toList();
        if (cells.stream().mapToInt(TableTemplate.FormCell::span).sum() != columns) {
            throw map.problem("the cells of this row do not cover " + columns + " columns");
        }
        TableTemplate.FormRow row = new TableTemplate.FormRow(each, RowReader.kind(map), map.text("key"), cells);
        map.finish();
        return row;
    }

    private static TableTemplate.FormCell cell(YamlMap map, FormList each) {
        TableTemplate.FormContent content;
        if (map.has("sum")) {
            FactSide side = PredicateReader.side(map);
            content = new TableTemplate.FormContent.Money(
                    side,
                    PredicateReader.predicate(map.map("sum"), side),
                    map.has("at") ? Optional.of(map.choice("at", TableBasis::ofKey)) : Optional.empty(),
                    explained(map, each));
        } else if (map.has("rate")) {
            content = new TableTemplate.FormContent.Rate(
                    PredicateReader.predicate(map.map("rate"), FactSide.EXPENDITURE), explained(map, each));
        } else if (map.has("numbered")) {
            content = new TableTemplate.FormContent.Numbered(map.choice(
                    "numbered", topic -> topic.equals("annual-goals") ? Optional.of(topic) : Optional.empty()));
        } else {
            content = new TableTemplate.FormContent.Text(Placeholders.text(map, "text", each.placeholders()));
        }
        int span = map.has("span") ? map.number("span") : 1;
        TableTemplate.FormCell cell = new TableTemplate.FormCell(content, span, map.flag("merge", false));
        map.finish();
        return cell;
    }

    private static Optional<TableTemplate.Explained> explained(YamlMap map, FormList each) {
        if (!map.has("explained")) {
            return Optional.empty();
        }
        YamlMap cell = map.map("explained");
        TableTemplate.Explained explained = new TableTemplate.Explained(
                cell.number("table"), Placeholders.text(cell, "row", each.placeholders()), cell.text("column"));
        cell.finish();
        return Optional.of(explained);
    }
}
