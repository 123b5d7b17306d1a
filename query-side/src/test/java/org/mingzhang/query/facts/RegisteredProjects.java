package org.mingzhang.query.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;

/** A random history names projects that nobody registered, which the decider never lets happen. */
public final class RegisteredProjects {
    private RegisteredProjects() {}

    /** The same facts with every project that a line names. */
    public static BudgetFacts with(BudgetFacts facts) {
        Set<ProjectCode> registered =
                facts.projects().stream().map(Project::code).collect(Collectors.toSet());
        List<Project> projects = new ArrayList<>(facts.projects());
        facts.expenditure().stream()
                .map(LineFact::classification)
                .map(line -> ((Classification.Expenditure) line).project())
                .flatMap(Optional::stream)
                .distinct()
                .filter(code -> !registered.contains(code))
                .map(code -> new Project(code, "项目", ProjectCategory.OTHER_OPERATIONS, new UnitCode("103001"), ""))
                .forEach(projects::add);
        return new BudgetFacts(
                facts.header(),
                facts.position(),
                facts.basis(),
                facts.units(),
                facts.expenditure(),
                facts.revenue(),
                projects,
                facts.projectTargets(),
                facts.overallTargets(),
                facts.statements());
    }
}
