package org.mingzhang.query.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.Statement;

/** Fills a form: texts, statements, amounts, and lists with vertically merged cells. */
final class FormFiller {
    private final TableTemplate.Body.Form body;
    private static final String UNRELEASED = "未公开";

    private final BudgetFacts facts;
    private final FormSums sums;
    private final Stated stated;
    private final Scope scope;
    private final Words words;
    private final Witness witness;

    FormFiller(
            TableTemplate.Body.Form body,
            BudgetFacts facts,
            FormSums sums,
            Stated stated,
            Scope scope,
            Words words,
            Witness witness) {
        this.body = body;
        this.sums = sums;
        this.stated = stated;
        this.facts = facts;
        this.scope = scope;
        this.words = words;
        this.witness = witness;
    }

    List<Table.Row> fill() {
        List<Table.Row> rows = new ArrayList<>();
        List<List<Boolean>> merges = new ArrayList<>();
        for (TableTemplate.FormRow spec : body.rows()) {
            List<Map<String, String>> items = items(spec.each());
            for (int i = 0; i < items.size(); i++) {
                boolean once = spec.each() == FormList.ONCE || spec.each() == FormList.STATEMENT;
                String key = once ? spec.key() : spec.key() + "/" + (i + 1);
                rows.add(new Table.Row(key, spec.kind(), cells(spec, key, items.get(i))));
                merges.add(merged(spec));
            }
        }
        return merge(rows, merges);
    }

    /** Goals, tasks and targets are the department's: a unit alone has none here. */
    private List<Map<String, String>> items(FormList each) {
        return switch (each) {
            case ONCE -> List.of(Map.of());
            case ANNUAL_TASKS -> ofDepartment() ? tasks() : List.of();
            case OVERALL_TARGETS ->
                ofDepartment()
                        ? facts.overallTargets().stream()
                                .map(FormFiller::indicator)
                                .toList()
                        : List.of();
            case STATEMENT -> List.of(stated.words());
            case STATED_INDICATORS -> stated.indicators();
        };
    }

    private boolean ofDepartment() {
        return scope.unit().isEmpty();
    }

    private List<Map<String, String>> tasks() {
        return facts.statements().get("annual-tasks") instanceof Statement.AnnualTasks stated
                ? stated.tasks().stream()
                        .map(task -> Map.of("task.name", task.name(), "task.content", task.content()))
                        .toList()
                : List.of();
    }

    private static Map<String, String> indicator(Indicator i) {
        return Map.of(
                "level1", i.level1().label(),
                "level2", i.level2(),
                "indicator", i.name(),
                "target", i.target(),
                "note", i.note());
    }

    private List<Table.Cell> cells(TableTemplate.FormRow spec, String rowKey, Map<String, String> item) {
        List<Table.Cell> cells = new ArrayList<>(body.columns());
        for (TableTemplate.FormCell cell : spec.cells()) {
            String column = columnKey(cells.size());
            cells.add(
                    switch (cell.content()) {
                        case TableTemplate.FormContent.Text text -> {
                            witness.said(rowKey, column, () -> origins(spec.each(), text.text(), item));
                            yield new Table.Cell.Text(words.fill(text.text(), item), cell.span(), 1);
                        }
                        case TableTemplate.FormContent.Numbered list -> {
                            witness.said(
                                    rowKey,
                                    column,
                                    () -> List.of(new TextOrigin(TextOrigin.Kind.STATEMENT, list.topic())));
                            yield new Table.Cell.Text(ofDepartment() ? numbered(list.topic()) : "", cell.span(), 1);
                        }
                        case TableTemplate.FormContent.Money money -> {
                            explained(
                                    money.explained(),
                                    rowKey,
                                    column,
                                    item,
                                    money.at().orElse(facts.basis()));
                            yield money(money, cell.span(), rowKey, column);
                        }
                        case TableTemplate.FormContent.Rate rate -> {
                            explained(rate.explained(), rowKey, column, item, TableBasis.EXECUTED);
                            yield new Table.Cell.Text(sums.of(rate).orElse(UNRELEASED), cell.span(), 1);
                        }
                    });
            for (int i = 1; i < cell.span(); i++) {
                cells.add(new Table.Cell.Covered());
            }
        }
        return cells;
    }

