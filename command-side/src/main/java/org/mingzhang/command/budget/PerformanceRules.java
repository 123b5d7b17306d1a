package org.mingzhang.command.budget;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;

/** Whoever changes the money of a project says what becomes of its targets (lifecycle.md §3.4). */
final class PerformanceRules {
    private PerformanceRules() {}

    static void check(Findings findings, Situation now, Asked asked) {
        AdjustmentRequest request = asked.request();
        Set<ProjectCode> money = new TreeSet<>();
        request.entries().forEach(entry -> entry.classification().project().ifPresent(money::add));
        Set<ProjectCode> said = new TreeSet<>();
        for (PerformanceEffect effect : request.performance()) {
            boolean once = said.add(effect.project());
            findings.require(
                    once && (money.contains(effect.project()) || asked.isAbout(effect.project())),
                    "performance",
                    () -> new Refusal.PerformanceNotAsked(effect.project()));
            effect.revised().ifPresent(after -> revised(findings, now, asked, effect.project(), after));
        }
        ListRules.atMost(
                findings,
                ListRules.MOST_INDICATORS,
                "performance",
                request.performance().stream()
                        .flatMap(effect -> effect.revised().stream())
                        .flatMap(List::stream)
                        .toList());
        money.stream()
                .filter(project -> !said.contains(project))
                .forEach(project ->
                        findings.object("performance", new Refusal.PerformanceMissing(project, name(now, project))));
    }

    /**
     * Whoever says "revised" revises: what stays as it is has no effect and is called so, and the money that stays is
     * for something. A list takes the place of the whole one, so that two at once would lose one of them.
     */
    private static void revised(
            Findings findings, Situation now, Asked asked, ProjectCode project, List<Indicator> after) {
        onTheirWay(now, project)
                .ifPresent(document ->
                        findings.object("performance", new Refusal.TargetsOnTheirWay(project, document.number())));
        if (asked.request().reverses().isPresent()) {
            return;
        }
        List<Indicator> before = now.content().targetsOf(project);
        ActiveTexts.check(findings, before, after);
        boolean movesMoney = !asked.request().entries().isEmpty();
        findings.require(
                        !movesMoney || !after.equals(before),
                        "performance",
                        () -> new Refusal.TargetsUnchanged(project, name(now, project)))
                .require(
                        !after.isEmpty() || before.isEmpty(),
                        "performance",
                        () -> new Refusal.TargetsEmptied(project, name(now, project), before.size()));
    }

    private static Optional<FiledAdjustment> onTheirWay(Situation now, ProjectCode project) {
        return now.budget()
                .execution()
                .adjustments()
                .values()
                .filter(document -> document.status() == AdjustmentStatus.IN_REVIEW)
                .filter(document -> document.request().performance().stream()
                        .anyMatch(effect -> effect.project().equals(project)
                                && effect.revised().isPresent()))
                .findFirst();
    }

    private static String name(Situation now, ProjectCode project) {
        return now.content().projects().get(project).map(Project::name).orElse("");
    }
}
