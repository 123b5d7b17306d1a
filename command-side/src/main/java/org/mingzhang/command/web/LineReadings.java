package org.mingzhang.command.web;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.LineCommand;
import org.mingzhang.command.budget.RevenueCommand;
import org.mingzhang.command.fields.ContentFields;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.Value;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.RevenueContent;
import org.mingzhang.kernel.value.UnitCode;

/** Lines of expenditure and of revenue. */
final class LineReadings {
    private final BiFunction<UnitCode, DeptEconomicCode, Optional<GovEconomicCode>> mapping;

    /** @param mapping the governmental code for a unit and a departmental code, for fields left blank */
    LineReadings(BiFunction<UnitCode, DeptEconomicCode, Optional<GovEconomicCode>> mapping) {
        this.mapping = mapping;
    }

    Map<String, Reading> all() {
        return Map.of(
                "AllocateLine", (budget, fields) -> line(fields, (key, content) -> allocate(budget, key, content)),
                "ReviseLine", (budget, fields) -> line(fields, (key, content) -> revise(budget, key, content)),
                "RemoveLine",
                        (budget, fields) ->
                                removal(fields, (key, reason) -> new LineCommand.RemoveLine(budget, key, reason)),
                "EstimateRevenue",
                        (budget, fields) -> revenue(
                                fields, (key, content) -> new RevenueCommand.EstimateRevenue(budget, key, content)),
                "ReviseRevenue",
                        (budget, fields) -> revenue(
                                fields, (key, content) -> new RevenueCommand.ReviseRevenue(budget, key, content)),
                "RemoveRevenue",
                        (budget, fields) -> removal(
                                fields, (key, reason) -> new RevenueCommand.RemoveRevenue(budget, key, reason)));
    }

    private static BudgetCommand allocate(BudgetId budget, LineKey key, LineContent content) {
        return new LineCommand.AllocateLine(budget, key, content);
    }

    private static BudgetCommand revise(BudgetId budget, LineKey key, LineContent content) {
        return new LineCommand.ReviseLine(budget, key, content);
    }

    private Value<BudgetCommand> line(FieldReader fields, BiFunction<LineKey, LineContent, BudgetCommand> command) {
        Value<LineKey> key = fields.value("line", LineKey::new);
        Value<LineContent> content = ContentFields.expenditure(fields, mapping);
        return fields.made(() -> command.apply(key.get(), content.get()));
    }

    private static Value<BudgetCommand> revenue(
            FieldReader fields, BiFunction<LineKey, RevenueContent, BudgetCommand> command) {
        Value<LineKey> key = fields.value("line", LineKey::new);
        Value<RevenueContent> content = ContentFields.revenue(fields);
        return fields.made(() -> command.apply(key.get(), content.get()));
    }

    private static Value<BudgetCommand> removal(
            FieldReader fields, BiFunction<LineKey, String, BudgetCommand> command) {
        Value<LineKey> key = fields.value("line", LineKey::new);
        String reason = fields.optionalText("reason");
        return fields.made(() -> command.apply(key.get(), reason));
    }
}
