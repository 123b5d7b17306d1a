package org.mingzhang.command.intake;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.command.budget.Execution;
import org.mingzhang.command.budget.ExecutionCommand;
import org.mingzhang.command.fields.ContentFields;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.Parse;
import org.mingzhang.command.fields.Value;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.MonthFigures;

/**
 * The sheet 执行: each row is one line in one month, recognised by both.
 *
 * <p>Its report (来源) stands in the row, or in the sheet 说明 for all of them.
 */
final class ExecutionRows {
    private final BudgetId budget;
    private final Execution execution;
    private final About about;
    private final AmountUnit unit;
    private final Steps steps;
    private final Map<String, Row> seen = new HashMap<>();

    ExecutionRows(BudgetId budget, Execution execution, About about, AmountUnit unit, Steps steps) {
        this.budget = budget;
        this.execution = execution;
        this.about = about;
        this.unit = unit;
        this.steps = steps;
    }

    void of(HeadedSheet sheet) {
        for (Row row : sheet.rows()) {
            String key = row.text("month") + " " + row.text("line");
            row.recognisedBy(key);
            if (leftAlone(row)) {
                row.judged(Verdict.UNCHANGED);
                continue;
            }
            row.read(further(row), this::command).ifPresent(command -> judge(row, command));
        }
    }

    /** A line of the prepared month of which nobody has said anything. */
    private static boolean leftAlone(Row row) {
        return !row.spoiled()
                && row.text("paid").isEmpty()
                && row.text("refunded").isEmpty()
                && row.text("committed").isEmpty();
    }

    private Map<String, String> further(Row row) {
        Map<String, String> further = new LinkedHashMap<>();
        further.put("amountUnit", unit.label());
        About.SOURCE.forEach((item, field) -> {
            if (row.text(field).isEmpty()) {
                further.put(field, about.text(item));
            }
        });
        return further;
    }

    private Value<ExecutionCommand.RecordExecution> command(FieldReader fields) {
        Value<YearMonth> month = fields.value("month", Parse::month);
        Value<Basis> source = ContentFields.basis(fields);
        Value<LineKey> line = fields.value("line", LineKey::new);
        Value<MonthFigures> figures = ContentFields.figures(fields, unit);
        String reason = fields.optionalText("reason");
        return fields.made(() -> new ExecutionCommand.RecordExecution(
                budget,
                month.get(),
                source.get(),
                List.of(new ExecutionCommand.RecordedLine(line.get(), figures.get(), reason))));
    }

    private void judge(Row row, ExecutionCommand.RecordExecution command) {
        ExecutionCommand.RecordedLine entry = command.entries().getFirst();
        Row first = seen.putIfAbsent(command.month() + " " + entry.line(), row);
        if (first != null) {
            row.note("line", "intake.key-twice", entry.line() + " (" + first.number() + ")");
            return;
        }
        Optional<MonthFigures> before = stated(entry.line(), command.month());
        if (before.filter(known -> same(known, entry.figures())).isPresent()) {
            row.judged(Verdict.UNCHANGED);
            return;
        }
        row.judged(before.isPresent() ? Verdict.CHANGED : Verdict.ADDED);
        steps.add(row, command);
    }

    private Optional<MonthFigures> stated(LineKey line, YearMonth month) {
        return execution.course().months().get(line).flatMap(months -> months.at(month));
    }

    /** A row without 在途 leaves what was said of it. */
    private static boolean same(MonthFigures known, MonthFigures said) {
        return known.paid().equals(said.paid())
                && known.refunded().equals(said.refunded())
                && (said.committed().isEmpty() || said.committed().equals(known.committed()));
    }
}
