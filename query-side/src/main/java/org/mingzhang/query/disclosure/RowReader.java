package org.mingzhang.query.disclosure;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads rows that come from the facts. */
final class RowReader {
    private final FactSide side;
    private final Set<String> columns;

    /**
     * @param columns keys of the columns that hold texts
     */
    RowReader(FactSide side, Set<String> columns) {
        this.side = side;
        this.columns = columns;
    }

    /** Reads a row and those below it; {@code known} are the placeholders of the groups around it. */
    RowSpec row(YamlMap map, Set<String> known) {
        RowSpec row = map.has("each") ? each(map, known) : fixed(map, known);
        map.finish();
        return row;
    }

    private RowSpec fixed(YamlMap map, Set<String> known) {
        boolean departmentOnly = map.has("only")
                && map.choice("only", text -> text.equals("department") ? Optional.of(true) : Optional.empty());
        return new RowSpec.Fixed(
                kind(map),
                Placeholders.text(map, "key", known),
                texts(map, known),
                PredicateReader.where(map, side),
                departmentOnly);
    }

    private RowSpec each(YamlMap map, Set<String> around) {
        List<Dimension> by = map.texts("each").stream()
                .map(name -> PredicateReader.dimension(map, "each", name, side))
                .toList();
        Set<String> known = new HashSet<>(around);
        by.forEach(dimension -> known.addAll(dimension.placeholders()));
        return new RowSpec.Each(
                by,
                map.choice("order", RowOrder::ofKey),
                kind(map),
                Placeholders.text(map, "key", known),
                texts(map, known),
                PredicateReader.where(map, side),
                map.maps("below").stream().map(below -> row(below, known)).toList());
    }

    private Map<String, String> texts(YamlMap map, Set<String> known) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (map.has("texts")) {
            YamlMap given = map.map("texts");
            given.pairs().keySet().forEach(column -> {
                if (!columns.contains(column)) {
                    throw given.problem(column, "there is no column of texts " + column);
                }
                texts.put(column, Placeholders.text(given, column, known));
            });
        }
        return texts;
    }

    static Table.RowKind kind(YamlMap map) {
        return !map.has("kind")
                ? Table.RowKind.ITEM
                : map.choice("kind", text -> switch (text) {
                    case "total" -> Optional.of(Table.RowKind.TOTAL);
                    case "subtotal" -> Optional.of(Table.RowKind.SUBTOTAL);
                    case "item" -> Optional.of(Table.RowKind.ITEM);
                    case "head" -> Optional.of(Table.RowKind.HEAD);
                    default -> Optional.empty();
                });
    }
}
