package org.mingzhang.query.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
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
        Map<Integer, ProjectCode> contents = adjustments.contents(budget.id(), budget.position());
        return adjustments.of(budget.id(), budget.moment()).stream()
                .filter(document -> touched(document, contents).contains(project))
                .toList();
    }

    /** Projects of which a document changes money, targets or what they say; many change no money at all. */
    private static Set<ProjectCode> touched(AdjustmentDocument document, Map<Integer, ProjectCode> contents) {
        Set<ProjectCode> touched = new HashSet<>();
        AdjustmentRequest request = document.fact().request();
        request.entries().forEach(entry -> entry.classification().project().ifPresent(touched::add));
        request.performance().stream()
                .filter(effect -> effect.revised().isPresent())
                .forEach(effect -> touched.add(effect.project()));
        Optional.ofNullable(contents.get(document.number())).ifPresent(touched::add);
        return touched;
    }

    static boolean touches(AdjustmentEntry entry, ProjectCode project) {
        return entry.classification().project().filter(project::equals).isPresent();
    }

    private Set<ProjectCode> beingAdjusted(OpenedBudget budget) {
        Map<Integer, ProjectCode> contents = adjustments.contents(budget.id(), budget.position());
        return adjustments.of(budget.id(), budget.moment()).stream()
                .filter(AdjustmentDocument::inReview)
                .flatMap(document -> touched(document, contents).stream())
                .collect(Collectors.toSet());
    }
}
