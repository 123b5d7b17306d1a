package org.mingzhang.command.intake;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.Decision;

/** The commands that a workbook amounts to, each with the row that has to answer for it. */
final class Steps {
    private final List<BudgetCommand> commands = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    void add(Row row, BudgetCommand command) {
        commands.add(command);
        rows.add(row);
    }

    List<BudgetCommand> commands() {
        return commands;
    }

    void note(Decision.Objection objection) {
        rows.get(objection.command()).note(objection);
    }
}
