package org.mingzhang.command.budget;

import org.mingzhang.kernel.event.RevenueEvent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.RevenueContent;

/** Revenue lines while the budget is prepared. */
final class RevenueDecisions {
    private RevenueDecisions() {}

    static Decision decide(Situation now, RevenueCommand command) {
        Findings findings = now.draftingGate();
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        return switch (command) {
            case RevenueCommand.EstimateRevenue estimate -> estimate(now, findings, estimate);
            case RevenueCommand.ReviseRevenue revise ->
                now.content()
                        .revenue()
                        .get(revise.line())
                        .map(before -> revise(now, findings, revise, before))
                        .orElseGet(() -> unknown(findings, revise.line()));
            case RevenueCommand.RemoveRevenue remove ->
                now.content()
                        .revenue()
                        .get(remove.line())
                        .map(before -> remove(findings, remove, before))
                        .orElseGet(() -> unknown(findings, remove.line()));
        };
    }

    private static Decision estimate(Situation now, Findings findings, RevenueCommand.EstimateRevenue command) {
        LineKeys.free(findings, now, command.line());
        fits(findings, now, command.content());
        var postings = new Postings(command.budget(), command.line()).of(command.content());
        return findings.accept(
                () -> new RevenueEvent.RevenueEstimated(command.budget(), command.line(), command.content(), postings));
    }

    private static Decision revise(
            Situation now, Findings findings, RevenueCommand.ReviseRevenue command, RevenueContent before) {
        if (before.equals(command.content())) {
            return Decision.UNCHANGED;
        }
        fits(findings, now, command.content());
        var postings = new Postings(command.budget(), command.line()).between(before, command.content());
        return findings.accept(() ->
                new RevenueEvent.RevenueRevised(command.budget(), command.line(), before, command.content(), postings));
    }

    private static Decision remove(Findings findings, RevenueCommand.RemoveRevenue command, RevenueContent before) {
        TextRules.reason(findings, command.reason());
        var postings = new Postings(command.budget(), command.line()).back(before);
        return findings.accept(() ->
                new RevenueEvent.RevenueRemoved(command.budget(), command.line(), before, command.reason(), postings));
    }

    private static void fits(Findings findings, Situation now, RevenueContent content) {
        findings.require(
                now.content().units().has(content.classification().unit()),
                "content.unit",
                () -> new Refusal.UnitUnknown(content.classification().unit()));
        LineDecisions.positive(findings, content.amount());
    }

    private static Decision unknown(Findings findings, LineKey line) {
        findings.object("line", new Refusal.LineUnknown(line));
        return findings.refused();
    }
}
