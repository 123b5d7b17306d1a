package org.mingzhang.command.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.RoundCommand;
import org.mingzhang.command.fields.ContentFields;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.Parse;
import org.mingzhang.command.fields.Value;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FundType;

/** The rounds of preparation. */
final class RoundReadings {
    private RoundReadings() {}

    static Map<String, Reading> all() {
        return Map.of(
                "SubmitFirstProposal",
                withText("note", RoundCommand.SubmitFirstProposal::new),
                "ReturnFirstProposal",
                withText("reason", RoundCommand.ReturnFirstProposal::new),
                "IssueCeiling",
                RoundReadings::issueCeiling,
                "ReviseCeiling",
                RoundReadings::reviseCeiling,
                "SubmitSecondDraft",
                withText("note", RoundCommand.SubmitSecondDraft::new),
                "ReturnSecondDraft",
                withText("reason", RoundCommand.ReturnSecondDraft::new),
                "IncludeInGovernmentDraft",
                withText("note", RoundCommand.IncludeInGovernmentDraft::new),
                "RecordEnactment",
                RoundReadings::enactment,
                "ApproveBudget",
                RoundReadings::approval,
                "DistributeBudget",
                RoundReadings::distribution);
    }

    /** An opening without anything taken over. */
    static Value<BudgetCommand> opening(BudgetId budget, FieldReader fields) {
        Value<String> division = fields.text("divisionName");
        Value<String> department = fields.text("departmentName");
        Value<String> shortName = fields.text("shortName");
        Value<FiscalYear> classification = fields.valueOr(budget.year(), "classificationYear", FiscalYear::parse);
        return fields.made(() -> new RoundCommand.OpenBudget(
                budget,
                division.get(),
                department.get(),
                shortName.get(),
                classification.get(),
                Optional.empty(),
                List.of()));
    }

    private static Reading withText(String name, BiFunction<BudgetId, String, BudgetCommand> command) {
        return (budget, fields) -> {
            String text = fields.optionalText(name);
            return fields.made(() -> command.apply(budget, text));
        };
    }

    private static Value<BudgetCommand> issueCeiling(BudgetId budget, FieldReader fields) {
        Value<Ceiling> ceiling = ceiling(fields);
        Value<Basis> basis = basis(fields);
        return fields.made(() -> new RoundCommand.IssueCeiling(budget, ceiling.get(), basis.get()));
    }

    private static Value<BudgetCommand> reviseCeiling(BudgetId budget, FieldReader fields) {
        Value<Ceiling> ceiling = ceiling(fields);
        Value<Basis> basis = basis(fields);
        String reason = fields.optionalText("reason");
        return fields.made(() -> new RoundCommand.ReviseCeiling(budget, ceiling.get(), basis.get(), reason));
    }

    private static Value<BudgetCommand> enactment(BudgetId budget, FieldReader fields) {
        Value<Basis> basis = basis(fields);
        return fields.made(() -> new RoundCommand.RecordEnactment(budget, basis.get()));
    }

    private static Value<BudgetCommand> approval(BudgetId budget, FieldReader fields) {
        Value<Basis> basis = basis(fields);
        Value<LocalDate> day = fields.value("approvedOn", Parse::day);
        return fields.made(() -> new RoundCommand.ApproveBudget(budget, basis.get(), day.get()));
    }

    private static Value<BudgetCommand> distribution(BudgetId budget, FieldReader fields) {
        Value<Basis> basis = basis(fields);
        Value<LocalDate> day = fields.value("distributedOn", Parse::day);
        return fields.made(() -> new RoundCommand.DistributeBudget(budget, basis.get(), day.get()));
    }

    static Value<Basis> basis(FieldReader fields) {
        return ContentFields.basis(fields);
    }

    /** A document, when its number or its title is given. */
    static Value<Optional<Basis>> document(FieldReader fields) {
        if (!fields.has("documentNumber") && !fields.has("title")) {
            Stream.of("documentNumber", "title", "issuer", "date", "invented").forEach(fields::optionalText);
            return Value.of(Optional.empty());
        }
        Value<Basis> basis = basis(fields);
        return fields.made(() -> Optional.of(basis.get()));
    }

    /** A fund without an amount has no ceiling, so that nothing may be drafted of it. */
    private static Value<Ceiling> ceiling(FieldReader fields) {
        AmountUnit unit = fields.unit("amountUnit");
        Map<FundType, Value<Optional<Amount>>> byFund = new EnumMap<>(FundType.class);
        for (FundType fund : FundType.values()) {
            byFund.put(fund, fields.optional(fund.name(), unit::parse));
        }
        Value<Amount> travel = fields.valueOr(Amount.ZERO, "overseasTravel", unit::parse);
        Value<Amount> vehicles = fields.valueOr(Amount.ZERO, "vehicles", unit::parse);
        Value<Amount> hospitality = fields.valueOr(Amount.ZERO, "hospitality", unit::parse);
        return fields.made(() -> new Ceiling(present(byFund), travel.get(), vehicles.get(), hospitality.get()));
    }

    private static Map<FundType, Amount> present(Map<FundType, Value<Optional<Amount>>> byFund) {
        Map<FundType, Amount> present = new EnumMap<>(FundType.class);
        byFund.forEach((fund, amount) -> amount.get().ifPresent(there -> present.put(fund, there)));
        return present;
    }
}
