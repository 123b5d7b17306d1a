package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.MonthFigures;
import org.mingzhang.kernel.value.ProvisionalGround;

/**
 * What execution has to remember beside the balances of lines.
 *
 * @param withheld what the finance bureau holds of each line; documents on their way hold more
 * @param months what the treasury's reports state
 * @param referred what was issued before the approval by reference to last year
 * @param carryOvers what the department says is needed next year
 * @param closedOn empty while the year is open
 */
public record YearCourse(
        Entries<LineKey, Amount> withheld,
        Entries<LineKey, LineMonths> months,
        Entries<LineKey, Amount> referred,
        Entries<LineKey, CarryOver> carryOvers,
        Optional<LocalDate> closedOn) {
    static final YearCourse NONE =
            new YearCourse(Entries.none(), Entries.none(), Entries.none(), Entries.none(), Optional.empty());

    /** What was said of a line, and by whom, who may then not close on it. */
    public record CarryOver(Amount carried, String statement, Actor maker) {}

    YearCourse after(Envelope<? extends ExecutionEvent> envelope) {
        return switch (envelope.message()) {
            case ExecutionEvent.ProvisionalIssued e ->
                e.ground() == ProvisionalGround.REFERENCE
                        ? new YearCourse(withheld, months, plus(referred, e.line(), e.amount()), carryOvers, closedOn)
                        : this;
            case ExecutionEvent.ProvisionalReplaced ignored -> this;
            case ExecutionEvent.LineFrozen e -> withheld(plus(withheld, e.line(), e.amount()));
            case ExecutionEvent.LineThawed e ->
                withheld(plus(withheld, e.line(), e.amount().negated()));
            case ExecutionEvent.ExecutionRecorded e -> recorded(e.line(), e.month(), e.after());
            case ExecutionEvent.CarryOverStated e ->
                new YearCourse(
                        withheld,
                        months,
                        referred,
                        carryOvers.set(e.line(), new CarryOver(e.carried(), e.statement(), envelope.actor())),
                        closedOn);
            case ExecutionEvent.LineClosed ignored -> this;
            case ExecutionEvent.YearClosed e ->
                new YearCourse(Entries.none(), months, referred, carryOvers, Optional.of(e.closedOn()));
        };
    }

    Amount withheld(LineKey line) {
        return withheld.get(line).orElse(Amount.ZERO);
    }

    Amount referred(LineKey line) {
        return referred.get(line).orElse(Amount.ZERO);
    }

    LineMonths months(LineKey line) {
        return months.get(line).orElse(LineMonths.NONE);
    }

    private YearCourse recorded(LineKey line, YearMonth month, MonthFigures figures) {
        LineMonths now = months(line).with(month, figures);
        return new YearCourse(withheld, months.set(line, now), referred, carryOvers, closedOn);
    }

    private YearCourse withheld(Entries<LineKey, Amount> now) {
        return new YearCourse(now, months, referred, carryOvers, closedOn);
    }

    private static Entries<LineKey, Amount> plus(Entries<LineKey, Amount> sums, LineKey line, Amount amount) {
        return sums.set(line, sums.get(line).orElse(Amount.ZERO).plus(amount));
    }
}
