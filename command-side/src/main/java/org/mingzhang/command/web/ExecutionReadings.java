package org.mingzhang.command.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mingzhang.command.budget.AccountsCommand;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.ExecutionCommand;
import org.mingzhang.command.budget.Portion;
import org.mingzhang.command.fields.ContentFields;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.Parse;
import org.mingzhang.command.fields.Value;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.MonthFigures;
import org.mingzhang.kernel.value.ProvisionalGround;

/** The money of a year and its final accounts. */
final class ExecutionReadings {
    private ExecutionReadings() {}

    static Map<String, Reading> all() {
        return Map.of(
                "IssueProvisional", ExecutionReadings::provisional,
                "FreezeLine", held(ExecutionCommand.FreezeLine::new),
                "ThawLine", held(ExecutionCommand.ThawLine::new),
                "RecordExecution", ExecutionReadings::recorded,
                "StateCarryOver", ExecutionReadings::carryOver,
                "CloseYear", ExecutionReadings::closing,
                "PassAccounts", ExecutionReadings::accounts,
                "ReturnAccounts", ExecutionReadings::back);
    }

    private static Value<BudgetCommand> provisional(BudgetId budget, FieldReader fields) {
        Value<Basis> basis = RoundReadings.basis(fields);
        Value<YearMonth> until = fields.value("until", Parse::month);
        AmountUnit unit = fields.unit("amountUnit");
        Value<List<Optional<ExecutionCommand.ProvisionalEntry>>> entries = fields.each("entries", row -> {
            Value<LineKey> line = row.value("line", LineKey::new);
            if (!row.has("amount") && !row.has("amountFen") && !row.has("ground")) {
                return nothing(row, "amount", "amountFen", "ground", "reference", "referenceFen");
            }
            Value<ProvisionalGround> ground = row.value("ground", Parse.choice(ProvisionalGround.class, GROUND));
            Value<Amount> amount = ContentFields.amount(row, "amount", unit);
            Value<Amount> reference = ContentFields.amountOrNone(row, "reference", unit);
            row.nothingElse();
            return row.made(() -> Optional.of(
                    new ExecutionCommand.ProvisionalEntry(line.get(), ground.get(), amount.get(), reference.get())));
        });
        return fields.made(
                () -> new ExecutionCommand.IssueProvisional(budget, basis.get(), until.get(), there(entries.get())));
    }

    private static final Function<String, ProvisionalGround> GROUND =
            labelled(ProvisionalGround.values(), ProvisionalGround::label);

    private static final Function<String, AccountsStage> STAGE = labelled(AccountsStage.values(), AccountsStage::label);

    private interface Held {
        BudgetCommand of(BudgetId budget, LineKey line, Portion portion, String opinion, Optional<Basis> document);
    }

    /** A share when it is given, else an amount. */
    private static Reading held(Held command) {
        return (budget, fields) -> {
            Value<LineKey> line = fields.value("line", LineKey::new);
            AmountUnit unit = fields.unit("amountUnit");
            Value<Portion> portion;
            if (fields.has("percent")) {
                Value<Integer> percent = fields.value("percent", Parse::count);
                Stream.of("amount", "amountFen").forEach(fields::optionalText);
                portion = fields.made(() -> new Portion.Percent(percent.get()));
            } else {
                fields.optionalText("percent");
                Value<Amount> amount = ContentFields.amount(fields, "amount", unit);
                portion = fields.made(() -> new Portion.Fixed(amount.get()));
            }
            String opinion = fields.optionalText("opinion");
            Value<Optional<Basis>> document = RoundReadings.document(fields);
            Value<Portion> much = portion;
            return fields.made(() -> command.of(budget, line.get(), much.get(), opinion, document.get()));
        };
    }

    private static Value<BudgetCommand> recorded(BudgetId budget, FieldReader fields) {
        Value<YearMonth> month = fields.value("month", Parse::month);
        Value<Basis> source = RoundReadings.basis(fields);
        AmountUnit unit = fields.unit("amountUnit");
        String reason = fields.optionalText("reason");
        Value<List<ExecutionCommand.RecordedLine>> entries = fields.each("entries", row -> {
            Value<LineKey> line = row.value("line", LineKey::new);
            Value<MonthFigures> figures = ContentFields.figures(row, unit);
            String own = row.optionalText("reason");
            row.nothingElse();
            return row.made(
                    () -> new ExecutionCommand.RecordedLine(line.get(), figures.get(), own.isBlank() ? reason : own));
        });
        return fields.made(
                () -> new ExecutionCommand.RecordExecution(budget, month.get(), source.get(), entries.get()));
    }

    private static Value<BudgetCommand> carryOver(BudgetId budget, FieldReader fields) {
        AmountUnit unit = fields.unit("amountUnit");
        Value<List<Optional<ExecutionCommand.CarriedLine>>> entries = fields.each("entries", row -> {
            Value<LineKey> line = row.value("line", LineKey::new);
            if (!row.has("carried") && !row.has("carriedFen") && !row.has("statement")) {
                return nothing(row, "carried", "carriedFen", "statement");
            }
            Value<Amount> carried = ContentFields.amount(row, "carried", unit);
            String statement = row.optionalText("statement");
            row.nothingElse();
            return row.made(() -> Optional.of(new ExecutionCommand.CarriedLine(line.get(), carried.get(), statement)));
        });
        return fields.made(() -> new ExecutionCommand.StateCarryOver(budget, there(entries.get())));
    }

    private static Value<BudgetCommand> closing(BudgetId budget, FieldReader fields) {
        Value<LocalDate> day = fields.value("closedOn", Parse::day);
        Value<Basis> basis = RoundReadings.basis(fields);
        return fields.made(() -> new ExecutionCommand.CloseYear(budget, day.get(), basis.get()));
    }

    private static Value<BudgetCommand> accounts(BudgetId budget, FieldReader fields) {
        Value<AccountsStage> stage = fields.value("stage", Parse.choice(AccountsStage.class, STAGE));
        Value<LocalDate> day = fields.value("day", Parse::day);
        Value<Optional<Basis>> document = RoundReadings.document(fields);
        String opinion = fields.optionalText("opinion");
        return fields.made(
                () -> new AccountsCommand.PassAccounts(budget, stage.get(), day.get(), document.get(), opinion));
    }

    private static Value<BudgetCommand> back(BudgetId budget, FieldReader fields) {
        String reason = fields.optionalText("reason");
        return fields.made(() -> new AccountsCommand.ReturnAccounts(budget, reason));
    }

    /** A row of a grid that somebody left alone. */
    private static <T> Value<Optional<T>> nothing(FieldReader row, String... fields) {
        Stream.of(fields).forEach(row::optionalText);
        row.nothingElse();
        return Value.of(Optional.empty());
    }

    private static <T> List<T> there(List<Optional<T>> entries) {
        return entries.stream().flatMap(Optional::stream).toList();
    }

    private static <E> Function<String, E> labelled(E[] all, Function<E, String> label) {
        return text -> Stream.of(all)
                .filter(one -> label.apply(one).equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("request.not-a-choice", text));
    }
}
