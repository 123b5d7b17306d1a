package org.mingzhang.command.web;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.LineCommand;
import org.mingzhang.command.budget.RevenueCommand;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.RevenueContent;
import org.mingzhang.kernel.value.RevenueSource;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.YearSource;

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
        Value<Classification.Expenditure> money = expenditure(fields);
        Value<Amount> amount = fields.amount();
        String note = fields.optionalText("note");
        String reason = fields.optionalText("mappingReason");
        return fields.made(() -> command.apply(key.get(), new LineContent(money.get(), amount.get(), note, reason)));
    }

    private Value<Classification.Expenditure> expenditure(FieldReader fields) {
        Value<UnitCode> unit = fields.value("unit", UnitCode::new);
        Value<FunctionCode> function = fields.value("function", FunctionCode::new);
        Value<ProjectCategory> category =
                fields.value("category", Parse.choice(ProjectCategory.class, ProjectCategory::ofLabel));
        Value<Optional<ProjectCode>> project = fields.optional("project", ProjectCode::new);
        Value<DeptEconomicCode> dept = fields.value("deptEconomic", DeptEconomicCode::new);
        Value<GovEconomicCode> gov = govEconomic(fields, unit, dept);
        Value<FundType> fund = fields.value("fund", Parse.choice(FundType.class, FundType::ofLabel));
        Value<YearSource> source = fields.value("source", Parse.choice(YearSource.class, YearSource::ofLabel));
        Value<Boolean> appropriated = fields.flag("appropriated");
        return fields.made(() -> new Classification.Expenditure(
                unit.get(),
                function.get(),
                category.get(),
                project.get(),
                dept.get(),
                gov.get(),
                fund.get(),
                source.get(),
                appropriated.get()));
    }

    private Value<GovEconomicCode> govEconomic(FieldReader fields, Value<UnitCode> unit, Value<DeptEconomicCode> dept) {
        Value<Optional<GovEconomicCode>> given = fields.optional("govEconomic", GovEconomicCode::new);
        if (given.read().isEmpty() || unit.read().isEmpty() || dept.read().isEmpty()) {
            return Value.unread();
        }
        Optional<GovEconomicCode> code = given.get().or(() -> mapping.apply(unit.get(), dept.get()));
        if (code.isEmpty()) {
            fields.note("govEconomic", "request.no-mapping", dept.get().value());
        }
        return new Value<>(code);
    }

    private static Value<BudgetCommand> revenue(
            FieldReader fields, BiFunction<LineKey, RevenueContent, BudgetCommand> command) {
        Value<LineKey> key = fields.value("line", LineKey::new);
        Value<UnitCode> unit = fields.value("unit", UnitCode::new);
        Value<RevenueSource> revenue =
                fields.value("revenue", Parse.choice(RevenueSource.class, RevenueSource::ofLabel));
        Value<YearSource> source = fields.value("source", Parse.choice(YearSource.class, YearSource::ofLabel));
        Value<Boolean> appropriated = fields.flag("appropriated");
        Value<Amount> amount = fields.amount();
        String note = fields.optionalText("note");
        return fields.made(() -> command.apply(
                key.get(),
                new RevenueContent(
                        new Classification.Revenue(unit.get(), revenue.get(), source.get(), appropriated.get()),
                        amount.get(),
                        note)));
    }

    private static Value<BudgetCommand> removal(
            FieldReader fields, BiFunction<LineKey, String, BudgetCommand> command) {
        Value<LineKey> key = fields.value("line", LineKey::new);
        String reason = fields.optionalText("reason");
        return fields.made(() -> command.apply(key.get(), reason));
    }
}
