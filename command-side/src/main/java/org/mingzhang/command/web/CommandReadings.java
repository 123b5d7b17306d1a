package org.mingzhang.command.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.DisclosureCommand;
import org.mingzhang.command.budget.OpeningFromLastYear;
import org.mingzhang.command.budget.Policy;
import org.mingzhang.command.budget.RoundCommand;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.FieldTrace;
import org.mingzhang.command.fields.Parse;
import org.mingzhang.command.fields.Sent;
import org.mingzhang.command.fields.UnreadableFields;
import org.mingzhang.command.fields.Value;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.UnitCode;

/**
 * Reads every kind of command to one budget from named fields, by the command's name; made for one request.
 *
 * <p>Some fields are filled in from what is known: the governmental code from the mapping, an opening from last year's
 * budget, and what is published from the rendered tables.
 */
final class CommandReadings {
    private final BudgetCommands commands;
    private final RenderedTables tables;
    private final Policy policy;
    private final BudgetId budget;
    private final Map<String, Reading> readings = new HashMap<>();
    private final Map<BudgetId, Budget> known = new HashMap<>();

    CommandReadings(BudgetCommands commands, RenderedTables tables, LocalDate today, BudgetId budget) {
        this.commands = commands;
        this.tables = tables;
        this.policy = Policy.inForceOn(today);
        this.budget = budget;
        readings.putAll(new LineReadings(this::mapped).all());
        readings.putAll(StructureReadings.all());
        readings.putAll(StatementReadings.all());
        readings.putAll(ComparativeReadings.all());
        readings.putAll(RoundReadings.all());
        AdjustmentReadings adjustments = new AdjustmentReadings(this::current, this::mapped);
        readings.putAll(adjustments.all());
        readings.putAll(new ProjectAdjustmentReadings(this::current, adjustments).all());
        readings.putAll(ExecutionReadings.all());
        readings.putAll(PerformanceReadings.all());
        readings.put("OpenBudget", this::open);
        readings.put("ConfirmSecrecyReview", CommandReadings::review);
        readings.put("PublishDisclosure", this::publish);
        readings.put("Batch", this::batch);
    }

    /** The command of that name; refuses with {@link UnreadableFields} and everything that cannot be read. */
    BudgetCommand read(String name, Sent.Group sent, boolean nothingElse) {
        FieldReader fields = FieldReader.of(sent);
        Value<? extends BudgetCommand> command = named(name, fields);
        if (nothingElse) {
            fields.nothingElse();
        }
        return fields.finish(command);
    }

    /** What the reading of that name asks for when it reads an example. */
    void trace(String name, Sent.Group example, FieldTrace trace) {
        var _ = named(name, FieldReader.of(example, trace));
    }

    private Value<? extends BudgetCommand> named(String name, FieldReader fields) {
        Reading reading = readings.get(name);
        if (reading == null) {
            fields.note("command", "request.command-unknown", name);
            return Value.unread();
        }
        return reading.read(budget, fields);
    }

    private Optional<GovEconomicCode> mapped(UnitCode unit, DeptEconomicCode code) {
        return mapped(budget, unit, code);
    }

    private Optional<GovEconomicCode> mapped(BudgetId of, UnitCode unit, DeptEconomicCode code) {
        return current(of)
                .content()
                .units()
                .get(unit)
                .flatMap(found -> policy.codes().mapping().map(code, found.nature()));
    }

    private Budget current(BudgetId budget) {
        return known.computeIfAbsent(budget, id -> commands.current(id).budget());
    }

    private Value<? extends BudgetCommand> batch(BudgetId of, FieldReader fields) {
        Value<List<BudgetCommand>> all = fields.each("commands", row -> {
            Value<String> name = row.text("command");
            Value<? extends BudgetCommand> command = name.read().isEmpty() ? Value.unread() : named(name.get(), row);
            row.nothingElse();
            return new Value<>(command.read().map(BudgetCommand.class::cast));
        });
        return fields.made(() -> new BudgetCommand.Batch(of, all.get()));
    }

    private Value<? extends BudgetCommand> open(BudgetId opened, FieldReader fields) {
        Value<Optional<BudgetId>> source = fields.optional("copiedFrom", BudgetId::parse);
        if (source.read().isEmpty() || source.get().isEmpty()) {
            return RoundReadings.opening(opened, fields);
        }
        Value<FiscalYear> classification = fields.valueOr(opened.year(), "classificationYear", FiscalYear::parse);
        Value<Budget> last = fields.value("copiedFrom", text -> openedBudget(BudgetId.parse(text)));
        return fields.made(() -> ofOneDepartment(opened, source.get().get())
                ? OpeningFromLastYear.batch(opened.year(), last.get(), policy.codes(), classification.get())
                : foreign(opened, last.get().opening().orElseThrow(), classification.get()));
    }

    private static boolean ofOneDepartment(BudgetId opened, BudgetId source) {
        return opened.division().equals(source.division())
                && opened.department().equals(source.department());
    }

    /** Takes nothing over; the rules refuse it by the name of the budget that was asked for. */
    private static BudgetCommand foreign(BudgetId opened, Budget.Opening source, FiscalYear classification) {
        return new RoundCommand.OpenBudget(
                opened,
                source.divisionName(),
                source.departmentName(),
                source.shortName(),
                classification,
                Optional.of(source.id()),
                List.of());
    }

    private Budget openedBudget(BudgetId source) {
        Budget last = current(source);
        if (last.opening().isEmpty()) {
            throw new InvalidValueException("request.source-unknown", source.toString());
        }
        return last;
    }

    private static Value<BudgetCommand> review(BudgetId reviewed, FieldReader fields) {
        Value<Long> position = fields.value("position", Parse::number);
        String opinion = fields.optionalText("opinion");
        Value<LocalDate> day = fields.value("reviewedOn", Parse::day);
        return fields.made(
                () -> new DisclosureCommand.ConfirmSecrecyReview(reviewed, position.get(), opinion, day.get()));
    }

    private Value<BudgetCommand> publish(BudgetId published, FieldReader fields) {
        Value<Long> position = fields.value("position", Parse::number);
        Map<Integer, String> notes = fields.numbered("emptyTableNotes");
        Value<LocalDate> day = fields.value("publishedOn", Parse::day);
        return fields.made(() -> published(published, position.get(), notes, day.get()));
    }

    private BudgetCommand published(BudgetId published, long position, Map<Integer, String> notes, LocalDate day) {
        RenderedTables.Rendered rendered = tables.at(published, position, notes);
        return new DisclosureCommand.PublishDisclosure(
                published,
                position,
                rendered.templateVersions(),
                rendered.emptyTables(),
                notes,
                rendered.digest(),
                day);
    }
}
