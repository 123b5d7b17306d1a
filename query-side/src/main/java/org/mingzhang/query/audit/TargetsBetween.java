package org.mingzhang.query.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.query.audit.Difference.Targets;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.execution.ChangesOfProjects;
import org.mingzhang.query.facts.FactKind;

/** What a budget is to achieve at two instants, indicator by indicator. */
final class TargetsBetween {
    private final TwoInstants instants;
    private final WordTrail trail;

    TargetsBetween(TwoInstants instants, WordTrail trail) {
        this.instants = instants;
        this.trail = trail;
    }

    /** Those that differ: of the department as a whole first, then project by project. */
    List<Targets> of(Scope scope) {
        BudgetFacts before = seen(instants.before().facts(), scope);
        BudgetFacts after = seen(instants.after().facts(), scope);
        List<Targets> found = new ArrayList<>();
        if (scope.unit().isEmpty()) {
            add(found, "", "", before.overallTargets(), after.overallTargets(), FactKind.OVERALL_TARGETS);
        }
        Map<ProjectCode, String> names = new LinkedHashMap<>();
        before.projects().forEach(project -> names.put(project.code(), project.name()));
        after.projects().forEach(project -> names.put(project.code(), project.name()));
        names.forEach((code, name) -> add(
                found,
                code.value(),
                name,
                before.projectTargets().getOrDefault(code, List.of()),
                after.projectTargets().getOrDefault(code, List.of()),
                FactKind.PROJECT_TARGETS));
        return found;
    }

    private static BudgetFacts seen(BudgetFacts facts, Scope scope) {
        return scope.unit().map(facts::of).orElse(facts);
    }

    private void add(
            List<Targets> found,
            String project,
            String name,
            List<Indicator> before,
            List<Indicator> after,
            FactKind kind) {
        if (before.equals(after)) {
            return;
        }
        List<Difference.Indicator> rows = ChangesOfProjects.targets(before, after).stream()
                .filter(row -> !row.same())
                .map(row -> new Difference.Indicator(row.level(), row.name(), row.before(), row.after()))
                .toList();
        found.add(new Targets(
                project,
                name,
                rows,
                trail.positions(kind, project, instants.latest()).stream()
                        .filter(instants::between)
                        .toList()));
    }
}
