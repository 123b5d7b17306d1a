package org.mingzhang.query.disclosure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.kernel.value.UnitCode;

/**
 * Everything a disclosure table may know about one budget, as of one position, at one stage, in one scope.
 *
 * @param position the log position as of which these facts hold
 * @param units every unit in scope, in any order
 * @param expenditure one entry per line and classification, ascending by ordinal
 * @param projects in the order of entry
 * @param projectTargets indicators of each project in printed order
 * @param overallTargets indicators of the department as a whole in printed order
 * @param statements by {@link Statement#topic()}
 */
public record BudgetFacts(
        BudgetHeader header,
        long position,
        TableStage stage,
        Scope scope,
        List<BudgetUnit> units,
        List<FactLine<Classification.Expenditure>> expenditure,
        List<FactLine<Classification.Revenue>> revenue,
        List<Project> projects,
        Map<ProjectCode, List<Indicator>> projectTargets,
        List<Indicator> overallTargets,
        Map<String, Statement> statements) {
    public BudgetFacts {
        units = List.copyOf(units);
        expenditure = List.copyOf(expenditure);
        revenue = List.copyOf(revenue);
        projects = List.copyOf(projects);
        projectTargets = Collections.unmodifiableMap(new LinkedHashMap<>(projectTargets));
        overallTargets = List.copyOf(overallTargets);
        statements = Collections.unmodifiableMap(new LinkedHashMap<>(statements));
    }

    /**
     * The same facts for one unit alone.
     *
     * <p>Goals, tasks and overall targets are the department's and stay behind: a unit has none of its own here.
     */
    public BudgetFacts of(UnitCode unit) {
        return new BudgetFacts(
                header,
                position,
                stage,
                new Scope.OneUnit(unit),
                units.stream().filter(each -> each.code().equals(unit)).toList(),
                linesOf(unit, expenditure),
                linesOf(unit, revenue),
                projects,
                projectTargets,
                List.of(),
                Map.of());
    }

    private static <C extends Classification> List<FactLine<C>> linesOf(UnitCode unit, List<FactLine<C>> lines) {
        return lines.stream()
                .filter(line -> line.classification().unit().equals(unit))
                .toList();
    }
}
