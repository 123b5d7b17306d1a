package org.mingzhang.query.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.LineBalances.Balance;
import org.mingzhang.query.web.CodeNames;
import org.mingzhang.query.web.OpenedBudget;

/** The project library (项目库) of a budget; lines and documents are read once for all of its projects. */
final class ProjectLibrary {
    private final LineBalances balances;
    private final AdjustmentShelf adjustments;

    ProjectLibrary(LineBalances balances, AdjustmentShelf adjustments) {
        this.balances = balances;
        this.adjustments = adjustments;
    }

    /**
     * Every project in order of entry.
     *
     * @param phase of the budget
     */
    List<ProjectRow> of(OpenedBudget budget, String phase) {
        Map<ProjectCode, List<Balance>> lines = new HashMap<>();
        for (Balance line : balances.of(budget.id(), budget.moment())) {
            line.classification()
                    .project()
                    .ifPresent(project -> lines.computeIfAbsent(project, first -> new ArrayList<>())
                            .add(line));
        }
        Set<ProjectCode> adjusting = beingAdjusted(budget);
        CodeNames names = CodeNames.of(budget.facts());
        return budget.facts().projects().stream()
                .map(project -> ProjectRow.of(
                        project,
                        names.unit(project.unit()),
                        lines.getOrDefault(project.code(), List.of()),
                        budget.facts()
                                .projectTargets()
                                .getOrDefault(project.code(), List.of())
                                .size(),
                        phase,
                        adjusting.contains(project.code())))
                .toList();
    }

    /** The documents that touch a project, in the order of their numbers. */
    List<AdjustmentDocument> adjustments(OpenedBudget budget, ProjectCode project) {
        return adjustments.of(budget.id(), budget.moment()).stream()
                .filter(document ->
                        document.fact().request().entries().stream().anyMatch(entry -> touches(entry, project)))
                .toList();
    }

    static boolean touches(AdjustmentEntry entry, ProjectCode project) {
        return entry.classification().project().filter(project::equals).isPresent();
    }

    private Set<ProjectCode> beingAdjusted(OpenedBudget budget) {
        Set<ProjectCode> found = new HashSet<>();
        adjustments.of(budget.id(), budget.moment()).stream()
                .filter(AdjustmentDocument::inReview)
                .flatMap(document -> document.fact().request().entries().stream())
                .forEach(entry -> entry.classification().project().ifPresent(found::add));
        return found;
    }
}
