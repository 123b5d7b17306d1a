package org.mingzhang.command.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.Parse;
import org.mingzhang.command.fields.Value;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;

/** What is decided on an adjustment that is on its way, or in effect. */
final class DecisionReadings {
    static final Map<String, Reading> ALL = Map.of(
            "ReverseAdjustment",
            DecisionReadings::reverse,
            "ReviewAdjustment",
            DecisionReadings::review,
            "ReturnAdjustment",
            withReason(AdjustmentCommand.ReturnAdjustment::new),
            "RejectAdjustment",
            withReason(AdjustmentCommand.RejectAdjustment::new),
            "WithdrawAdjustment",
            withReason(AdjustmentCommand.WithdrawAdjustment::new),
            "PutAdjustmentIntoEffect",
            DecisionReadings::effect);

    private DecisionReadings() {}

    private static Value<BudgetCommand> reverse(BudgetId budget, FieldReader fields) {
        Value<Integer> number = fields.value("number", Parse::count);
        String reason = fields.optionalText("reason");
        Value<LocalDate> day = fields.value("effectiveOn", Parse::day);
        return fields.made(() -> new AdjustmentCommand.ReverseAdjustment(budget, number.get(), reason, day.get()));
    }

    private static Value<BudgetCommand> review(BudgetId budget, FieldReader fields) {
        Value<Integer> number = fields.value("number", Parse::count);
        Value<AdjustmentStation> station = fields.value(
                "station",
                Parse.choice(
                        AdjustmentStation.class,
                        AdjustmentReadings.ofLabel(AdjustmentStation.values(), s -> s.label())));
        Value<Optional<Basis>> document = RoundReadings.document(fields);
        String opinion = fields.optionalText("opinion");
        return fields.made(() ->
                new AdjustmentCommand.ReviewAdjustment(budget, number.get(), station.get(), document.get(), opinion));
    }

    private static Value<BudgetCommand> effect(BudgetId budget, FieldReader fields) {
        Value<Integer> number = fields.value("number", Parse::count);
        Value<Optional<Basis>> approval = RoundReadings.document(fields);
        Value<LocalDate> day = fields.value("effectiveOn", Parse::day);
        return fields.made(
                () -> new AdjustmentCommand.PutAdjustmentIntoEffect(budget, number.get(), approval.get(), day.get()));
    }

    private interface OnReason {
        BudgetCommand of(BudgetId budget, int number, String reason);
    }

    private static Reading withReason(OnReason command) {
        return (budget, fields) -> {
            Value<Integer> number = fields.value("number", Parse::count);
            String reason = fields.optionalText("reason");
            return fields.made(() -> command.of(budget, number.get(), reason));
        };
    }
}
