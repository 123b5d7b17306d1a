package org.mingzhang.command.budget;

import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;

/** Expenditure lines while the budget is prepared. */
final class LineDecisions {
    private LineDecisions() {}

    static Decision decide(Situation now, LineCommand command) {
        Findings findings = now.draftingGate();
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        return switch (command) {
            case LineCommand.AllocateLine allocate -> allocate(now, findings, allocate);
            case LineCommand.ReviseLine revise ->
                now.content()
                        .lines()
                        .get(revise.line())
                        .map(before -> revise(now, findings, revise, before))
                        .orElseGet(() -> unknown(findings, revise.line()));
            case LineCommand.RemoveLine remove ->
                now.content()
                        .lines()
                        .get(remove.line())
                        .map(before -> remove(now, findings, remove, before))
                        .orElseGet(() -> unknown(findings, remove.line()));
        };
    }

    private static Decision allocate(Situation now, Findings findings, LineCommand.AllocateLine command) {
        LineKeys.free(findings, now, command.line());
        fits(findings, now, command.content());
        var postings = new Postings(command.budget(), command.line()).of(command.content());
        CeilingRules.notLiftedOver(findings, now, postings);
        return findings.accept(
                () -> new LineEvent.LineAllocated(command.budget(), command.line(), command.content(), postings));
    }

    private static Decision revise(
            Situation now, Findings findings, LineCommand.ReviseLine command, LineContent before) {
        if (before.equals(command.content())) {
            return Decision.UNCHANGED;
        }
        fits(findings, now, command.content());
        ProvisionalDecisions.untouched(
                findings,
                now,
                command.line(),
                before.classification().equals(command.content().classification()));
        var postings = new Postings(command.budget(), command.line()).between(before, command.content());
        CeilingRules.notLiftedOver(findings, now, postings);
        return findings.accept(
                () -> new LineEvent.LineRevised(command.budget(), command.line(), before, command.content(), postings));
    }

    private static Decision remove(
            Situation now, Findings findings, LineCommand.RemoveLine command, LineContent before) {
        TextRules.reason(findings, command.reason());
        ProvisionalDecisions.untouched(findings, now, command.line(), false);
        var postings = new Postings(command.budget(), command.line()).back(before);
        return findings.accept(
                () -> new LineEvent.LineRemoved(command.budget(), command.line(), before, command.reason(), postings));
    }

    private static void fits(Findings findings, Situation now, LineContent content) {
        classified(findings, now, content);
        positive(findings, content.amount());
    }

    /** Whether a line may be counted under what it says. */
    static void classified(Findings findings, Situation now, LineContent content) {
        Classification.Expenditure money = content.classification();
        now.content()
                .units()
                .get(money.unit())
                .ifPresentOrElse(
                        unit -> MappingRule.check(findings, now, content, unit),
                        () -> findings.object("content.unit", new Refusal.UnitUnknown(money.unit())));
        CodeRules.check(findings, now, money);
        BasicExpenditureRule.check(findings, money);
        ProjectOfLineRule.check(findings, now, money);
    }

    static void positive(Findings findings, Amount amount) {
        findings.require(amount.exceeds(Amount.ZERO), "content.amount", () -> new Refusal.AmountNotPositive(amount));
    }

    private static Decision unknown(Findings findings, LineKey line) {
        findings.object("line", new Refusal.LineUnknown(line));
        return findings.refused();
    }
}
