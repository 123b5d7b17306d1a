package org.mingzhang.query.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.ProjectCode;

/** Fills rows that come from the facts: totals, groups of any depth, and the indicators of projects beside them. */
final class BlockFiller {
    private final TableTemplate.Body.Blocks body;
    private final BudgetFacts facts;
    private final Words words;
    private final Witness witness;
    private final Scope scope;
    private final List<Subtotal> all;
    private final ColumnSums sums;
    private final List<Table.Row> rows = new ArrayList<>();

    BlockFiller(
            TableTemplate.Body.Blocks body, BudgetFacts facts, Sums sums, Scope scope, Words words, Witness witness) {
        this.body = body;
        this.facts = facts;
        this.words = words;
        this.witness = witness;
        this.scope = scope;
        this.all = sums.counted(body.side(), body.where());
        this.sums = new ColumnSums(body.columns(), all, sums.size(body.side()));
    }

    /** The rows; none at all when no line counts. */
    List<Table.Row> fill() {
        if (!all.isEmpty()) {
            body.rows().forEach(spec -> add(spec, all, new EnumMap<>(Dimension.class)));
        }
        return rows;
    }

    private void add(RowSpec spec, List<Subtotal> parts, Map<Dimension, String> above) {
        switch (spec) {
            case RowSpec.Fixed fixed -> {
                if (!fixed.departmentOnly() || scope.unit().isEmpty()) {
                    row(fixed.kind(), fixed.key(), fixed.texts(), Subtotal.matching(parts, fixed.where()), above);
                }
            }
            case RowSpec.Each each -> groups(each, parts, above);
        }
    }

    private void groups(RowSpec.Each each, List<Subtotal> parts, Map<Dimension, String> above) {
        Map<List<String>, List<Subtotal>> groups = new LinkedHashMap<>();
        for (Subtotal part : Subtotal.matching(parts, each.where())) {
            List<String> values = each.by().stream().map(part::value).toList();
            groups.computeIfAbsent(values, v -> new ArrayList<>()).add(part);
        }
        groups.entrySet().stream().sorted(order(each.order())).forEach(group -> {
            Map<Dimension, String> values = new EnumMap<>(Dimension.class);
            values.putAll(above);
            for (int i = 0; i < each.by().size(); i++) {
                values.put(each.by().get(i), group.getKey().get(i));
            }
            row(each.kind(), each.key(), each.texts(), group.getValue(), values);
            each.below().forEach(spec -> add(spec, group.getValue(), values));
        });
    }

    private void row(
            Table.RowKind kind,
            String key,
            Map<String, String> texts,
            List<Subtotal> parts,
            Map<Dimension, String> values) {
        Map<String, String> names = words.of(values);
        String rowKey = words.fill(key, names);
        List<Indicator> indicators = indicators(values);
        List<Table.Cell> cells = new ArrayList<>(body.columns().size());
        long[] fen = sums.of(parts);
        for (int i = 0; i < fen.length; i++) {
            ColumnSpec column = body.columns().get(i);
            cells.add(
                    switch (column.content()) {
                        case ColumnSpec.Content.Text ignored ->
                            Table.Cell.Text.of(words.fill(texts.getOrDefault(column.key(), ""), names));
                        case ColumnSpec.Content.Sum ignored -> money(rowKey, i, fen[i], parts);
                        case ColumnSpec.Content.IndicatorOf of -> indicator(of, indicators, 0);
                    });
        }
        rows.add(new Table.Row(rowKey, kind, cells));
        continued(rowKey, indicators);
    }

    private Table.Cell money(String row, int column, long fen, List<Subtotal> parts) {
        witness.saw(row, body.columns().get(column).key(), body.side(), () -> sums.countedIn(column, parts));
        return new Table.Cell.Money(new Amount(fen));
    }

    private List<Indicator> indicators(Map<Dimension, String> values) {
        return Optional.ofNullable(values.get(Dimension.PROJECT))
                .map(code -> facts.projectTargets().getOrDefault(new ProjectCode(code), List.of()))
                .orElse(List.of());
    }

    /** Further lines of a project, as many as its longest column of indicators needs. */
    private void continued(String rowKey, List<Indicator> indicators) {
        long lines = body.columns().stream()
                .map(ColumnSpec::content)
                .filter(ColumnSpec.Content.IndicatorOf.class::isInstance)
                .map(ColumnSpec.Content.IndicatorOf.class::cast)
                .mapToLong(of -> indicators.stream()
                        .filter(i -> i.level1() == of.level())
                        .count())
                .max()
                .orElse(0);
        for (int line = 1; line < lines; line++) {
            int at = line;
            List<Table.Cell> cells = body.columns().stream()
                    .map(column -> column.content() instanceof ColumnSpec.Content.IndicatorOf of
                            ? indicator(of, indicators, at)
                            : Table.Cell.Text.of(""))
                    .toList();
            rows.add(new Table.Row(rowKey + "/" + (line + 1), Table.RowKind.CONTINUED, cells));
        }
    }

    private static Table.Cell indicator(ColumnSpec.Content.IndicatorOf of, List<Indicator> indicators, int line) {
        return indicators.stream()
                .filter(i -> i.level1() == of.level())
                .skip(line)
                .findFirst()
                .map(i -> Table.Cell.Text.of(of.target() ? i.target() : i.name()))
                .orElse(Table.Cell.Text.of(""));
    }

    private static Comparator<Map.Entry<List<String>, List<Subtotal>>> order(RowOrder order) {
        return switch (order) {
            case FIRST_OCCURRENCE, ENTRY -> Comparator.comparing(group -> first(group.getValue(), order));
            case CODE -> Comparator.comparing(group -> String.join("\u0000", group.getKey()));
        };
    }

    private static Place first(List<Subtotal> parts, RowOrder order) {
        return parts.stream()
                .map(Subtotal::first)
                .map(place -> order == RowOrder.ENTRY ? place.withoutFunction() : place)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
