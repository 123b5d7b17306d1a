package org.mingzhang.query.execution;

import java.util.List;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.web.BudgetShelf;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was stated of targets, as JSON for those whose budget it is; points in hundredths, amounts in whole fen. */
@RestController
class AimApi {
    private final BudgetShelf budgets;
    private final AimSubjects subjects;

    AimApi(BudgetShelf budgets, AimSubjects subjects) {
        this.budgets = budgets;
        this.subjects = subjects;
    }

    /** The last of each month, project by project. */
    @GetMapping("/api/execution/{id}/monitoring")
    List<Facts.MonitoringFact> monitoring(@PathVariable String id) {
        return subjects.of(budgets.openOnEitherClock(id)).stream()
                .flatMap(subject -> subject.monitored().stream())
                .toList();
    }

    /** Every one of each project, the last first. */
    @GetMapping("/api/execution/{id}/self-evaluations")
    List<Facts.EvaluationFact> evaluations(@PathVariable String id) {
        return subjects.of(budgets.openOnEitherClock(id)).stream()
                .flatMap(subject -> subject.evaluations().stream())
                .toList();
    }
}
