package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.ProvisionalGround;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.YearSource;

/**
 * What may be spent from 1 January until the budget is approved (预算法 art. 54); the approval takes its place.
 *
 * <p>Execution is a region of its own: these lines may still be drafted, but neither removed nor counted elsewhere.
 */
final class ProvisionalDecisions {
    private ProvisionalDecisions() {}

    static Decision issue(Situation now, ExecutionCommand.IssueProvisional command) {
        Findings findings = now.gate(Roles.BUDGET_OFFICE, Phase.BEFORE_APPROVAL);
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        FiscalYear year = now.budget().opening().orElseThrow().id().year();
        findings.require(
                command.until().getYear() == year.value(),
                "until",
                () -> new Refusal.MonthOfAnotherYear(command.until(), year));
        DayRules.notAhead(findings, "date", command.basis().date(), now);
        ActiveTexts.check(findings, command.basis());
        findings.require(!command.entries().isEmpty(), "entries", Refusal.NoEntries::new);
        ListRules.atMost(findings, ListRules.MOST_RECORDED, "entries", command.entries());
        List<BudgetEvent> events = new ArrayList<>();
        Set<LineKey> seen = new HashSet<>();
        for (int at = 0; at < command.entries().size(); at++) {
            ExecutionCommand.ProvisionalEntry entry = command.entries().get(at);
            String row = "entries[" + at + "].";
            Findings ofRow = new Findings();
            ofRow.require(seen.add(entry.line()), "line", () -> new Refusal.LineTwice(entry.line()));
            entry(ofRow, now, command, entry).ifPresent(events::add);
            findings.addAll(ofRow, field -> row + field);
        }
        return findings.acceptAll(() -> events);
    }

    private static Optional<BudgetEvent> entry(
            Findings row,
            Situation now,
            ExecutionCommand.IssueProvisional command,
            ExecutionCommand.ProvisionalEntry entry) {
        Optional<LineContent> drafted = now.content().lines().get(entry.line());
        if (drafted.isEmpty()) {
            row.object("line", new Refusal.LineUnknown(entry.line()));
            return Optional.empty();
        }
        Classification.Expenditure money = drafted.get().classification();
        row.require(!entry.amount().isZero(), "amount", () -> new Refusal.ChangeIsZero(entry.line()));
        row.require(
                (entry.ground() == ProvisionalGround.CARRY_OVER) == (money.source() == YearSource.CARRY_OVER),
                "ground",
                () -> new Refusal.GroundUnfit(entry.line(), entry.ground(), money.source()));
        unused(row, now, entry);
        reference(row, now, entry);
        return Optional.of(new ExecutionEvent.ProvisionalIssued(
                command.budget(),
                entry.line(),
                entry.ground(),
                entry.amount(),
                entry.reference(),
                command.until(),
                command.basis(),
                posting(
                        now,
                        entry.line(),
                        money,
                        entry.amount(),
                        command.basis().documentNumber())));
    }

    private static void unused(Findings row, Situation now, ExecutionCommand.ProvisionalEntry entry) {
        Amount left = now.budget()
                .execution()
                .balances()
                .get(entry.line())
                .map(LineBalance::provisionalLeft)
                .orElse(Amount.ZERO);
        row.require(
                !entry.amount().isNegative() || !entry.amount().negated().exceeds(left),
                "amount",
                () -> new Refusal.ProvisionalUsed(
                        entry.line(), left, entry.amount().negated()));
    }

    /** All that was issued of a line by reference counts, so that nobody issues January twice. */
    private static void reference(Findings row, Situation now, ExecutionCommand.ProvisionalEntry entry) {
        row.require(
                !entry.reference().isNegative(), "reference", () -> new Refusal.AmountNotPositive(entry.reference()));
        if (entry.ground() == ProvisionalGround.REFERENCE && entry.amount().exceeds(Amount.ZERO)) {
            Amount total =
                    now.budget().execution().course().referred(entry.line()).plus(entry.amount());
            row.require(
                    !total.exceeds(entry.reference()),
                    "amount",
                    () -> new Refusal.AboveReference(entry.line(), entry.reference(), total));
        }
    }

    /** What was used so far must fit into what is approved; then nothing of the provisional is left. */
    static void usedWithin(Findings findings, Situation now) {
        now.budget().execution().balances().entries().forEach(line -> {
            Amount approved = approved(now, line.key());
            Amount used = line.value().used();
            findings.require(
                    !used.exceeds(approved), "", () -> new Refusal.UsedAboveApproved(line.key(), approved, used));
        });
    }

    static List<BudgetEvent> replaced(Situation now, Basis approval) {
        List<BudgetEvent> events = new ArrayList<>();
        now.budget().execution().balances().entries().forEach(line -> {
            Amount provisional = line.value().of(Stage.PROVISIONAL);
            if (!provisional.isZero()) {
                events.add(new ExecutionEvent.ProvisionalReplaced(
                        now.budget().opening().orElseThrow().id(),
                        line.key(),
                        provisional,
                        line.value().used(),
                        approved(now, line.key()),
                        posting(
                                now,
                                line.key(),
                                line.value().classification(),
                                provisional.negated(),
                                approval.documentNumber())));
            }
        });
        return events;
    }

    /** A line that is spent already is not taken away, nor counted under something else. */
    static void untouched(Findings findings, Situation now, LineKey line, boolean stays) {
        now.budget()
                .execution()
                .balances()
                .get(line)
                .ifPresent(balance -> findings.require(
                        stays
                                || balance.of(Stage.PROVISIONAL)
                                        .plus(balance.used())
                                        .isZero(),
                        "line",
                        () -> new Refusal.LineInExecution(line, balance.of(Stage.PROVISIONAL), balance.used())));
    }

    private static Amount approved(Situation now, LineKey line) {
        return now.content().lines().get(line).map(LineContent::amount).orElse(Amount.ZERO);
    }

    /** Never before the first day of the year, from which on there is anything to spend. */
    private static List<Posting> posting(
            Situation now, LineKey line, Classification.Expenditure money, Amount delta, String basis) {
        int year = now.budget().opening().orElseThrow().id().year().value();
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate day = now.today().isBefore(first) ? first : now.today();
        return List.of(new Posting(line, money, Stage.PROVISIONAL, delta, day, basis));
    }
}
