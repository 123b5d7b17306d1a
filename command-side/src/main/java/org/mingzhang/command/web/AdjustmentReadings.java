package org.mingzhang.command.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.OtherSide;
import org.mingzhang.command.fields.ContentFields;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.Parse;
import org.mingzhang.command.fields.Value;
import org.mingzhang.kernel.policy.Acknowledgement;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.RevisionCut;
import org.mingzhang.kernel.value.SupplementSource;
import org.mingzhang.kernel.value.UnitCode;

/** Adjustments; what is known of a line is filled in, so that a line is named by its key alone. */
final class AdjustmentReadings {
    static final Function<String, AdjustmentDirection> DIRECTION =
            Parse.choice(AdjustmentDirection.class, ofLabel(AdjustmentDirection.values(), d -> d.label()));

    private static final String UNKNOWN = "request.counterpart-unknown";

    private final Function<BudgetId, Budget> current;
    private final Mapping mapping;

    /** The governmental class that goes with a departmental one in a unit of a budget. */
    interface Mapping {
        Optional<GovEconomicCode> of(BudgetId budget, UnitCode unit, DeptEconomicCode code);
    }

    AdjustmentReadings(Function<BudgetId, Budget> current, Mapping mapping) {
        this.current = current;
        this.mapping = mapping;
    }

    Map<String, Reading> all() {
        Map<String, Reading> readings = new HashMap<>(DecisionReadings.ALL);
        readings.put("SubmitAdjustment", this::submit);
        return readings;
    }

    private Value<BudgetCommand> submit(BudgetId budget, FieldReader fields) {
        Value<AdjustmentDirection> direction = fields.value("direction", DIRECTION);
        Value<Optional<BudgetId>> counterpart = fields.optional("counterpart", BudgetId::parse);
        Optional<BudgetId> other = counterpart.read().flatMap(read -> read);
        Side gaining = new Side(other.orElse(budget), unfit(budget, direction, other));
        gaining.unfit()
                .filter(UNKNOWN::equals)
                .ifPresent(rule ->
                        fields.note("counterpart", rule, gaining.budget().toString()));
        Value<AdjustmentRequest> request = request(budget, fields, direction, gaining);
        Value<List<Acknowledgement>> acknowledged = acknowledged(fields);
        Value<Optional<Integer>> source = sourceNumber(fields);
        return fields.made(() -> other.isPresent()
                ? reorganisation(budget, request.get(), other.get(), acknowledged.get())
                : new AdjustmentCommand.SubmitAdjustment(budget, request.get(), acknowledged.get(), source.get()));
    }

    /**
     * Whose lines are named.
     *
     * @param unfit the rule by which that can be no budget to which lines go; what is not found there is no matter of the line
     */
    private record Side(BudgetId budget, Optional<String> unfit) {}

    private Optional<String> unfit(BudgetId budget, Value<AdjustmentDirection> direction, Optional<BudgetId> other) {
        if (other.isEmpty()) {
            return direction
                    .read()
                    .filter(AdjustmentDirection.REORGANISATION::equals)
                    .map(any -> "request.counterpart-missing");
        }
        return other.filter(id -> id.equals(budget)
                        || !id.year().equals(budget.year())
                        || !id.division().equals(budget.division()))
                .map(id -> "request.counterpart-unfit")
                .or(() -> other.filter(id -> current.apply(id).opening().isEmpty())
                        .map(id -> UNKNOWN));
    }

