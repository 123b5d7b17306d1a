package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.MonthFigures;
import org.mingzhang.kernel.value.Stage;

/** Execution as the treasury reports it: nothing without a budget, nothing beyond it (预算法实施条例 art. 57). */
final class RecordingDecisions {
    private final Situation now;
    private final ExecutionCommand.RecordExecution command;
    private final Findings findings;

    private RecordingDecisions(Situation now, ExecutionCommand.RecordExecution command, Findings findings) {
        this.now = now;
        this.command = command;
        this.findings = findings;
    }

    static Decision record(Situation now, ExecutionCommand.RecordExecution command) {
        Findings findings = now.open(Roles.RECORDING, Phase.OPENED);
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        month(findings, now, command.month());
        DayRules.notAhead(findings, "date", command.source().date(), now);
        ActiveTexts.check(findings, command.source());
        findings.require(!command.entries().isEmpty(), "entries", Refusal.NoEntries::new);
        ListRules.atMost(findings, ListRules.MOST_RECORDED, "entries", command.entries());
        return findings.isEmpty() ? new RecordingDecisions(now, command, findings).lines() : findings.refused();
    }

    private static void month(Findings findings, Situation now, YearMonth month) {
        FiscalYear year = now.budget().opening().orElseThrow().id().year();
        YearMonth current = YearMonth.from(now.today());
        findings.require(month.getYear() == year.value(), "month", () -> new Refusal.MonthOfAnotherYear(month, year))
                .require(
                        month.getYear() != year.value() || !month.isAfter(current),
                        "month",
                        () -> new Refusal.MonthAhead(month, current));
    }

    private Decision lines() {
        List<BudgetEvent> events = new ArrayList<>();
        Set<LineKey> seen = new HashSet<>();
        for (int at = 0; at < command.entries().size(); at++) {
            ExecutionCommand.RecordedLine entry = command.entries().get(at);
            String row = "entries[" + at + "].";
            Findings ofRow = new Findings();
            ofRow.require(seen.add(entry.line()), "line", () -> new Refusal.LineTwice(entry.line()));
            Optional<BudgetEvent> event = line(ofRow, entry);
            findings.addAll(ofRow, field -> row + field);
            event.ifPresent(events::add);
        }
        return findings.acceptAll(() -> events);
    }

    /** Empty when it is refused, or stated already as it is. */
    private Optional<BudgetEvent> line(Findings row, ExecutionCommand.RecordedLine entry) {
        Execution execution = now.budget().execution();
        Optional<Classification.Expenditure> money = execution.classification(entry.line(), now.content());
        if (money.isEmpty()) {
            row.object("line", new Refusal.LineUnknown(entry.line()));
            return Optional.empty();
        }
        LineMonths months = execution.course().months(entry.line());
        Optional<MonthFigures> before = months.at(command.month());
        MonthFigures after = carriedOn(entry.figures(), before);
        if (before.equals(Optional.of(after))) {
            return Optional.empty();
        }
        signs(row, entry.line(), after);
        if (before.isPresent()) {
            TextRules.reason(row, entry.reason());
        } else {
            TextRules.optional(row, "reason", entry.reason());
        }
        ActiveTexts.check(row, "reason", entry.reason());
        Amount executed = after.net().minus(before.map(MonthFigures::net).orElse(Amount.ZERO));
        Amount committed = committed(row, entry.line(), months, before, after);
        LineBalance balance = execution.balances().get(entry.line()).orElseGet(() -> LineBalance.none(money.get()));
        within(row, entry.line(), balance, executed, committed);
        if (row.isEmpty() && !now.amongOthers()) {
            RefundsInTime.check(row, entry.line(), months, months.with(command.month(), after));
        }
        return Optional.of(new ExecutionEvent.ExecutionRecorded(
                command.budget(),
                entry.line(),
                command.month(),
                before,
                after,
                command.source(),
                entry.reason(),
                postings(entry.line(), money.get(), executed, committed)));
    }

    /** A report that does not say what is in process leaves what was said of the month. */
    private static MonthFigures carriedOn(MonthFigures figures, Optional<MonthFigures> before) {
        return figures.committed().isPresent()
                ? figures
                : new MonthFigures(figures.paid(), figures.refunded(), before.flatMap(MonthFigures::committed));
    }

    private static void signs(Findings row, LineKey line, MonthFigures figures) {
        row.require(!figures.paid().isNegative(), "paid", () -> new Refusal.PaidNegative(line, figures.paid()));
        row.require(
                !figures.refunded().exceeds(Amount.ZERO),
                "refunded",
                () -> new Refusal.RefundPositive(line, figures.refunded()));
        Amount committed = figures.committed().orElse(Amount.ZERO);
        row.require(!committed.isNegative(), "committed", () -> new Refusal.CommittedNegative(line, committed));
    }

    /** In process is what the last month says; an earlier one cannot change it any more. */
    private Amount committed(
            Findings row, LineKey line, LineMonths months, Optional<MonthFigures> before, MonthFigures after) {
        if (after.committed().equals(before.flatMap(MonthFigures::committed))) {
            return Amount.ZERO;
        }
        Optional<YearMonth> last = months.lastCommitted().filter(month -> month.isAfter(command.month()));
        last.ifPresent(
                month -> row.object("committed", new Refusal.CommittedOfEarlierMonth(line, command.month(), month)));
        Amount standing = now.budget()
                .execution()
                .balances()
                .get(line)
                .map(balance -> balance.of(Stage.COMMITTED))
                .orElse(Amount.ZERO);
        return after.committed().orElse(Amount.ZERO).minus(standing);
    }

    private void within(Findings row, LineKey line, LineBalance balance, Amount executed, Amount committed) {
        Amount paid = balance.of(Stage.EXECUTED);
        row.require(
                !paid.plus(executed).isNegative(),
                "paid",
                () -> new Refusal.RefundAbovePaid(line, paid, executed.negated()));
        Amount asked = executed.plus(committed);
        if (!asked.exceeds(Amount.ZERO)) {
            return;
        }
        if (Phase.AFTER_APPROVAL.contains(now.budget().phase())) {
            Amount available = now.budget().execution().available(line, now.content());
            row.require(
                    !asked.exceeds(available),
                    "paid",
                    () -> new Refusal.ExecutionBeyondAvailable(line, available, asked));
        } else {
            row.require(
                    !asked.exceeds(balance.provisionalLeft()),
                    "paid",
                    () -> new Refusal.ExecutionBeyondProvisional(
                            line, balance.of(Stage.PROVISIONAL), balance.used(), asked));
        }
    }

    private List<Posting> postings(LineKey line, Classification.Expenditure money, Amount executed, Amount committed) {
        List<Posting> postings = new ArrayList<>();
        if (!executed.isZero()) {
            postings.add(posting(line, money, Stage.EXECUTED, executed));
        }
        if (!committed.isZero()) {
            postings.add(posting(line, money, Stage.COMMITTED, committed));
        }
        return postings;
    }

    /** Counted at the end of the month that it is reported for, also when a later report corrects it. */
    private Posting posting(LineKey line, Classification.Expenditure money, Stage stage, Amount delta) {
        LocalDate end = command.month().atEndOfMonth();
        LocalDate day = end.isAfter(now.today()) ? now.today() : end;
        return new Posting(line, money, stage, delta, day, command.source().documentNumber());
    }
}
