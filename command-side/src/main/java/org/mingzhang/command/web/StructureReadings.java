package org.mingzhang.command.web;

import java.util.List;
import java.util.Map;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.OrganisationCommand;
import org.mingzhang.command.budget.ProjectCommand;
import org.mingzhang.command.budget.TargetCommand;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;

/** Units, projects and targets. */
final class StructureReadings {
    private StructureReadings() {}

    static Map<String, Reading> all() {
        return Map.of(
                "RegisterUnit", StructureReadings::registerUnit,
                "ReviseUnit", StructureReadings::reviseUnit,
                "RemoveUnit", StructureReadings::removeUnit,
                "RegisterProject", StructureReadings::registerProject,
                "ReviseProject", StructureReadings::reviseProject,
                "RemoveProject", StructureReadings::removeProject,
                "SetOverallTargets", StructureReadings::overallTargets,
                "SetProjectTargets", StructureReadings::projectTargets);
    }

    private static Value<BudgetCommand> registerUnit(BudgetId budget, FieldReader fields) {
        Value<BudgetUnit> unit = unit(fields);
        return fields.made(() -> new OrganisationCommand.RegisterUnit(budget, unit.get()));
    }

    private static Value<BudgetCommand> reviseUnit(BudgetId budget, FieldReader fields) {
        Value<BudgetUnit> unit = unit(fields);
        return fields.made(() -> new OrganisationCommand.ReviseUnit(budget, unit.get()));
    }

    private static Value<BudgetCommand> removeUnit(BudgetId budget, FieldReader fields) {
        Value<UnitCode> code = fields.value("code", UnitCode::new);
        String reason = fields.optionalText("reason");
        return fields.made(() -> new OrganisationCommand.RemoveUnit(budget, code.get(), reason));
    }

    private static Value<BudgetUnit> unit(FieldReader fields) {
        Value<UnitCode> code = fields.value("code", UnitCode::new);
        Value<String> name = fields.text("name");
        String listed = fields.optionalText("listedName");
        Value<UnitNature> nature = fields.value("nature", Parse.choice(UnitNature.class, UnitNature::ofLabel));
        return fields.made(
                () -> new BudgetUnit(code.get(), name.get(), listed.isBlank() ? name.get() : listed, nature.get()));
    }

    private static Value<BudgetCommand> registerProject(BudgetId budget, FieldReader fields) {
        Value<Project> project = project(fields);
        return fields.made(() -> new ProjectCommand.RegisterProject(budget, project.get()));
    }

    private static Value<BudgetCommand> reviseProject(BudgetId budget, FieldReader fields) {
        Value<Project> project = project(fields);
        String reason = fields.optionalText("reason");
        return fields.made(() -> new ProjectCommand.ReviseProject(budget, project.get(), reason));
    }

    private static Value<BudgetCommand> removeProject(BudgetId budget, FieldReader fields) {
        Value<ProjectCode> code = fields.value("code", ProjectCode::new);
        String reason = fields.optionalText("reason");
        return fields.made(() -> new ProjectCommand.RemoveProject(budget, code.get(), reason));
    }

    private static Value<Project> project(FieldReader fields) {
        Value<ProjectCode> code = fields.value("code", ProjectCode::new);
        Value<String> name = fields.text("name");
        Value<ProjectCategory> category =
                fields.value("category", Parse.choice(ProjectCategory.class, ProjectCategory::ofLabel));
        Value<UnitCode> unit = fields.value("unit", UnitCode::new);
        String description = fields.optionalText("description");
        return fields.made(() -> new Project(code.get(), name.get(), category.get(), unit.get(), description));
    }

    private static Value<BudgetCommand> overallTargets(BudgetId budget, FieldReader fields) {
        Value<List<Indicator>> indicators = indicators(fields);
        String reason = fields.optionalText("reason");
        return fields.made(() -> new TargetCommand.SetOverallTargets(budget, indicators.get(), reason));
    }

    private static Value<BudgetCommand> projectTargets(BudgetId budget, FieldReader fields) {
        Value<ProjectCode> project = fields.value("project", ProjectCode::new);
        Value<List<Indicator>> indicators = indicators(fields);
        String reason = fields.optionalText("reason");
        return fields.made(() -> new TargetCommand.SetProjectTargets(budget, project.get(), indicators.get(), reason));
    }

    private static Value<List<Indicator>> indicators(FieldReader fields) {
        return fields.each("indicators", StructureReadings::indicator);
    }

    private static Value<Indicator> indicator(FieldReader fields) {
        Value<IndicatorLevel> level =
                fields.value("level1", Parse.choice(IndicatorLevel.class, IndicatorLevel::ofLabel));
        String level2 = fields.optionalText("level2");
        Value<String> name = fields.text("name");
        Value<String> target = fields.text("target");
        String note = fields.optionalText("note");
        return fields.made(() -> new Indicator(level.get(), level2, name.get(), target.get(), note));
    }
}
