package org.mingzhang.query.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.kernel.value.UnitCode;

/**
 * Everything a table may ask about one budget at one instant: the pure input of the {@link Tabulator}.
 *
 * @param position the position of the log up to which events are counted
 * @param basis the measure that the amounts of the lines show
 * @param units by code
 * @param expenditure lines in order of entry; a line that was reclassified may stand under several classifications
 * @param projects in order of entry
 * @param statements by topic
 */
public record BudgetFacts(
        BudgetHeader header,
        long position,
        TableBasis basis,
        List<BudgetUnit> units,
        List<LineFact> expenditure,
        List<LineFact> revenue,
        List<Project> projects,
        Map<ProjectCode, List<Indicator>> projectTargets,
        List<Indicator> overallTargets,
        Map<String, Statement> statements) {
    public Optional<BudgetUnit> unit(UnitCode code) {
        return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    /** What belongs to one unit; what the department says as a whole stays. */
    public BudgetFacts of(UnitCode unit) {
        List<Project> own =
                projects.stream().filter(project -> project.unit().equals(unit)).toList();
        return new BudgetFacts(
                header,
                position,
                basis,
                units.stream().filter(each -> each.code().equals(unit)).toList(),
                expenditure.stream()
                        .filter(line -> line.classification().unit().equals(unit))
                        .toList(),
                revenue.stream()
                        .filter(line -> line.classification().unit().equals(unit))
                        .toList(),
                own,
                own.stream()
                        .filter(project -> projectTargets.containsKey(project.code()))
                        .collect(Collectors.toMap(Project::code, project -> projectTargets.get(project.code()))),
                overallTargets,
                statements);
    }

    /** The same with other words in its statements. */
    public BudgetFacts saying(Map<String, Statement> others) {
        return new BudgetFacts(
                header, position, basis, units, expenditure, revenue, projects, projectTargets, overallTargets, others);
    }

    /** With one more unit: one that is not registered yet, or not any more, while something is asked of it. */
    public BudgetFacts with(BudgetUnit more) {
        List<BudgetUnit> all = new ArrayList<>(units);
        all.add(more);
        all.sort(Comparator.comparing(BudgetUnit::code));
        return new BudgetFacts(
                header,
                position,
                basis,
                all,
                expenditure,
                revenue,
                projects,
                projectTargets,
                overallTargets,
                statements);
    }

    List<LineFact> lines(FactSide side) {
        return switch (side) {
            case EXPENDITURE -> expenditure;
            case REVENUE -> revenue;
        };
    }
}
