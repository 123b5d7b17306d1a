package org.mingzhang.command.intake;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.Sent;
import org.mingzhang.command.fields.UnreadableFields;
import org.mingzhang.command.fields.Value;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Statement;

/** Statements of named figures as texts by field, and back. */
final class StatementTexts {
    private StatementTexts() {}

    static Map<String, String> of(Optional<Statement> statement, AmountUnit unit) {
        return statement.map(known -> of(known, unit)).orElse(Map.of());
    }

    private static Map<String, String> of(Statement statement, AmountUnit unit) {
        return switch (statement) {
            case Statement.ProcurementPlan plan ->
                Map.of(
                        "goods", exact(plan.goods(), unit),
                        "works", exact(plan.works(), unit),
                        "services", exact(plan.services(), unit));
            case Statement.AssetsHeld held ->
                Map.of(
                        "generalVehicles", Integer.toString(held.generalVehicles()),
                        "enforcementVehicles", Integer.toString(held.enforcementVehicles()),
                        "specialVehicles", Integer.toString(held.specialVehicles()),
                        "otherVehicles", Integer.toString(held.otherVehicles()),
                        "otherVehiclesUse", held.otherVehiclesUse(),
                        "generalEquipmentFrom500k", Integer.toString(held.generalEquipmentFrom500k()),
                        "specialEquipmentFrom1m", Integer.toString(held.specialEquipmentFrom1m()));
            case Statement.Duties ignored -> Map.of();
            case Statement.Institutions ignored -> Map.of();
            case Statement.AnnualGoals ignored -> Map.of();
            case Statement.AnnualTasks ignored -> Map.of();
            case Statement.SpecialTransfers ignored -> Map.of();
            case Statement.KeyProjects ignored -> Map.of();
            case Statement.Glossary ignored -> Map.of();
        };
    }

    /** Every fen of it, which two decimals of 万元 would not show. */
    static String exact(Amount amount, AmountUnit unit) {
        int places = unit == AmountUnit.YUAN ? 2 : 6;
        return BigDecimal.valueOf(amount.fen(), places).stripTrailingZeros().toPlainString();
    }

    /** What the texts say; what cannot be read is noted with the row of its field, or with the first one. */
    static Optional<Statement> read(
            Map<String, String> texts,
            Function<FieldReader, Value<Statement>> reading,
            Map<String, Row> rows,
            Row first) {
        Map<String, Sent> members = new HashMap<>();
        texts.forEach((field, text) -> members.put(field, new Sent.Text(text)));
        FieldReader fields = FieldReader.of(new Sent.Group(members));
        Optional<Statement> statement = reading.apply(fields).read();
        for (UnreadableFields.Problem problem : fields.problems()) {
            rows.getOrDefault(problem.field(), first).note("content", problem.rule(), problem.text());
        }
        boolean spoiled = rows.values().stream().anyMatch(Row::spoiled);
        return spoiled ? Optional.empty() : statement;
    }
}
