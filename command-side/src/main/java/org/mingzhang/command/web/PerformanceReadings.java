package org.mingzhang.command.web;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.PerformanceCommand;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.Parse;
import org.mingzhang.command.fields.Value;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.IndicatorProgress;
import org.mingzhang.kernel.value.IndicatorResult;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.MonitoringAction;
import org.mingzhang.kernel.value.Outlook;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.QualityLevel;

/** Monitoring and self-evaluation; without {@code project} of the department as a whole. */
final class PerformanceReadings {
    private static final int HUNDREDTHS = 2;

    private PerformanceReadings() {}

    static Map<String, Reading> all() {
        return Map.of(
                "MonitorPerformance", PerformanceReadings::monitoring,
                "SelfEvaluate", PerformanceReadings::evaluation);
    }

    private static Value<BudgetCommand> monitoring(BudgetId budget, FieldReader fields) {
        Value<Optional<ProjectCode>> project = fields.optional("project", ProjectCode::new);
        Value<YearMonth> through = fields.value("through", Parse::month);
        Value<MonitoringAction> action =
                fields.value("action", Parse.choice(MonitoringAction.class, MonitoringAction::ofLabel));
        String words = fields.optionalText("words");
        Value<List<IndicatorProgress>> progress = fields.each("progress", PerformanceReadings::progress);
        return fields.made(() -> new PerformanceCommand.MonitorPerformance(
                budget, project.get(), through.get(), progress.get(), action.get(), words));
    }

    private static Value<IndicatorProgress> progress(FieldReader row) {
        Value<IndicatorLevel> level = row.value("level1", Parse.choice(IndicatorLevel.class, IndicatorLevel::ofLabel));
        Value<String> name = row.text("name");
        Value<String> actual = row.text("actual");
        Value<Optional<String>> expected = row.optional("expected", String::strip);
        Value<Outlook> outlook = row.value("outlook", Parse.choice(Outlook.class, Outlook::ofLabel));
        String reason = row.optionalText("reason");
        String correction = row.optionalText("correction");
        row.nothingElse();
        return row.made(() -> new IndicatorProgress(
                level.get(), name.get(), actual.get(), expected.get(), outlook.get(), reason, correction));
    }

    private static Value<BudgetCommand> evaluation(BudgetId budget, FieldReader fields) {
        Value<Optional<ProjectCode>> project = fields.optional("project", ProjectCode::new);
        String executionReason = fields.optionalText("executionReason");
        String words = fields.optionalText("words");
        Value<List<IndicatorResult>> results = fields.each("results", PerformanceReadings::result);
        return fields.made(() ->
                new PerformanceCommand.SelfEvaluate(budget, project.get(), results.get(), executionReason, words));
    }

    private static Value<IndicatorResult> result(FieldReader row) {
        Value<IndicatorLevel> level = row.value("level1", Parse.choice(IndicatorLevel.class, IndicatorLevel::ofLabel));
        Value<String> name = row.text("name");
        Value<Optional<Integer>> weight = row.optional("weight", PerformanceReadings::points);
        Value<String> actual = row.text("actual");
        Value<Optional<QualityLevel>> quality =
                row.optional("quality", Parse.choice(QualityLevel.class, QualityLevel::ofLabel));
        Value<Optional<Integer>> share = row.optional("share", Parse::count);
        String reason = row.optionalText("reason");
        String improvement = row.optionalText("improvement");
        row.nothingElse();
        return row.made(() -> new IndicatorResult(
                level.get(), name.get(), weight.get(), actual.get(), quality.get(), share.get(), reason, improvement));
    }

    /** Points with up to two decimals, in hundredths. */
    private static Integer points(String text) {
        String bare = text.strip();
        if (!bare.matches("\\d{1,3}(\\.\\d{1,2})?")) {
            throw new InvalidValueException("result.weight-not-points", text);
        }
        return new BigDecimal(bare).movePointRight(HUNDREDTHS).intValueExact();
    }
}
