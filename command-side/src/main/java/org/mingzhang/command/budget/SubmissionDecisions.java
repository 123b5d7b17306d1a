package org.mingzhang.command.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.AdjustmentRequest;
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
        RequestRules.check(findings, now, asked);
        SourceRules.check(findings, now, asked);
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        AdjustmentRequest request = asked.request();
        Optional<FiledAdjustment.ProjectChange> change = asked.change(now.content());
        AdjustmentPath path = PathRules.of(
                        now.policy(),
                        now.today(),
                        now.budget(),
                        request,
                        change.isPresent(),
                        SourceRules.kind(now, asked))
                .orElseThrow();
        findings.require(path.permitted(), "direction", () -> new Refusal.KindNotPermitted(path.kind()));
        LimitRules.check(findings, path, asked.acknowledged());
        return findings.acceptAll(() -> submitted(now, asked, path, change));
    }

    private static List<LedgerEvent> submitted(
            Situation now, Asked asked, AdjustmentPath path, Optional<FiledAdjustment.ProjectChange> change) {
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
        change.ifPresent(project -> events.add(
                new AdjustmentEvent.ProjectAdjustmentAsked(budget, number, project.before(), project.after())));
        events.addAll(new FundsDraws(now, number).held(asked.source(), asked.request()));
        return events;
    }
}
