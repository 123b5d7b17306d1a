package org.mingzhang.command.budget;

import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.MonthFigures;

/**
 * What is paid of a line by the end of a month is never less than nothing, or it came back before it was paid. Several months
 * that are stated at once are judged together, in whatever order they stand; what was so before is not their fault.
 */
final class RefundsInTime {
    private RefundsInTime() {}

    /** Of lines as they are after everything that was stated with them. */
    static Findings check(ExecutionCommand.RecordExecution recorded, Execution before, Execution after) {
        Findings findings = new Findings();
        for (int at = 0; at < recorded.entries().size(); at++) {
            LineKey line = recorded.entries().get(at).line();
            Findings row = new Findings();
            check(row, line, before.course().months(line), after.course().months(line));
            String entry = "entries[" + at + "].";
            findings.addAll(row, field -> entry + field);
        }
        return findings;
    }

    static void check(Findings row, LineKey line, LineMonths before, LineMonths after) {
        Map<YearMonth, MonthFigures> old = before.stated();
        Map<YearMonth, MonthFigures> now = after.stated();
        Set<YearMonth> months = new TreeSet<>(old.keySet());
        months.addAll(now.keySet());
        Amount was = Amount.ZERO;
        Amount through = Amount.ZERO;
        for (YearMonth month : months) {
            was = was.plus(net(old, month));
            through = through.plus(net(now, month));
            if (through.isNegative() && was.exceeds(through)) {
                row.object("paid", new Refusal.RefundBeforePaid(line, month, through));
                return;
            }
        }
    }

    private static Amount net(Map<YearMonth, MonthFigures> stated, YearMonth month) {
        MonthFigures figures = stated.get(month);
        return figures == null ? Amount.ZERO : figures.net();
    }
}