    private List<TextOrigin> origins(FormList each, String text, Map<String, String> item) {
        boolean ofItem = each.placeholders().stream().anyMatch(name -> text.contains("{" + name + "}"));
        return switch (each) {
            case ONCE -> words.origins(text, item);
            case ANNUAL_TASKS ->
                ofItem ? List.of(new TextOrigin(TextOrigin.Kind.STATEMENT, "annual-tasks")) : words.origins(text, item);
            case OVERALL_TARGETS ->
                ofItem ? List.of(TextOrigin.of(TextOrigin.Kind.OVERALL_TARGETS)) : words.origins(text, item);
            case STATEMENT, STATED_INDICATORS -> words.origins(text, item);
        };
    }

    private void explained(
            Optional<TableTemplate.Explained> cell,
            String row,
            String column,
            Map<String, String> item,
            TableBasis basis) {
        cell.ifPresent(there -> witness.elsewhere(
                row,
                column,
                new TableTemplate.Explained(there.table(), words.fill(there.row(), item), there.column()),
                basis));
    }

    static String columnKey(int index) {
        return "c" + (index + 1);
    }

    private Table.Cell money(TableTemplate.FormContent.Money money, int span, String row, String column) {
        if (money.explained().isEmpty()) {
            witness.counted(row, column, money.side(), () -> List.of(money.where()));
        }
        return sums.of(money)
                .<Table.Cell>map(Table.Cell.Money::new)
                .orElseGet(() -> new Table.Cell.Text(UNRELEASED, span, 1));
    }

    private String numbered(String topic) {
        Statement statement = facts.statements().get(topic);
        List<String> items = statement instanceof Statement.AnnualGoals goals ? goals.items() : List.of();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            text.append(i == 0 ? "" : " ").append(i + 1).append('.').append(items.get(i));
        }
        return text.toString();
    }

    private List<Boolean> merged(TableTemplate.FormRow spec) {
        List<Boolean> merged = new ArrayList<>(body.columns());
        for (TableTemplate.FormCell cell : spec.cells()) {
            merged.add(cell.merge());
            for (int i = 1; i < cell.span(); i++) {
                merged.add(false);
            }
        }
        return merged;
    }

    /** Joins equal neighbours below each other, left to right, never across a boundary of the column before. */
    private List<Table.Row> merge(List<Table.Row> rows, List<List<Boolean>> merges) {
        List<List<Table.Cell>> grid = new ArrayList<>();
        rows.forEach(row -> grid.add(new ArrayList<>(row.cells())));
        for (int column = 0; column < body.columns(); column++) {
            int at = 0;
            while (at < rows.size()) {
                int end = at + 1;
                while (end < rows.size() && joins(rows, merges, at, end, column)) {
                    end++;
                }
                join(grid, at, end, column);
                at = end;
            }
        }
        List<Table.Row> merged = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            merged.add(new Table.Row(rows.get(i).key(), rows.get(i).kind(), List.copyOf(grid.get(i))));
        }
        return merged;
    }

    private static boolean joins(List<Table.Row> rows, List<List<Boolean>> merges, int first, int other, int column) {
        if (!merges.get(first).get(column) || !merges.get(other).get(column)) {
            return false;
        }
        List<Table.Cell> a = rows.get(first).cells();
        List<Table.Cell> b = rows.get(other).cells();
        return a.get(column).equals(b.get(column)) && (column == 0 || a.get(0).equals(b.get(0)));
    }

    private static void join(List<List<Table.Cell>> grid, int from, int to, int column) {
        if (to - from < 2 || !(grid.get(from).get(column) instanceof Table.Cell.Text text)) {
            return;
        }
        grid.get(from).set(column, new Table.Cell.Text(text.text(), text.colspan(), to - from));
        for (int i = from + 1; i < to; i++) {
            grid.get(i).set(column, new Table.Cell.Covered());
        }
    }
}
