package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.MonthFigures;
import org.mingzhang.kernel.value.ProvisionalGround;

/** The money of a year from 1 January to the closing: what may be spent, what is held, what was spent, what is left. */
public sealed interface ExecutionCommand extends BudgetCommand {
    /** Lets money be spent before the approval (预算法 art. 54). */
    record IssueProvisional(BudgetId budget, Basis basis, YearMonth until, List<ProvisionalEntry> entries)
            implements ExecutionCommand {
        public IssueProvisional {
            entries = List.copyOf(entries);
        }
    }

    /**
     * @param amount less than zero takes back what is not used yet
     * @param reference what was spent of it from January to the same month of last year
     */
    record ProvisionalEntry(LineKey line, ProvisionalGround ground, Amount amount, Amount reference) {}

    record FreezeLine(BudgetId budget, LineKey line, Portion portion, String opinion, Optional<Basis> document)
            implements ExecutionCommand {}

    record ThawLine(BudgetId budget, LineKey line, Portion portion, String opinion, Optional<Basis> document)
            implements ExecutionCommand {}

    /** States a month of some lines as the treasury reports it; a figure that was stated before is replaced. */
    record RecordExecution(BudgetId budget, YearMonth month, Basis source, List<RecordedLine> entries)
            implements ExecutionCommand {
        public RecordExecution {
            entries = List.copyOf(entries);
        }
    }

    /** @param reason needed only where another figure was stated before */
    record RecordedLine(LineKey line, MonthFigures figures, String reason) {}

    /** Says of projects' lines how much is needed for the same purpose next year. */
    record StateCarryOver(BudgetId budget, List<CarriedLine> entries) implements ExecutionCommand {
        public StateCarryOver {
            entries = List.copyOf(entries);
        }
    }

    record CarriedLine(LineKey line, Amount carried, String statement) {}

    record CloseYear(BudgetId budget, LocalDate closedOn, Basis basis) implements ExecutionCommand {}
}