    /** What gains is the other budget's. */
    private static AdjustmentCommand reorganisation(
            BudgetId budget, AdjustmentRequest request, BudgetId other, List<Acknowledgement> acknowledged) {
        Map<Boolean, List<AdjustmentEntry>> sides = request.entries().stream()
                .collect(Collectors.partitioningBy(entry -> entry.change().isNegative()));
        Set<ProjectCode> theirs = projects(sides.getOrDefault(false, List.of()));
        Set<ProjectCode> own = projects(sides.getOrDefault(true, List.of()));
        return new AdjustmentCommand.SubmitReorganisation(
                budget,
                request.there(
                        sides.getOrDefault(true, List.of()),
                        request.performance().stream()
                                .filter(effect -> own.contains(effect.project()) || !theirs.contains(effect.project()))
                                .toList(),
                        request.mends(),
                        request.reverses()),
                new OtherSide(
                        other,
                        sides.getOrDefault(false, List.of()),
                        request.performance().stream()
                                .filter(effect -> theirs.contains(effect.project()))
                                .toList()),
                acknowledged);
    }

    private static Set<ProjectCode> projects(List<AdjustmentEntry> entries) {
        Set<ProjectCode> projects = new TreeSet<>();
        entries.forEach(entry -> entry.classification().project().ifPresent(projects::add));
        return projects;
    }

    /** Of the source that a supplement draws on. */
    static Value<Optional<Integer>> sourceNumber(FieldReader fields) {
        return fields.optional("sourceNumber", Parse::count);
    }

    /** Everything a document says, but how its money moves. */
    Value<AdjustmentRequest> request(BudgetId budget, FieldReader fields, Value<AdjustmentDirection> direction) {
        return request(budget, fields, direction, new Side(budget, Optional.empty()));
    }

    private Value<AdjustmentRequest> request(
            BudgetId budget, FieldReader fields, Value<AdjustmentDirection> direction, Side gaining) {
        Value<ReasonClass> reasonClass =
                fields.valueOr(ReasonClass.OTHER, "reasonClass", AdjustmentReadings::reasonClass);
        String reason = fields.optionalText("reason");
        Value<LocalDate> day = fields.value("effectiveOn", Parse::day);
        AmountUnit unit = fields.unitOf("amountUnit", "from", "to");
        Value<List<AdjustmentEntry>> from =
                fields.each("from", row -> entry(new Side(budget, Optional.empty()), row, unit, -1));
        Value<List<AdjustmentEntry>> to = fields.each("to", row -> entry(gaining, row, unit, 1));
        gaining.unfit()
                .filter(rule -> to.read().isEmpty() && !rule.equals(UNKNOWN))
                .ifPresent(rule ->
                        fields.note("counterpart", rule, gaining.budget().toString()));
        Value<Boolean> unaffected = fields.flag("performanceUnaffected");
        Value<List<PerformanceEffect>> performance = fields.each("performance", AdjustmentReadings::performance);
        String procurement = fields.optionalText("procurement");
        Value<Optional<SupplementSource>> source = fields.optional(
                "source", Parse.choice(SupplementSource.class, ofLabel(SupplementSource.values(), s -> s.label())));
        String sourceNote = fields.optionalText("sourceNote");
        String number = fields.optionalText("requestNumber");
        String content = fields.optionalText("requestContent");
        Value<Optional<Integer>> mends = fields.optional("mends", Parse::count);
        Value<Optional<RevisionCut>> cut = fields.optional(
                "revisionCut", Parse.choice(RevisionCut.class, ofLabel(RevisionCut.values(), c -> c.label())));
        return fields.made(() -> {
            List<AdjustmentEntry> entries =
                    Stream.concat(from.get().stream(), to.get().stream()).toList();
            return new AdjustmentRequest(
                    direction.get(),
                    reasonClass.get(),
                    reason,
                    day.get(),
                    entries,
                    unaffected.get() ? withUnaffected(performance.get(), entries) : performance.get(),
                    procurement,
                    source.get(),
                    sourceNote,
                    number,
                    Parse.lines(content),
                    mends.get(),
                    Optional.empty(),
                    cut.get());
        });
    }

    /** One of before the mark says what the mark says now. */
    private static ReasonClass reasonClass(String text) {
        ReasonClass reason = Parse.choice(ReasonClass.class, ofLabel(ReasonClass.values(), r -> r.label()))
                .apply(text);
        if (!ReasonClass.offered().contains(reason)) {
            throw new InvalidValueException("request.reason-is-a-mark", text);
        }
        return reason;
    }

