package org.mingzhang.command.budget;

import java.util.List;
import org.mingzhang.kernel.event.TargetEvent;
import org.mingzhang.kernel.value.Indicator;

/** Performance targets; the first list needs no reason, each later one does. */
final class TargetDecisions {
    private TargetDecisions() {}

    static Decision decide(Situation now, TargetCommand command) {
        Findings findings = now.draftingGate();
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        return switch (command) {
            case TargetCommand.SetOverallTargets overall -> overall(now, findings, overall);
            case TargetCommand.SetProjectTargets project -> ofProject(now, findings, project);
        };
    }

    private static Decision overall(Situation now, Findings findings, TargetCommand.SetOverallTargets command) {
        List<Indicator> before = now.content().overallTargets();
        if (before.equals(command.indicators())) {
            return Decision.UNCHANGED;
        }
        reason(findings, before, command.reason());
        size(findings, command.indicators());
        return findings.accept(() ->
                new TargetEvent.OverallTargetsSet(command.budget(), before, command.indicators(), command.reason()));
    }

    private static Decision ofProject(Situation now, Findings findings, TargetCommand.SetProjectTargets command) {
        List<Indicator> before = now.content().targetsOf(command.project());
        findings.require(
                now.content().projects().has(command.project()),
                "project",
                () -> new Refusal.ProjectUnknown(command.project()));
        if (findings.isEmpty() && before.equals(command.indicators())) {
            return Decision.UNCHANGED;
        }
        reason(findings, before, command.reason());
        size(findings, command.indicators());
        return findings.accept(() -> new TargetEvent.ProjectTargetsSet(
                command.budget(), command.project(), before, command.indicators(), command.reason()));
    }

    private static void size(Findings findings, List<Indicator> indicators) {
        ListRules.atMost(findings, ListRules.MOST_INDICATORS, "indicators", indicators);
    }

    private static void reason(Findings findings, List<Indicator> before, String reason) {
        if (before.isEmpty()) {
            TextRules.optional(findings, "reason", reason);
        } else {
            TextRules.reason(findings, reason);
        }
    }
}
