package org.mingzhang.query.disclosure;

import java.io.Reader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Reads templates strictly: an unknown key, a missing legal basis or an unknown question names file and line. */
final class TemplateReader {
    private final String file;
    private final YamlMap root;

    private TemplateReader(String file, YamlMap root) {
        this.file = file;
        this.root = root;
    }

    static TableTemplate read(String file, Reader yaml) {
        return new TemplateReader(file, map(file, yaml)).template();
    }

    /** The same with a locality's file laid over the top-level keys. */
    static TableTemplate read(String file, Reader yaml, String overlayFile, Reader overlay) {
        YamlMap over = map(overlayFile, overlay);
        return new TemplateReader(file, map(file, yaml).overlaid(over)).template();
    }

    static YamlMap map(String file, Reader yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(20);
        return YamlMap.of(file, new Yaml(options).compose(yaml));
    }

    private TableTemplate template() {
        List<String> basis = root.texts("basis");
        if (basis.isEmpty()) {
            throw root.problem("the legal basis is missing");
        }
        TableTemplate template = new TableTemplate(
                root.number("number"),
                root.text("version"),
                root.text("name"),
                root.text("title"),
                basis,
                root.flag("unitLine", true),
                root.texts("notes"),
                root.text("emptyNote"),
                body());
        root.finish();
        return template;
    }

    private TableTemplate.Body body() {
        if (root.has("panels")) {
            return new TableTemplate.Body.Panels(
                    root.maps("panels").stream().map(this::panel).toList());
        }
        if (root.has("form")) {
            YamlMap form = root.map("form");
            int columns = form.number("columns");
            List<TableTemplate.FormRow> rows =
                    form.maps("rows").stream().map(row -> formRow(row, columns)).toList();
            form.finish();
            return new TableTemplate.Body.Form(columns, rows);
        }
        List<ColumnSpec> columns = columns(root.maps("columns"), List.of());
        distinct(columns);
        Set<String> keys = new HashSet<>();
        columns.forEach(column -> keys.add(column.key()));
        return new TableTemplate.Body.Blocks(
                side(root),
                where(root),
                columns,
                root.maps("rows").stream().map(row -> row(row, keys)).toList());
    }

    private TableTemplate.Panel panel(YamlMap map) {
        List<ColumnSpec> columns = columns(map.maps("columns"), List.of());
        distinct(columns);
        TableTemplate.Panel panel = new TableTemplate.Panel(
                side(map),
                where(map),
                columns,
                map.maps("top").stream().map(this::labelled).toList(),
                map.maps("bottom").stream().map(this::labelled).toList());
        map.finish();
        return panel;
    }

    private RowSpec.Labelled labelled(YamlMap map) {
        RowSpec.Labelled row = new RowSpec.Labelled(kind(map), map.text("key"), map.text("label"), where(map));
        map.finish();
        return row;
    }

    private RowSpec row(YamlMap map, Set<String> columns) {
        Map<String, String> texts = texts(map, columns);
        RowSpec row;
        if (map.has("each")) {
            List<Dimension> by =
                    map.texts("each").stream().map(d -> dimension(map, d)).toList();
            row = new RowSpec.Each(
                    by,
                    map.choice("order", RowOrder::ofKey),
                    kind(map),
                    map.text("key"),
                    texts,
                    where(map),
                    map.maps("below").stream().map(below -> row(below, columns)).toList());
        } else {
            row = new RowSpec.Fixed(kind(map), map.text("key"), texts, where(map));
        }
        map.finish();
        return row;
    }

    private Map<String, String> texts(YamlMap map, Set<String> columns) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (map.has("texts")) {
            YamlMap given = map.map("texts");
            given.pairs().forEach((column, text) -> {
                if (!columns.contains(column)) {
                    throw given.problem("there is no column " + column);
                }
                texts.put(column, String.join("", text));
            });
        }
        return texts;
    }

    private List<ColumnSpec> columns(List<YamlMap> maps, List<String> above) {
        List<ColumnSpec> columns = new ArrayList<>();
        for (YamlMap map : maps) {
            List<String> path =
                    Stream.concat(above.stream(), Stream.of(map.text("head"))).toList();
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
            return new ColumnSpec.Content.Sum(predicate(map.map("sum")));
        }
        if (map.has("indicator")) {
            YamlMap of = map.map("indicator");
            IndicatorLevel level = of.choice("level", TemplateReader::level);
            boolean target = of.choice("show", show -> switch (show) {
                case "name" -> Optional.of(false);
                case "target" -> Optional.of(true);
                default -> Optional.empty();
            });
            of.finish();
            return new ColumnSpec.Content.IndicatorOf(level, target);
        }
        return new ColumnSpec.Content.Text(map.choice("text", text -> switch (text) {
            case "left" -> Optional.of(false);
            case "centred" -> Optional.of(true);
            default -> Optional.empty();
        }));
    }

    private TableTemplate.FormRow formRow(YamlMap map, int columns) {
        List<TableTemplate.FormCell> cells =
                map.maps("cells").stream().map(this::formCell).toList();
        if (cells.stream().mapToInt(TableTemplate.FormCell::span).sum() != columns) {
            throw map.problem("the cells of this row do not cover " + columns + " columns");
        }
        TableTemplate.FormRow row = new TableTemplate.FormRow(map.text("each", ""), kind(map), map.text("key"), cells);
        map.finish();
        return row;
    }

    private TableTemplate.FormCell formCell(YamlMap map) {
        TableTemplate.FormContent content;
        if (map.has("sum")) {
            content = new TableTemplate.FormContent.Money(side(map), predicate(map.map("sum")));
        } else if (map.has("numbered")) {
            content = new TableTemplate.FormContent.Numbered(map.text("numbered"));
        } else {
            content = new TableTemplate.FormContent.Text(map.text("text"));
        }
        int span = map.has("span") ? map.number("span") : 1;
        TableTemplate.FormCell cell = new TableTemplate.FormCell(content, span, map.flag("merge", false));
        map.finish();
        return cell;
    }

    private FactPredicate where(YamlMap map) {
        return map.has("where") ? predicate(map.map("where")) : FactPredicate.ALL;
    }

    private FactPredicate predicate(YamlMap map) {
        boolean never = map.flag("never", false);
        Map<Dimension, Set<String>> allowed = new EnumMap<>(Dimension.class);
        map.pairs().forEach((key, values) -> {
            if (!key.equals("never")) {
                allowed.put(dimension(map, key), Set.copyOf(values));
            }
        });
        map.finish();
        return new FactPredicate(allowed, never);
    }

    private Dimension dimension(YamlMap map, String key) {
        return Dimension.ofKey(key).orElseThrow(() -> map.problem("facts do not know " + key));
    }

    private static FactSide side(YamlMap map) {
        return !map.has("facts")
                ? FactSide.EXPENDITURE
                : map.choice("facts", text -> switch (text) {
                    case "expenditure" -> Optional.of(FactSide.EXPENDITURE);
                    case "revenue" -> Optional.of(FactSide.REVENUE);
                    default -> Optional.empty();
                });
    }

    private static Table.RowKind kind(YamlMap map) {
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

    private static Optional<IndicatorLevel> level(String text) {
        return Stream.of(IndicatorLevel.values())
                .filter(level -> level.label().equals(text))
                .findFirst();
    }

    private void distinct(List<ColumnSpec> columns) {
        Set<String> keys = new HashSet<>();
        for (ColumnSpec column : columns) {
            if (!keys.add(column.key())) {
                throw new TemplateException(file, 1, "two columns have the key " + column.key());
            }
        }
    }
}