    static Value<List<Acknowledgement>> acknowledged(FieldReader fields) {
        return fields.each("acknowledged", AdjustmentReadings::acknowledgement);
    }

    /** What somebody says to a limit; nothing said is as if it were not there. */
    private static Value<Acknowledgement> acknowledgement(FieldReader row) {
        Value<String> rule = row.text("rule");
        String text = row.optionalText("text");
        row.nothingElse();
        return row.made(() -> new Acknowledgement(rule.get(), Parse.lines(text)));
    }

    /** A line that is there by its key, a new one with all that it will be counted under. */
    private Value<AdjustmentEntry> entry(Side of, FieldReader row, AmountUnit unit, int sign) {
        BudgetId budget = of.budget();
        Value<LineKey> line = row.value("line", LineKey::new);
        Value<Amount> amount = row.has("amountFen")
                ? row.value("amountFen", text -> positive(AmountUnit.fen(text), text))
                : row.value("amount", text -> positive(unit.parse(text), text));
        Value<Classification.Expenditure> money = row.has("unit")
                ? ContentFields.money(row, (unitOf, code) -> mapped(budget, row, unitOf, code))
                : known(of, row, line);
        row.nothingElse();
        if (money.read().isEmpty()) {
            return Value.unread();
        }
        return row.made(() -> new AdjustmentEntry(
                line.get(), money.get(), sign < 0 ? amount.get().negated() : amount.get()));
    }

    /** Whether a line gives or gains is said by where it stands, not by a sign. */
    private static Amount positive(Amount amount, String text) {
        if (!amount.exceeds(Amount.ZERO)) {
            throw new InvalidValueException("request.not-positive", text);
        }
        return amount;
    }

    private Optional<GovEconomicCode> mapped(BudgetId budget, FieldReader row, UnitCode unit, DeptEconomicCode code) {
        if (current.apply(budget).content().units().get(unit).isEmpty()) {
            row.note("unit", "request.unit-unknown", unit.value());
        }
        return mapping.of(budget, unit, code);
    }

    private Value<Classification.Expenditure> known(Side of, FieldReader row, Value<LineKey> line) {
        if (line.read().isEmpty()) {
            return Value.unread();
        }
        Budget state = current.apply(of.budget());
        Optional<Classification.Expenditure> found = state.execution().classification(line.get(), state.content());
        if (found.isEmpty() && of.unfit().isEmpty()) {
            row.note("line", "request.line-unknown", line.get().value());
        }
        return new Value<>(found);
    }

    /** Indicators revise the targets; a sheet of a form that was emptied says so with {@code revised}. */
    private static Value<PerformanceEffect> performance(FieldReader row) {
        Value<ProjectCode> project = row.value("project", ProjectCode::new);
        boolean some = row.has("indicators");
        Value<Boolean> revised = row.flag("revised");
        Value<List<Indicator>> indicators = row.each("indicators", ContentFields::indicator);
        row.nothingElse();
        return row.made(() -> new PerformanceEffect(
                project.get(), some || revised.get() ? Optional.of(indicators.get()) : Optional.empty()));
    }

    /** One box says it of every project of which nothing else is said. */
    private static List<PerformanceEffect> withUnaffected(List<PerformanceEffect> said, List<AdjustmentEntry> entries) {
        Set<ProjectCode> known = said.stream().map(PerformanceEffect::project).collect(Collectors.toSet());
        List<PerformanceEffect> all = new ArrayList<>(said);
        projects(entries).stream()
                .filter(project -> !known.contains(project))
                .forEach(project -> all.add(new PerformanceEffect(project, Optional.empty())));
        return all;
    }

    static <E> Function<String, E> ofLabel(E[] all, Function<E, String> label) {
        return text -> Stream.of(all)
                .filter(one -> label.apply(one).equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("request.not-a-choice", text));
    }
}
