package org.mingzhang.query.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Fills any template from the facts of a budget: pure, one pass over the lines. */
public final class Tabulator {
    private Tabulator() {}

    public static Table fill(TableTemplate template, BudgetFacts facts, Scope scope) {
        return fill(template, facts, scope, Witness.NONE);
    }

    /** All tables of a catalogue in its order. */
    public static List<Table> fillAll(TableCatalogue catalogue, BudgetFacts facts, Scope scope) {
        return catalogue.templates().stream()
                .map(template -> fill(template, facts, scope))
                .toList();
    }

    /** The same with where each cell comes from. */
    public static TracedTable trace(TableTemplate template, BudgetFacts facts, Scope scope) {
        return new TracedTable(template, facts, scope);
    }

    /**
     * The lines behind an amount; they add up to it to the fen.
     *
     * @return in order of entry; empty when there is no such amount or nothing behind it
     */
    public static List<LineFact> explain(
            TableTemplate template, BudgetFacts facts, Scope scope, String rowKey, String columnKey) {
        return trace(template, facts, scope)
                .formula(rowKey, columnKey)
                .map(formula -> facts.lines(formula.revenue() ? FactSide.REVENUE : FactSide.EXPENDITURE).stream()
                        .filter(line -> formula.counts(line.classification()))
                        .toList())
                .orElse(List.of());
    }

    static Table fill(TableTemplate template, BudgetFacts facts, Scope scope, Witness witness) {
        return fill(template, facts, scope, Stated.NOTHING, witness);
    }

    /** @param stated what a form tells beside the facts */
    static Table fill(TableTemplate template, BudgetFacts facts, Scope scope, Stated stated, Witness witness) {
        Sums sums = new Sums(template.body(), facts, scope);
        Words words = new Words(facts, scope);
        List<Table.Row> rows = switch (template.body()) {
            case TableTemplate.Body.Blocks blocks -> new BlockFiller(blocks, facts, sums, scope, words, witness).fill();
            case TableTemplate.Body.Panels panels -> new PanelFiller(panels, sums, words, witness).fill();
            case TableTemplate.Body.Form form ->
                new FormFiller(form, facts, new FormSums(form, sums, stated, scope), stated, scope, words, witness)
                        .fill();
        };
        boolean empty = rows.stream().flatMap(row -> row.cells().stream()).noneMatch(Tabulator::isData);
        return new Table(
                template.number(),
                template.version(),
                template.name(),
                words.fill(template.title()),
                (scope.unit().isPresent() ? "单位名称：" : "部门名称：") + words.fill("{scope.name}"),
                facts.basis(),
                scope,
                measured(template.body()),
                template.unitLine(),
                columns(template.body()),
                rows,
                notes(template, facts, scope, empty).stream().map(words::fill).toList(),
                template.basis(),
                empty);
    }

    /** Why there is no data is said last, where another reason can take its place. */
    private static List<String> notes(TableTemplate template, BudgetFacts facts, Scope scope, boolean empty) {
        List<String> notes = new ArrayList<>(template.notes());
        template.conditional().stream()
                .filter(note -> note.holds(facts, scope))
                .map(TableTemplate.ConditionalNote::note)
                .forEach(notes::add);
        template.unitNote().filter(note -> scope.unit().isPresent()).ifPresent(notes::add);
        if (empty) {
            notes.add(template.emptyNote());
        }
        return notes;
    }

    private static boolean measured(TableTemplate.Body body) {
        return body instanceof TableTemplate.Body.Form form
                && form.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .anyMatch(cell -> cell.content() instanceof TableTemplate.FormContent.Money money
                                && money.at().isPresent());
    }

    private static boolean isData(Table.Cell cell) {
        return cell instanceof Table.Cell.Money money && !money.amount().isZero();
    }

    private static List<Table.Column> columns(TableTemplate.Body body) {
        return switch (body) {
            case TableTemplate.Body.Blocks blocks ->
                blocks.columns().stream().map(Tabulator::column).toList();
            case TableTemplate.Body.Panels panels ->
                panels.panels().stream()
                        .flatMap(panel -> panel.columns().stream())
                        .map(Tabulator::column)
                        .toList();
            case TableTemplate.Body.Form form ->
                Stream.iterate(0, i -> i + 1)
                        .limit(form.columns())
                        .map(i -> new Table.Column(FormFiller.columnKey(i), List.of(), Table.Alignment.TEXT))
                        .toList();
        };
    }

    private static Table.Column column(ColumnSpec spec) {
        Table.Alignment alignment = switch (spec.content()) {
            case ColumnSpec.Content.Text text -> text.centred() ? Table.Alignment.CENTRED : Table.Alignment.TEXT;
            case ColumnSpec.Content.Sum ignored -> Table.Alignment.NUMBER;
            case ColumnSpec.Content.IndicatorOf ignored -> Table.Alignment.TEXT;
        };
        return new Table.Column(spec.key(), spec.path(), alignment);
    }
}
