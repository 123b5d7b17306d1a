package org.mingzhang.command.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.BudgetId;

/** A document is handed in: what it says is sound, the rules let it go its way, and it holds what it gives. */
final class SubmissionDecisions {
    private SubmissionDecisions() {}

    static Decision submit(Situation now, Asked sent) {
        Findings findings = now.executing(Roles.DRAFTING);
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        Asked asked = SourceRules.completed(now, sent);
        ReorganisationRules.sides(findings, now, asked);
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        Optional<BothSides> both = BothSides.of(now, asked);
        RequestRules.check(findings, now, asked);
        SourceRules.check(findings, now, asked);
        both.ifPresent(sides -> ReorganisationRules.check(findings, sides));
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        AdjustmentPath path = both.map(sides -> path(now, asked).and(path(sides.there(), sides.follower())))
                .orElseGet(() -> path(now, asked));
        asked.request()
                .revisionCut()
                .ifPresent(cut -> findings.require(
                        cut.possible(path.kind()) && asked.request().reverses().isEmpty(),
                        "revisionCut",
                        () -> new Refusal.NoSuchCut(cut, path.kind())));
        findings.require(path.permitted(), "direction", () -> new Refusal.KindNotPermitted(path.kind()));
        LimitRules.check(findings, path, asked.acknowledged());
        return findings.acceptAll(
                () -> both.map(sides -> submitted(sides, path)).orElseGet(() -> submitted(now, asked, path)));
    }

    private static AdjustmentPath path(Situation now, Asked asked) {
        return PathRules.of(
                        now.policy(),
                        now.today(),
                        now.budget(),
                        asked.request(),
                        asked.change(now.content()).isPresent(),
                        SourceRules.kind(now, asked))
                .orElseThrow();
    }

    /** Each budget gets a document of its own, and each says which the other is. */
    private static List<LedgerEvent> submitted(BothSides both, AdjustmentPath path) {
        List<LedgerEvent> events = new ArrayList<>(submitted(both.here(), both.leader(), path));
        events.addAll(submitted(both.there(), both.follower(), path));
        events.addAll(both.linked(
                both.here().budget().execution().nextNumber(),
                both.there().budget().execution().nextNumber()));
        return events;
    }

    private static List<LedgerEvent> submitted(Situation now, Asked asked, AdjustmentPath path) {
        BudgetId budget = now.budget().opening().orElseThrow().id();
        int number = now.budget().execution().nextNumber();
        List<LedgerEvent> events = new ArrayList<>();
        events.add(new AdjustmentEvent.AdjustmentSubmitted(
                budget,
                number,
                path.kind(),
                asked.request(),
                path.stations(),
                path.approvalDemanded(),
                path.policy(),
                new AdjustmentPostings(number, asked.request()).held(now.today())));
        events.add(new AdjustmentEvent.AdjustmentRulesApplied(
                budget, number, path.because(), path.warnings(), LimitRules.said(path, asked.acknowledged())));
        asked.change(now.content())
                .ifPresent(project -> events.add(
                        new AdjustmentEvent.ProjectAdjustmentAsked(budget, number, project.before(), project.after())));
        events.addAll(new FundsDraws(now, number).held(asked.source(), asked.request()));
        return events;
    }
}
