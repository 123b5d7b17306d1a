package org.mingzhang.query.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.IndicatorLevel;

/** Reads the tree of heads into leaf columns. */
final class ColumnReader {
    private final FactSide side;

    ColumnReader(FactSide side) {
        this.side = side;
    }

    /** The columns of a table or a panel; their keys differ. */
    List<ColumnSpec> read(YamlMap owner) {
        List<ColumnSpec> columns = columns(owner.maps("columns"), List.of());
        Set<String> keys = new HashSet<>();
        for (ColumnSpec column : columns) {
            if (!keys.add(column.key())) {
                throw owner.problem("columns", "two columns have the key " + column.key());
            }
        }
        if (columns.isEmpty() || columns.size() > ColumnSums.MOST) {
            throw owner.problem("columns", "a table has between 1 and " + ColumnSums.MOST + " columns");
        }
        return columns;
    }

    private List<ColumnSpec> columns(List<YamlMap> maps, List<String> above) {
        List<ColumnSpec> columns = new ArrayList<>();
        for (YamlMap map : maps) {
            String head = Placeholders.text(map, "head", List.of());
            List<String> path = Stream.concat(above.stream(), Stream.of(head)).toList();
            if (map.has("columns")) {
                columns.addAll(columns(map.maps("columns"), path));
            } else {
                columns.add(new ColumnSpec(path, content(map)));
            }
            map.finish();
        }
        return columns;
    }

    private ColumnSpec.Content content(YamlMap map) {
        if (map.has("sum")) {
            return new ColumnSpec.Content.Sum(PredicateReader.predicate(map.map("sum"), side));
        }
        if (map.has("indicator")) {
            return indicator(map.map("indicator"));
        }
        return new ColumnSpec.Content.Text(map.choice("text", text -> switch (text) {
            case "left" -> Optional.of(false);
            case "centred" -> Optional.of(true);
            default -> Optional.empty();
        }));
    }

    private static ColumnSpec.Content indicator(YamlMap map) {
        IndicatorLevel level = map.choice("level", ColumnReader::level);
        boolean target = map.choice("show", show -> switch (show) {
            case "name" -> Optional.of(false);
            case "target" -> Optional.of(true);
            default -> Optional.empty();
        });
        map.finish();
        return new ColumnSpec.Content.IndicatorOf(level, target);
    }

    private static Optional<IndicatorLevel> level(String text) {
        return Stream.of(IndicatorLevel.values())
                .filter(level -> level.label().equals(text))
                .findFirst();
    }
}
