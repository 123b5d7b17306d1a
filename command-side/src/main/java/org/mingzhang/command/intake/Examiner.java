package org.mingzhang.command.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.Content;
import org.mingzhang.command.budget.LineCommand;
import org.mingzhang.command.budget.OrganisationCommand;
import org.mingzhang.command.budget.ProjectCommand;
import org.mingzhang.command.budget.RevenueCommand;
import org.mingzhang.command.budget.StatementCommand;
import org.mingzhang.command.fields.ContentFields;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.Value;
import org.mingzhang.kernel.codes.EconomicMapping;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;

/** Compares the sheets of one workbook with what a budget says, and makes commands of the difference. */
final class Examiner {
    private final BudgetId budget;
    private final Budget state;
    private final Content content;
    private final About about;
    private final EconomicMapping mapping;
    private final Map<SheetKind, HeadedSheet> sheets;
    private final AmountUnit unit;
    private final String reason;
    private final Steps steps = new Steps();
    private final Map<UnitCode, UnitNature> natures = new HashMap<>();

    /**
     * @param sheets those that can be read
     * @param unit of the amounts
     */
    Examiner(
            BudgetId budget,
            Budget state,
            About about,
            EconomicMapping mapping,
            Map<SheetKind, HeadedSheet> sheets,
            AmountUnit unit,
            String reason) {
        this.budget = budget;
        this.state = state;
        this.content = state.content();
        this.about = about;
        this.mapping = mapping;
        this.sheets = new EnumMap<>(sheets);
        this.unit = unit;
        this.reason = reason;
    }

    Steps steps() {
        content.units().values().forEach(known -> natures.put(known.code(), known.nature()));
        units();
        projects();
        expenditure();
        revenue();
        targets();
        statements();
        sheet(SheetKind.EXECUTION).ifPresent(new ExecutionRows(budget, state.execution(), about, unit, steps)::of);
        return steps;
    }

    private void units() {
        sheet(SheetKind.UNITS)
                .ifPresent(sheet -> new KeyedRows<>(sheet, "code", content.units(), UnitCode::new)
                        .each(Map.of(), ContentFields::unit, (row, code, before, after) -> {
                            natures.put(code, after.nature());
                            steps.add(
                                    row,
                                    before.isPresent()
                                            ? new OrganisationCommand.ReviseUnit(budget, after)
                                            : new OrganisationCommand.RegisterUnit(budget, after));
                        }));
    }

    private void projects() {
        sheet(SheetKind.PROJECTS)
                .ifPresent(sheet -> new KeyedRows<>(sheet, "code", content.projects(), ProjectCode::new)
                        .each(
                                Map.of(),
                                ContentFields::project,
                                (row, code, before, after) -> steps.add(
                                        row,
                                        before.isPresent()
                                                ? new ProjectCommand.ReviseProject(budget, after, reason)
                                                : new ProjectCommand.RegisterProject(budget, after))));
    }

    private record Changed(Row row, long grows, BudgetCommand command) {}

    /**
     * Lines that shrink go before lines that grow, and those before new ones: money that moves from line to line inside
     * the ceiling is not above it on the way.
     */
    private void expenditure() {
        sheet(SheetKind.EXPENDITURE).ifPresent(sheet -> {
            List<Changed> changed = new ArrayList<>();
            new KeyedRows<>(sheet, "line", content.lines(), LineKey::new)
                    .each(
                            amounts(),
                            this::line,
                            (row, key, before, after) -> changed.add(change(row, key, before, after)));
            changed.stream()
                    .sorted(Comparator.comparingLong(Changed::grows))
                    .forEach(each -> steps.add(each.row(), each.command()));
        });
    }

    private Value<LineContent> line(FieldReader fields) {
        fields.value("line", LineKey::new);
        fields.value("unit", this::knownUnit);
        return ContentFields.expenditure(fields, this::mapped);
    }

    /** Said here, because without the unit's nature no governmental code can be derived. */
    private UnitCode knownUnit(String text) {
        UnitCode code = new UnitCode(text);
        if (!natures.containsKey(code)) {
            throw new InvalidValueException("intake.unit-unknown", text);
        }
        return code;
    }

    private Changed change(Row row, LineKey key, Optional<LineContent> before, LineContent after) {
        return before.map(was -> new Changed(
                        row,
                        Long.signum(after.amount().compareTo(was.amount())),
                        new LineCommand.ReviseLine(budget, key, after)))
                .orElseGet(() -> new Changed(row, 2, new LineCommand.AllocateLine(budget, key, after)));
    }

    private Optional<GovEconomicCode> mapped(UnitCode of, DeptEconomicCode code) {
        return Optional.ofNullable(natures.get(of)).flatMap(nature -> mapping.map(code, nature));
    }

    private void revenue() {
        sheet(SheetKind.REVENUE)
                .ifPresent(sheet -> new KeyedRows<>(sheet, "line", content.revenue(), LineKey::new)
                        .each(
                                amounts(),
                                fields -> {
                                    fields.value("line", LineKey::new);
                                    return ContentFields.revenue(fields);
                                },
                                (row, key, before, after) -> steps.add(
                                        row,
                                        before.isPresent()
                                                ? new RevenueCommand.ReviseRevenue(budget, key, after)
                                                : new RevenueCommand.EstimateRevenue(budget, key, after))));
    }

    private void targets() {
        TargetRows rows = new TargetRows(budget, content, reason, steps);
        sheet(SheetKind.PROJECT_TARGETS).ifPresent(rows::ofProjects);
        sheet(SheetKind.OVERALL_TARGETS).ifPresent(rows::overall);
    }

    private void statements() {
        StatementRows rows = new StatementRows(content, unit);
        sheet(SheetKind.ANNUAL_TASKS).ifPresent(rows::tasks);
        sheet(SheetKind.STATEMENTS).ifPresent(rows::topics);
        rows.made().forEach(made -> made(made.first(), made.statement()));
    }

    private void made(Row first, Statement statement) {
        if (!content.statements().get(statement.topic()).equals(Optional.of(statement))) {
            steps.add(first, new StatementCommand.MakeStatement(budget, statement));
        }
    }

    private Optional<HeadedSheet> sheet(SheetKind kind) {
        return Optional.ofNullable(sheets.get(kind)).filter(HeadedSheet::readable);
    }

    private Map<String, String> amounts() {
        return Map.of("amountUnit", unit.label());
    }
}
