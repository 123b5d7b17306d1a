package org.mingzhang.command.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.Content;
import org.mingzhang.command.budget.TargetCommand;
import org.mingzhang.command.fields.ContentFields;
import org.mingzhang.command.fields.Value;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.ProjectCode;

/** Rows of performance targets; the rows of one project, or of the whole department, are one list and one command. */
final class TargetRows {
    private final BudgetId budget;
    private final Content content;
    private final String reason;
    private final Steps steps;

    TargetRows(BudgetId budget, Content content, String reason, Steps steps) {
        this.budget = budget;
        this.content = content;
        this.reason = reason;
        this.steps = steps;
    }

    private record Targets(Row first, Merge<Indicator> merge) {}

    private record OfProject(ProjectCode project, Indicator indicator) {}

    void ofProjects(HeadedSheet sheet) {
        Map<ProjectCode, Targets> byProject = new LinkedHashMap<>();
        for (Row row : sheet.rows()) {
            row.recognisedBy(row.text("project") + " " + row.text("name"));
            row.read(Map.of(), fields -> {
                        Value<ProjectCode> project = fields.value("project", ProjectCode::new);
                        Value<Indicator> indicator = ContentFields.indicator(fields);
                        return fields.made(() -> new OfProject(project.get(), indicator.get()));
                    })
                    .ifPresent(read -> byProject
                            .computeIfAbsent(read.project(), code -> new Targets(row, merge(content.targetsOf(code))))
                            .merge()
                            .take(row, "name", read.indicator()));
        }
        byProject.forEach((project, targets) -> set(
                targets,
                content.targetsOf(project),
                merged -> new TargetCommand.SetProjectTargets(budget, project, merged, reason)));
        sheet.misses(missing(byProject), Set.of());
    }

    private List<String> missing(Map<ProjectCode, Targets> byProject) {
        List<String> missing = new ArrayList<>();
        content.projectTargets().entries().forEach(entry -> {
            Targets targets = byProject.get(entry.key());
            List<Indicator> left =
                    targets == null ? entry.value() : targets.merge().missing();
            left.forEach(one -> missing.add(entry.key() + " " + one.name()));
        });
        return missing;
    }

    void overall(HeadedSheet sheet) {
        List<Indicator> before = content.overallTargets();
        Merge<Indicator> merge = merge(before);
        for (Row row : sheet.rows()) {
            row.recognisedBy(row.text("name"));
            row.read(Map.of(), ContentFields::indicator).ifPresent(indicator -> merge.take(row, "name", indicator));
        }
        if (!sheet.rows().isEmpty()) {
            set(
                    new Targets(sheet.rows().getFirst(), merge),
                    before,
                    merged -> new TargetCommand.SetOverallTargets(budget, merged, reason));
        }
        sheet.misses(merge.missing().stream().map(Indicator::name).toList(), Set.of());
    }

    private void set(Targets targets, List<Indicator> before, Function<List<Indicator>, BudgetCommand> command) {
        List<Indicator> merged = targets.merge().merged();
        if (!merged.equals(before)) {
            steps.add(targets.first(), command.apply(merged));
        }
    }

    private static Merge<Indicator> merge(List<Indicator> before) {
        return new Merge<>(before, one -> List.of(one.level1(), one.level2(), one.name()));
    }
}
