package org.mingzhang.command.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.Content;
import org.mingzhang.command.fields.ContentFields;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.Parse;
import org.mingzhang.command.fields.Value;
import org.mingzhang.kernel.policy.Acknowledgement;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.UnitCode;

/**
 * A document that changes an approved project: the fields of an adjustment, and those of the project that change.
 *
 * <p>What is not sent stays as it is; a form sends {@code whole}, so that an emptied box empties the field.
 */
final class ProjectAdjustmentReadings {
    private final Function<BudgetId, Budget> current;
    private final AdjustmentReadings adjustments;

    ProjectAdjustmentReadings(Function<BudgetId, Budget> current, AdjustmentReadings adjustments) {
        this.current = current;
        this.adjustments = adjustments;
    }

    Map<String, Reading> all() {
        return Map.of("AdjustProject", this::adjust);
    }

    private Value<BudgetCommand> adjust(BudgetId budget, FieldReader fields) {
        Content content = current.apply(budget).content();
        Value<Project> before = fields.value("project", text -> known(content, text));
        Value<Boolean> whole = fields.flag("whole");
        Value<Project> after = after(fields, before, whole);
        boolean said = fields.has("indicators");
        Value<List<Indicator>> indicators = fields.each("indicators", ContentFields::indicator);
        Value<AdjustmentDirection> direction =
                fields.valueOr(AdjustmentDirection.CONTENT, "direction", AdjustmentReadings.DIRECTION);
        Value<AdjustmentRequest> request = adjustments.request(budget, fields, direction);
        Value<List<Acknowledgement>> acknowledged = AdjustmentReadings.acknowledged(fields);
        Value<Optional<Integer>> source = AdjustmentReadings.sourceNumber(fields);
        return fields.made(() -> {
            boolean revised = (said || whole.get())
                    && !indicators.get().equals(content.targetsOf(after.get().code()));
            AdjustmentRequest asked =
                    revised ? with(request.get(), after.get().code(), indicators.get()) : request.get();
            return new AdjustmentCommand.AdjustProject(budget, asked, after.get(), acknowledged.get(), source.get());
        });
    }

    private static Project known(Content content, String text) {
        return content.projects()
                .get(new ProjectCode(text))
                .orElseThrow(() -> new InvalidValueException("request.project-unknown", text));
    }

    private static Value<Project> after(FieldReader fields, Value<Project> before, Value<Boolean> whole) {
        String name = fields.optionalText("name");
        Value<Optional<UnitCode>> unit = fields.optional("unit", UnitCode::new);
        String description = fields.optionalText("description");
        return fields.made(() -> {
            Project old = before.get();
            boolean kept = description.isEmpty() && !whole.get();
            return new Project(
                    old.code(),
                    name.isBlank() ? old.name() : name.strip(),
                    old.category(),
                    unit.get().orElse(old.unit()),
                    kept ? old.description() : Parse.lines(description));
        });
    }

    /** What the document makes of the project's targets goes before what was said of all projects. */
    private static AdjustmentRequest with(AdjustmentRequest request, ProjectCode project, List<Indicator> indicators) {
        List<PerformanceEffect> performance = new ArrayList<>(request.performance());
        performance.removeIf(effect -> effect.project().equals(project));
        performance.add(new PerformanceEffect(project, Optional.of(indicators)));
        return new AdjustmentRequest(
                request.direction(),
                request.reasonClass(),
                request.reason(),
                request.effectiveOn(),
                request.entries(),
                performance,
                request.procurement(),
                request.source(),
                request.sourceNote(),
                request.requestNumber(),
                request.requestContent(),
                request.mends(),
                request.reverses(),
                request.revisionCut());
    }
}
