package org.mingzhang.query.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.Amount;

/** Fills lists of fixed rows that stand side by side, aligned at the top and at the bottom. */
final class PanelFiller {
    private final TableTemplate.Body.Panels body;
    private final Sums sums;
    private final Words words;
    private final Witness witness;

    PanelFiller(TableTemplate.Body.Panels body, Sums sums, Words words, Witness witness) {
        this.body = body;
        this.sums = sums;
        this.words = words;
        this.witness = witness;
    }

    List<Table.Row> fill() {
        List<Strip> strips = body.panels().stream().map(this::strip).toList();
        int top = strips.stream().mapToInt(s -> s.panel.top().size()).max().orElse(0);
        int bottom =
                strips.stream().mapToInt(s -> s.panel.bottom().size()).max().orElse(0);
        List<Table.Row> rows = new ArrayList<>();
        for (int line = 0; line < top; line++) {
            int at = line;
            rows.add(row(
                    strips,
                    panel -> at < panel.top().size() ? Optional.of(panel.top().get(at)) : Optional.empty()));
        }
        for (int line = bottom; line > 0; line--) {
            int fromEnd = line;
            rows.add(row(strips, panel -> {
                int at = panel.bottom().size() - fromEnd;
                return at >= 0 ? Optional.of(panel.bottom().get(at)) : Optional.empty();
            }));
        }
        return rows;
    }

    private Strip strip(TableTemplate.Panel panel) {
        List<Subtotal> parts = sums.counted(panel.side(), panel.where());
        return new Strip(panel, parts, new ColumnSums(panel.columns(), parts, sums.size(panel.side())));
    }

    private Table.Row row(List<Strip> strips, Pick pick) {
        List<Optional<RowSpec.Labelled>> specs =
                strips.stream().map(strip -> pick.from(strip.panel)).toList();
        String key = specs.stream()
                .map(spec -> spec.map(RowSpec.Labelled::key).orElse(""))
                .collect(Collectors.joining("|"));
        Table.RowKind kind = specs.stream()
                .flatMap(Optional::stream)
                .map(RowSpec.Labelled::kind)
                .min(java.util.Comparator.naturalOrder())
                .orElse(Table.RowKind.ITEM);
        List<Table.Cell> cells = new ArrayList<>();
        for (int i = 0; i < strips.size(); i++) {
            Strip strip = strips.get(i);
            cells.addAll(specs.get(i)
                    .map(spec -> cells(strip, spec, key))
                    .orElseGet(() -> blank(strip.panel.columns().size())));
        }
        return new Table.Row(key, kind, cells);
    }

    private List<Table.Cell> cells(Strip strip, RowSpec.Labelled spec, String rowKey) {
        List<Subtotal> parts = Subtotal.matching(strip.parts, spec.where());
        long[] fen = strip.sums.of(parts);
        List<Table.Cell> cells = new ArrayList<>(fen.length);
        for (int i = 0; i < fen.length; i++) {
            ColumnSpec of = strip.panel.columns().get(i);
            cells.add(
                    switch (of.content()) {
                        case ColumnSpec.Content.Sum sum -> money(strip, spec, rowKey, of.key(), sum, fen[i]);
                        case ColumnSpec.Content.Text ignored -> label(spec.label(), rowKey, of.key());
                        case ColumnSpec.Content.IndicatorOf ignored -> Table.Cell.Text.of("");
                    });
        }
        return cells;
    }

    private Table.Cell money(
            Strip strip, RowSpec.Labelled spec, String row, String column, ColumnSpec.Content.Sum sum, long fen) {
        witness.counted(
                row, column, strip.panel.side(), () -> List.of(strip.panel.where(), spec.where(), sum.predicate()));
        return new Table.Cell.Money(new Amount(fen));
    }

    private Table.Cell label(String label, String row, String column) {
        witness.said(row, column, () -> words.origins(label, Map.of()));
        return Table.Cell.Text.of(words.fill(label));
    }

    private static List<Table.Cell> blank(int columns) {
        return Stream.generate(() -> (Table.Cell) Table.Cell.Text.of(""))
                .limit(columns)
                .toList();
    }

    private interface Pick {
        Optional<RowSpec.Labelled> from(TableTemplate.Panel panel);
    }

    private record Strip(TableTemplate.Panel panel, List<Subtotal> parts, ColumnSums sums) {}
}
