package org.mingzhang.query.counterfactual;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.query.disclosure.BudgetFacts;

/**
 * A performance target that two states of a budget say differently.
 *
 * @param project blank for the department as a whole
 * @param before blank where it is not set
 */
record TargetDifference(String project, String name, String indicator, String before, String after) {
    static List<TargetDifference> between(BudgetFacts before, BudgetFacts after) {
        List<TargetDifference> all = new ArrayList<>();
        between(all, "", "", before.overallTargets(), after.overallTargets());
        Set<ProjectCode> projects = new LinkedHashSet<>(before.projectTargets().keySet());
        projects.addAll(after.projectTargets().keySet());
        for (ProjectCode project : projects) {
            between(
                    all,
                    project.value(),
                    name(before, project).or(() -> name(after, project)).orElse(""),
                    before.projectTargets().getOrDefault(project, List.of()),
                    after.projectTargets().getOrDefault(project, List.of()));
        }
        return all;
    }

    private static Optional<String> name(BudgetFacts facts, ProjectCode code) {
        return facts.projects().stream()
                .filter(project -> project.code().equals(code))
                .map(Project::name)
                .findFirst();
    }

    private static void between(
            List<TargetDifference> all, String project, String name, List<Indicator> before, List<Indicator> after) {
        Set<List<String>> keys = new LinkedHashSet<>();
        before.forEach(indicator -> keys.add(key(indicator)));
        after.forEach(indicator -> keys.add(key(indicator)));
        for (List<String> key : keys) {
            String was = target(before, key);
            String is = target(after, key);
            if (!was.equals(is)) {
                all.add(new TargetDifference(project, name, String.join(" · ", key), was, is));
            }
        }
    }

    private static List<String> key(Indicator indicator) {
        return List.of(indicator.level1().label(), indicator.name());
    }

    private static String target(List<Indicator> indicators, List<String> key) {
        return indicators.stream()
                .filter(indicator -> key(indicator).equals(key))
                .map(indicator -> (indicator.target() + " " + indicator.note()).strip())
                .findFirst()
                .orElse("");
    }
}
