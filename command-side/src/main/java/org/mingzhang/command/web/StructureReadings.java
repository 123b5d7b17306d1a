package org.mingzhang.command.web;

import java.util.List;
import java.util.Map;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.OrganisationCommand;
import org.mingzhang.command.budget.ProjectCommand;
import org.mingzhang.command.budget.TargetCommand;
import org.mingzhang.command.fields.ContentFields;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.Value;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.UnitCode;

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
        Value<BudgetUnit> unit = ContentFields.unit(fields);
        return fields.made(() -> new OrganisationCommand.RegisterUnit(budget, unit.get()));
    }

    private static Value<BudgetCommand> reviseUnit(BudgetId budget, FieldReader fields) {
        Value<BudgetUnit> unit = ContentFields.unit(fields);
        return fields.made(() -> new OrganisationCommand.ReviseUnit(budget, unit.get()));
    }

    private static Value<BudgetCommand> removeUnit(BudgetId budget, FieldReader fields) {
        Value<UnitCode> code = fields.value("code", UnitCode::new);
        String reason = fields.optionalText("reason");
        return fields.made(() -> new OrganisationCommand.RemoveUnit(budget, code.get(), reason));
    }

    private static Value<BudgetCommand> registerProject(BudgetId budget, FieldReader fields) {
        Value<Project> project = ContentFields.project(fields);
        return fields.made(() -> new ProjectCommand.RegisterProject(budget, project.get()));
    }

    private static Value<BudgetCommand> reviseProject(BudgetId budget, FieldReader fields) {
        Value<Project> project = ContentFields.project(fields);
        String reason = fields.optionalText("reason");
        return fields.made(() -> new ProjectCommand.ReviseProject(budget, project.get(), reason));
    }

    private static Value<BudgetCommand> removeProject(BudgetId budget, FieldReader fields) {
        Value<ProjectCode> code = fields.value("code", ProjectCode::new);
        String reason = fields.optionalText("reason");
        return fields.made(() -> new ProjectCommand.RemoveProject(budget, code.get(), reason));
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
        return fields.each("indicators", ContentFields::indicator);
    }
}
