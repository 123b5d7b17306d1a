package org.mingzhang.command.fields;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.MonthFigures;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.RevenueContent;
import org.mingzhang.kernel.value.RevenueSource;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.kernel.value.YearSource;

/** What a budget says, read from fields that have the same names in a form, in JSON and under the heads of a sheet. */
public final class ContentFields {
    private ContentFields() {}

    /** {@code code}, {@code name}, {@code listedName} (the name when blank), {@code nature}. */
    public static Value<BudgetUnit> unit(FieldReader fields) {
        Value<UnitCode> code = fields.value("code", UnitCode::new);
        Value<String> name = fields.text("name");
        String listed = fields.optionalText("listedName");
        Value<UnitNature> nature = fields.value("nature", Parse.choice(UnitNature.class, UnitNature::ofLabel));
        return fields.made(
                () -> new BudgetUnit(code.get(), name.get(), listed.isBlank() ? name.get() : listed, nature.get()));
    }

    /** {@code code}, {@code name}, {@code category}, {@code unit}, {@code description}. */
    public static Value<Project> project(FieldReader fields) {
        Value<ProjectCode> code = fields.value("code", ProjectCode::new);
        Value<String> name = fields.text("name");
        Value<ProjectCategory> category =
                fields.value("category", Parse.choice(ProjectCategory.class, ProjectCategory::ofLabel));
        Value<UnitCode> unit = fields.value("unit", UnitCode::new);
        String description = fields.optionalText("description");
        return fields.made(() -> new Project(code.get(), name.get(), category.get(), unit.get(), description));
    }

    /** {@code level1}, {@code level2}, {@code name}, {@code target}, {@code note}. */
    public static Value<Indicator> indicator(FieldReader fields) {
        Value<IndicatorLevel> level =
                fields.value("level1", Parse.choice(IndicatorLevel.class, IndicatorLevel::ofLabel));
        String level2 = fields.optionalText("level2");
        Value<String> name = fields.text("name");
        Value<String> target = fields.text("target");
        String note = fields.optionalText("note");
        return fields.made(() -> new Indicator(level.get(), level2, name.get(), target.get(), note));
    }

    /**
     * A line of expenditure but its key.
     *
     * @param mapping the governmental code for a unit and a departmental code, for a field left blank
     */
    public static Value<LineContent> expenditure(
            FieldReader fields, BiFunction<UnitCode, DeptEconomicCode, Optional<GovEconomicCode>> mapping) {
        Value<Classification.Expenditure> money = money(fields, mapping);
        Value<Amount> amount = fields.amount();
        String note = fields.optionalText("note");
        String reason = fields.optionalText("mappingReason");
        return fields.made(() -> new LineContent(money.get(), amount.get(), note, reason));
    }

