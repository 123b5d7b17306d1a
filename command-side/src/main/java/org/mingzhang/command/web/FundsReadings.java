package org.mingzhang.command.web;

import java.util.Optional;
import org.mingzhang.command.budget.FundsCommand;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.Parse;
import org.mingzhang.command.fields.Sent;
import org.mingzhang.command.fields.UnreadableFields;
import org.mingzhang.command.fields.Value;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.SupplementSource;

/** Reads the commands to the funds of a division's year from named fields. */
final class FundsReadings {
    private final FundsId funds;

    FundsReadings(FundsId funds) {
        this.funds = funds;
    }

    /** The command of that name; refuses with {@link UnreadableFields} and everything that cannot be read. */
    FundsCommand read(String name, Sent.Group sent, boolean nothingElse) {
        FieldReader fields = FieldReader.of(sent);
        Value<FundsCommand> command = named(name, fields);
        if (nothingElse) {
            fields.nothingElse();
        }
        return fields.finish(command);
    }

    private Value<FundsCommand> named(String name, FieldReader fields) {
        return switch (name) {
            case "RegisterSource" -> register(fields);
            case "IncreaseSource" -> increase(fields);
            case "CorrectSource" -> correct(fields);
            default -> {
                fields.note("command", "request.command-unknown", name);
                yield Value.unread();
            }
        };
    }

    private Value<FundsCommand> register(FieldReader fields) {
        Value<SupplementSource> kind =
                fields.value("kind", Parse.choice(SupplementSource.class, FundsReadings::kindOfLabel));
        Value<String> name = fields.text("name");
        Value<FundType> fund =
                fields.valueOr(FundType.GENERAL_PUBLIC, "fund", Parse.choice(FundType.class, FundType::ofLabel));
        Value<Amount> amount = fields.amount();
        String purpose = fields.optionalText("purpose");
        Value<Optional<FunctionCode>> function = fields.optional("function", FunctionCode::new);
        Value<Optional<ProjectCode>> project = fields.optional("project", ProjectCode::new);
        Value<Boolean> matching = fields.flag("matchingRequired");
        Value<Optional<Amount>> measuredBy = fields.has("generalExpenditure")
                ? fields.optional("generalExpenditure", fields.unit("amountUnit")::parse)
                : fields.optional("generalExpenditure", AmountUnit.YUAN::parse);
        Value<Basis> basis = RoundReadings.basis(fields);
        return fields.made(() -> new FundsCommand.RegisterSource(
                funds,
                new FundsSource(
                        kind.get(),
                        name.get(),
                        fund.get(),
                        purpose,
                        function.get(),
                        project.get(),
                        matching.get(),
                        measuredBy.get(),
                        basis.get()),
                amount.get()));
    }

    private Value<FundsCommand> increase(FieldReader fields) {
        Value<Integer> source = fields.value("source", Parse::count);
        Value<Amount> amount = fields.amount();
        Value<Basis> basis = RoundReadings.basis(fields);
        String note = fields.optionalText("note");
        return fields.made(() -> new FundsCommand.IncreaseSource(funds, source.get(), amount.get(), basis.get(), note));
    }

    private Value<FundsCommand> correct(FieldReader fields) {
        Value<Integer> source = fields.value("source", Parse::count);
        Value<String> name = fields.text("name");
        String purpose = fields.optionalText("purpose");
        Value<Amount> amount = fields.amount();
        Value<Basis> basis = RoundReadings.basis(fields);
        String reason = fields.optionalText("reason");
        return fields.made(() -> new FundsCommand.CorrectSource(
                funds, source.get(), name.get(), purpose, amount.get(), basis.get(), reason));
    }

    private static SupplementSource kindOfLabel(String text) {
        for (SupplementSource kind : SupplementSource.values()) {
            if (kind.label().equals(text.strip())) {
                return kind;
            }
        }
        throw new InvalidValueException("request.not-a-choice", text);
    }
}
