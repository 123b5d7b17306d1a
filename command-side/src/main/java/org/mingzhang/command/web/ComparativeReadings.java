package org.mingzhang.command.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.ComparativeCommand;
import org.mingzhang.command.fields.ContentFields;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.Parse;
import org.mingzhang.command.fields.Value;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Comparatives;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.PrintedFigure;

/** Figures printed of an earlier year: a row without an amount says that it is not known, and is left out. */
final class ComparativeReadings {
    private ComparativeReadings() {}

    static Map<String, Reading> all() {
        return Map.of("StateComparatives", ComparativeReadings::state);
    }

    private static Value<BudgetCommand> state(BudgetId budget, FieldReader fields) {
        Value<FiscalYear> year = fields.value("year", FiscalYear::parse);
        AmountUnit unit = fields.unit("amountUnit");
        Value<List<Optional<PrintedFigure>>> figures = fields.each("figures", row -> figure(row, unit));
        Value<Basis> source = RoundReadings.basis(fields);
        String reason = fields.optionalText("reason");
        return fields.made(() -> new ComparativeCommand.StateComparatives(
                budget,
                new Comparatives(
                        year.get(),
                        figures.get().stream().flatMap(Optional::stream).toList(),
                        source.get()),
                reason));
    }

    private static Value<Optional<PrintedFigure>> figure(FieldReader row, AmountUnit unit) {
        if (!row.has("amount") && !row.has("amountFen")) {
            Stream.of("level", "code", "amount", "amountFen").forEach(row::optionalText);
            row.nothingElse();
            return Value.of(Optional.empty());
        }
        Value<FigureLevel> level = row.value("level", Parse.choice(FigureLevel.class, FigureLevel::ofLabel));
        String code = row.optionalText("code");
        Value<Amount> amount = ContentFields.amount(row, "amount", unit);
        row.nothingElse();
        return row.made(() -> Optional.of(new PrintedFigure(level.get(), code.strip(), amount.get())));
    }
}