    /** What a line of expenditure is counted under. */
    public static Value<Classification.Expenditure> money(
            FieldReader fields, BiFunction<UnitCode, DeptEconomicCode, Optional<GovEconomicCode>> mapping) {
        Value<UnitCode> unit = fields.value("unit", UnitCode::new);
        Value<FunctionCode> function = fields.value("function", FunctionCode::new);
        Value<ProjectCategory> category =
                fields.value("category", Parse.choice(ProjectCategory.class, ProjectCategory::ofLabel));
        Value<Optional<ProjectCode>> project = fields.optional("project", ProjectCode::new);
        Value<DeptEconomicCode> dept = fields.value("deptEconomic", DeptEconomicCode::new);
        Value<GovEconomicCode> gov = govEconomic(fields, mapping, unit, dept);
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

    private static Value<GovEconomicCode> govEconomic(
            FieldReader fields,
            BiFunction<UnitCode, DeptEconomicCode, Optional<GovEconomicCode>> mapping,
            Value<UnitCode> unit,
            Value<DeptEconomicCode> dept) {
        Value<Optional<GovEconomicCode>> given = fields.optional("govEconomic", GovEconomicCode::new);
        if (given.read().isEmpty() || unit.read().isEmpty() || dept.read().isEmpty()) {
            return Value.unread();
        }
        Optional<GovEconomicCode> code = given.get().or(() -> mapping.apply(unit.get(), dept.get()));
        if (code.isEmpty() && !fields.noted("unit")) {
            fields.note("govEconomic", "request.no-mapping", dept.get().value());
        }
        return new Value<>(code);
    }

    /** A line of revenue but its key. */
    public static Value<RevenueContent> revenue(FieldReader fields) {
        Value<UnitCode> unit = fields.value("unit", UnitCode::new);
        Value<RevenueSource> revenue =
                fields.value("revenue", Parse.choice(RevenueSource.class, RevenueSource::ofLabel));
        Value<YearSource> source = fields.value("source", Parse.choice(YearSource.class, YearSource::ofLabel));
        Value<Boolean> appropriated = fields.flag("appropriated");
        Value<Amount> amount = fields.amount();
        String note = fields.optionalText("note");
        return fields.made(() -> new RevenueContent(
                new Classification.Revenue(unit.get(), revenue.get(), source.get(), appropriated.get()),
                amount.get(),
                note));
    }

    /** {@code name}, {@code content}. */
    public static Value<Statement.Task> task(FieldReader fields) {
        Value<String> name = fields.text("name");
        Value<String> content = fields.text("content");
        return fields.made(() -> new Statement.Task(name.get(), Parse.lines(content.get())));
    }

    /** {@code name}, {@code explanation}. */
    public static Value<Statement.Term> term(FieldReader fields) {
        Value<String> name = fields.text("name");
        Value<String> explanation = fields.text("explanation");
        return fields.made(() -> new Statement.Term(name.get(), Parse.lines(explanation.get())));
    }

    /** {@code goods}, {@code works}, {@code services} in the unit {@code amountUnit}; nothing when blank. */
    public static Value<Statement> procurement(FieldReader fields) {
        AmountUnit unit = fields.unit("amountUnit");
        Value<Amount> goods = fields.valueOr(Amount.ZERO, "goods", unit::parse);
        Value<Amount> works = fields.valueOr(Amount.ZERO, "works", unit::parse);
        Value<Amount> services = fields.valueOr(Amount.ZERO, "services", unit::parse);
        return fields.made(() -> new Statement.ProcurementPlan(goods.get(), works.get(), services.get()));
    }

    /** Numbers of vehicles and of large equipment by their field names; none when blank. */
    public static Value<Statement> assets(FieldReader fields) {
        Value<Integer> general = count(fields, "generalVehicles");
        Value<Integer> enforcement = count(fields, "enforcementVehicles");
        Value<Integer> special = count(fields, "specialVehicles");
        Value<Integer> other = count(fields, "otherVehicles");
        String use = fields.optionalText("otherVehiclesUse");
        Value<Integer> equipment = count(fields, "generalEquipmentFrom500k");
        Value<Integer> specialEquipment = count(fields, "specialEquipmentFrom1m");
        return fields.made(() -> new Statement.AssetsHeld(
                general.get(),
                enforcement.get(),
                special.get(),
                other.get(),
                use,
                equipment.get(),
                specialEquipment.get()));
    }

    /** A document on which something rests. */
    public static Value<Basis> basis(FieldReader fields) {
        Value<String> number = fields.text("documentNumber");
        Value<String> title = fields.text("title");
        Value<String> issuer = fields.text("issuer");
        Value<LocalDate> date = fields.value("date", Parse::day);
        Value<Boolean> invented = fields.flag("invented");
        return fields.made(() -> new Basis(number.get(), title.get(), issuer.get(), date.get(), invented.get()));
    }

    /** An amount of either sign: {@code <name>Fen} in whole fen, or {@code <name>} in that unit. */
    public static Value<Amount> amount(FieldReader fields, String name, AmountUnit unit) {
        return fields.has(name + "Fen") ? fields.value(name + "Fen", AmountUnit::fen) : fields.value(name, unit::parse);
    }

    /** The same; nothing when it is not there. */
    public static Value<Amount> amountOrNone(FieldReader fields, String name, AmountUnit unit) {
        if (fields.has(name + "Fen") || fields.has(name)) {
            return amount(fields, name, unit);
        }
        Stream.of(name + "Fen", name).forEach(fields::optionalText);
        return Value.of(Amount.ZERO);
    }

    /** A month as the treasury reports it; where only refunds or money in process are said, nothing was paid. */
    public static Value<MonthFigures> figures(FieldReader row, AmountUnit unit) {
        boolean others = Stream.of("refunded", "refundedFen", "committed", "committedFen")
                .anyMatch(row::has);
        Value<Amount> paid = others ? amountOrNone(row, "paid", unit) : amount(row, "paid", unit);
        Value<Amount> refunded = amountOrNone(row, "refunded", unit);
        boolean stated = row.has("committed") || row.has("committedFen");
        Value<Amount> committed = amountOrNone(row, "committed", unit);
        return row.made(() ->
                new MonthFigures(paid.get(), refunded.get(), stated ? Optional.of(committed.get()) : Optional.empty()));
    }

    private static Value<Integer> count(FieldReader fields, String name) {
        return fields.valueOr(0, name, Parse::count);
    }
}
