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
            body.rows().forEach(spec -> add(spec, Reached.of(body, all)));
        }
        return rows;
    }

    /**
     * Where the walk down the rows stands.
     *
     * @param conditions that led there
     * @param values of the groups above
     */
    private record Reached(List<Subtotal> parts, List<FactPredicate> conditions, Map<Dimension, String> values) {
        static Reached of(TableTemplate.Body.Blocks body, List<Subtotal> all) {
            return new Reached(all, List.of(body.where()), new EnumMap<>(Dimension.class));
        }

        Reached where(FactPredicate predicate) {
            return new Reached(Subtotal.matching(parts, predicate), with(predicate), values);
        }

        Reached group(List<Dimension> by, List<String> answers, List<Subtotal> of) {
            Map<Dimension, String> more = new EnumMap<>(Dimension.class);
            more.putAll(values);
            for (int i = 0; i < by.size(); i++) {
                more.put(by.get(i), answers.get(i));
            }
            return new Reached(of, conditions, more);
        }

        private List<FactPredicate> with(FactPredicate predicate) {
            List<FactPredicate> more = new ArrayList<>(conditions);
            more.add(predicate);
            return more;
        }

        /** All that an amount of one column has to satisfy. */
        List<FactPredicate> and(FactPredicate column) {
            List<FactPredicate> all = with(column);
            values.forEach((dimension, answer) -> all.add(FactPredicate.is(dimension, answer)));
            return all;
        }
    }

    private void add(RowSpec spec, Reached at) {
        switch (spec) {
            case RowSpec.Fixed fixed -> {
                if (!fixed.departmentOnly() || scope.unit().isEmpty()) {
                    row(fixed.kind(), fixed.key(), fixed.texts(), at.where(fixed.where()));
                }
            }
            case RowSpec.Each each -> groups(each, at.where(each.where()));
        }
    }

    private void groups(RowSpec.Each each, Reached at) {
        Map<List<String>, List<Subtotal>> groups = new LinkedHashMap<>();
        for (Subtotal part : at.parts()) {
            List<String> values = each.by().stream().map(part::value).toList();
            groups.computeIfAbsent(values, v -> new ArrayList<>()).add(part);
        }
        groups.entrySet().stream().sorted(order(each.order())).forEach(group -> {
            Reached below = at.group(each.by(), group.getKey(), group.getValue());
            row(each.kind(), each.key(), each.texts(), below);
            each.below().forEach(spec -> add(spec, below));
        });
    }

    private void row(Table.RowKind kind, String key, Map<String, String> texts, Reached at) {
        Map<String, String> names = words.of(at.values());
        String rowKey = words.fill(key, names);
        List<Indicator> indicators = indicators(at.values());
        List<Table.Cell> cells = new ArrayList<>(body.columns().size());
        long[] fen = sums.of(at.parts());
        for (int i = 0; i < fen.length; i++) {
            ColumnSpec column = body.columns().get(i);
            cells.add(
                    switch (column.content()) {
                        case ColumnSpec.Content.Text ignored ->
                            text(rowKey, column, texts.getOrDefault(column.key(), ""), names);
                        case ColumnSpec.Content.Sum sum -> money(rowKey, column, sum, fen[i], at);
                        case ColumnSpec.Content.IndicatorOf of -> indicator(rowKey, column, of, indicators, 0, at);
                    });
        }
        rows.add(new Table.Row(rowKey, kind, cells));
        continued(rowKey, indicators, at);
    }

    private Table.Cell text(String row, ColumnSpec column, String template, Map<String, String> names) {
        witness.said(row, column.key(), () -> words.origins(template, names));
        return Table.Cell.Text.of(words.fill(template, names));
    }

    private Table.Cell money(String row, ColumnSpec column, ColumnSpec.Content.Sum sum, long fen, Reached at) {
        witness.counted(row, column.key(), body.side(), () -> at.and(sum.predicate()));
        return new Table.Cell.Money(new Amount(fen));
    }

    private List<Indicator> indicators(Map<Dimension, String> values) {
        return Optional.ofNullable(values.get(Dimension.PROJECT))
                .map(code -> facts.projectTargets().getOrDefault(new ProjectCode(code), List.of()))
                .orElse(List.of());
    }

    /** Further lines of a project, as many as its longest column of indicators needs. */
    private void continued(String rowKey, List<Indicator> indicators, Reached above) {
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
            String key = rowKey + "/" + (line + 1);
            List<Table.Cell> cells = body.columns().stream()
                    .map(column -> column.content() instanceof ColumnSpec.Content.IndicatorOf of
                            ? indicator(key, column, of, indicators, at, above)
                            : Table.Cell.Text.of(""))
                    .toList();
            rows.add(new Table.Row(key, Table.RowKind.CONTINUED, cells));
        }
    }

    private Table.Cell indicator(
            String row,
            ColumnSpec column,
            ColumnSpec.Content.IndicatorOf of,
            List<Indicator> indicators,
            int line,
            Reached at) {
        String project = at.values().getOrDefault(Dimension.PROJECT, "");
        if (!project.isEmpty()) {
            witness.said(row, column.key(), () -> List.of(new TextOrigin(TextOrigin.Kind.PROJECT_TARGETS, project)));
        }
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
