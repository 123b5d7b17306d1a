package org.mingzhang.command.budget;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;

/**
 * What is submitted is complete: units, lines, and for each project money and targets of all four groups (lifecycle.md
 * §8.1, tables.md check 25). That a line's project is registered holds already by how lines and projects change.
 */
final class CompletenessRules {
    private static final List<IndicatorLevel> GROUPS =
            List.of(IndicatorLevel.COST, IndicatorLevel.OUTPUT, IndicatorLevel.BENEFIT, IndicatorLevel.SATISFACTION);

    private CompletenessRules() {}

    static void check(Findings findings, Situation now) {
        Content content = now.content();
        findings.require(!content.units().isEmpty(), "", Refusal.NoUnits::new);
        findings.require(!content.lines().isEmpty(), "", Refusal.NothingDrafted::new);
        Set<ProjectCode> withMoney = content.lines()
                .values()
                .map(line -> line.classification().project())
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        content.projects().values().forEach(project -> {
            findings.require(
                    withMoney.contains(project.code()),
                    "",
                    () -> new Refusal.ProjectWithoutLines(project.code(), project.name()));
            targets(findings, project, content.targetsOf(project.code()));
        });
    }

    private static void targets(Findings findings, Project project, List<Indicator> targets) {
        Set<IndicatorLevel> present = EnumSet.noneOf(IndicatorLevel.class);
        targets.forEach(target -> present.add(target.level1()));
        for (IndicatorLevel group : GROUPS) {
            findings.require(
                    present.contains(group),
                    "",
                    () -> new Refusal.TargetsMissing(project.code(), project.name(), group));
        }
    }
}
