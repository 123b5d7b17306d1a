package org.mingzhang.command.budget;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Stage;

/** What the finance bureau holds of lines (冻结) and gives free again; documents on their way hold money of their own. */
final class FreezeDecisions {
    private FreezeDecisions() {}

    static Decision freeze(Situation now, ExecutionCommand.FreezeLine command) {
        Findings findings = now.executing(Roles.FINANCE_BUREAU);
        Optional<Classification.Expenditure> money = money(findings, now, command.line());
        if (money.isEmpty()) {
            return findings.refused();
        }
        Amount available = now.budget().execution().available(command.line(), now.content());
        Amount amount = amount(findings, now, command.portion(), available, command.opinion(), command.document());
        findings.require(
                !amount.exceeds(available),
                field(command.portion()),
                () -> new Refusal.FreezeBeyondAvailable(command.line(), available, amount));
        return findings.accept(() -> new ExecutionEvent.LineFrozen(
                command.budget(),
                command.line(),
                amount,
                command.portion().share(),
                command.opinion(),
                command.document(),
                posting(now, command.line(), money.get(), amount, command.document())));
    }

    /** Never more than the bureau itself holds: what a document holds is given free by the document. */
    static Decision thaw(Situation now, ExecutionCommand.ThawLine command) {
        Findings findings = now.executing(Roles.FINANCE_BUREAU);
        Optional<Classification.Expenditure> money = money(findings, now, command.line());
        if (money.isEmpty()) {
            return findings.refused();
        }
        Amount held = now.budget().execution().course().withheld(command.line());
        Amount amount = amount(findings, now, command.portion(), held, command.opinion(), command.document());
        findings.require(
                !amount.exceeds(held),
                field(command.portion()),
                () -> new Refusal.ThawBeyondFrozen(command.line(), held, amount));
        return findings.accept(() -> thawed(now, command, amount, money.get()));
    }

    private static BudgetEvent thawed(
            Situation now, ExecutionCommand.ThawLine command, Amount amount, Classification.Expenditure money) {
        return new ExecutionEvent.LineThawed(
                command.budget(),
                command.line(),
                amount,
                command.portion().share(),
                command.opinion(),
                command.document(),
                posting(now, command.line(), money, amount.negated(), command.document()));
    }

    private static Optional<Classification.Expenditure> money(Findings findings, Situation now, LineKey line) {
        if (!findings.isEmpty()) {
            return Optional.empty();
        }
        Optional<Classification.Expenditure> found = now.budget().execution().classification(line, now.content());
        findings.require(found.isPresent(), "line", () -> new Refusal.LineUnknown(line));
        return found;
    }

    private static Amount amount(
            Findings findings, Situation now, Portion portion, Amount whole, String opinion, Optional<Basis> document) {
        TextRules.required(findings, "opinion", opinion);
        ActiveTexts.check(findings, "opinion", opinion);
        document.ifPresent(found -> {
            DayRules.notAhead(findings, "date", found.date(), now);
            ActiveTexts.check(findings, found);
        });
        if (portion instanceof Portion.Percent(int percent) && (percent < 1 || percent > 100)) {
            findings.object("percent", new Refusal.PercentUnfit(percent));
            return Amount.ZERO;
        }
        Amount amount = portion.of(whole);
        findings.require(amount.exceeds(Amount.ZERO), field(portion), () -> new Refusal.AmountNotPositive(amount));
        return amount;
    }

    private static String field(Portion portion) {
        return portion instanceof Portion.Percent ? "percent" : "amount";
    }

    private static List<Posting> posting(
            Situation now, LineKey line, Classification.Expenditure money, Amount delta, Optional<Basis> document) {
        return List.of(new Posting(
                line,
                money,
                Stage.FROZEN,
                delta,
                now.today(),
                document.map(Basis::documentNumber).orElse("")));
    }
}
