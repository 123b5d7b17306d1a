package org.mingzhang.query.execution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.LineBalances.Balance;
import org.mingzhang.query.facts.StatedPerformance;
import org.mingzhang.query.web.OpenedBudget;
import org.springframework.stereotype.Component;

/** What was stated of targets, beside them and their money. */
@Component
class AimSubjects {
    private final StatedPerformance stated;
    private final LineBalances balances;

    AimSubjects(FactReader facts, LineBalances balances) {
        this.stated = new StatedPerformance(facts);
        this.balances = balances;
    }

    /** The department as a whole first, where the whole is seen; then its projects in order of entry. */
    List<AimSubject> of(OpenedBudget budget) {
        Map<String, List<Facts.MonitoringFact>> monitored = monitored(budget);
        Map<String, List<Facts.EvaluationFact>> evaluated = evaluated(budget);
        List<Balance> lines = balances.of(budget.id(), budget.moment());
        Map<String, List<Balance>> byProject = new HashMap<>();
        lines.forEach(line -> line.classification()
                .project()
                .ifPresent(project -> byProject
                        .computeIfAbsent(project.value(), first -> new ArrayList<>())
                        .add(line)));
        List<AimSubject> subjects = new ArrayList<>();
        if (budget.only().isEmpty()) {
            subjects.add(subject("", "", budget.facts().overallTargets(), lines, monitored, evaluated));
        }
        for (Project project : budget.facts().projects()) {
            String code = project.code().value();
            subjects.add(subject(
                    code,
                    project.name(),
                    budget.facts().projectTargets().getOrDefault(project.code(), List.of()),
                    byProject.getOrDefault(code, List.of()),
                    monitored,
                    evaluated));
        }
        return subjects;
    }

    private static AimSubject subject(
            String code,
            String name,
            List<Indicator> targets,
            List<Balance> lines,
            Map<String, List<Facts.MonitoringFact>> monitored,
            Map<String, List<Facts.EvaluationFact>> evaluated) {
        return new AimSubject(
                code,
                name,
                targets,
                Amount.sum(lines.stream().map(Balance::budgeted).toList()),
                Amount.sum(lines.stream().map(line -> line.of(Stage.EXECUTED)).toList()),
                monitored.getOrDefault(code, List.of()),
                evaluated.getOrDefault(code, List.of()));
    }

    private Map<String, List<Facts.MonitoringFact>> monitored(OpenedBudget budget) {
        return stated.monitored(budget.id(), budget.moment()).stream()
                .sorted(Comparator.comparing(Facts.MonitoringFact::through).reversed())
                .collect(Collectors.groupingBy(Facts.MonitoringFact::project));
    }

    private Map<String, List<Facts.EvaluationFact>> evaluated(OpenedBudget budget) {
        return stated.evaluated(budget.id(), budget.moment()).reversed().stream()
                .collect(Collectors.groupingBy(Facts.EvaluationFact::project));
    }
}
