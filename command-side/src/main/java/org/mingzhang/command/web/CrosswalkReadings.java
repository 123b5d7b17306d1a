package org.mingzhang.command.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.command.budget.CrosswalkCommand;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.Parse;
import org.mingzhang.command.fields.Sent;
import org.mingzhang.command.fields.Value;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.Succession;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.kernel.value.Successor;

/** Successions out of JSON or a form: a row for each successor; one alone takes everything unless it says a share. */
final class CrosswalkReadings {
    private static final int HUNDREDTHS = 2;

    private CrosswalkReadings() {}

    static CrosswalkCommand record(DivisionCode division, Sent.Group sent) {
        FieldReader fields = FieldReader.of(sent);
        Value<SuccessionKind> kind = fields.value("kind", Parse.choice(SuccessionKind.class, SuccessionKind::ofLabel));
        Value<String> before = fields.text("before");
        Value<List<Optional<Successor>>> after = fields.each("after", CrosswalkReadings::successor);
        Value<FiscalYear> from = fields.value("from", FiscalYear::parse);
        Value<Basis> basis = RoundReadings.basis(fields);
        Value<Boolean> declared = fields.flag("declared");
        fields.nothingElse();
        return fields.finish(fields.made(() -> new CrosswalkCommand.RecordSuccession(
                division,
                new Succession(
                        kind.get(),
                        before.get().strip(),
                        after.get().stream().flatMap(Optional::stream).toList(),
                        from.get(),
                        basis.get()),
                declared.get())));
    }

    static CrosswalkCommand withdraw(DivisionCode division, int number, Sent.Group sent) {
        FieldReader fields = FieldReader.of(sent);
        String reason = fields.optionalText("reason");
        fields.nothingElse();
        return fields.finish(fields.made(() -> new CrosswalkCommand.WithdrawSuccession(division, number, reason)));
    }

    /** A row of a form in which nothing was typed is none. */
    private static Value<Optional<Successor>> successor(FieldReader row) {
        if (!row.has("code") && !row.has("percent")) {
            Stream.of("code", "percent").forEach(row::optionalText);
            row.nothingElse();
            return Value.of(Optional.empty());
        }
        Value<String> code = row.text("code");
        Value<Integer> share = row.valueOr(Successor.WHOLE, "percent", CrosswalkReadings::share);
        row.nothingElse();
        return row.made(() -> Optional.of(new Successor(code.get().strip(), share.get())));
    }

    /** Per cent with at most two decimals, as hundredths of a per cent. */
    private static int share(String text) {
        try {
            BigDecimal percent = new BigDecimal(text.strip().replace("%", "").replace("％", ""));
            return percent.movePointRight(HUNDREDTHS).intValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            throw new InvalidValueException("succession.share-unfit", text);
        }
    }
}
