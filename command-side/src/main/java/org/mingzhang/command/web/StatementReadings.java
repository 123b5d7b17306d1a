package org.mingzhang.command.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.StatementCommand;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.Statement;

/** Statements, each topic with fields of its own. */
final class StatementReadings {
    private static final Map<String, Function<FieldReader, Value<? extends Statement>>> TOPICS = Map.of(
            "duties", fields -> items(fields, Statement.Duties::new),
            "annual-goals", fields -> items(fields, Statement.AnnualGoals::new),
            "special-transfers", fields -> items(fields, Statement.SpecialTransfers::new),
            "institutions", fields -> text(fields, Statement.Institutions::new),
            "key-projects", fields -> text(fields, Statement.KeyProjects::new),
            "annual-tasks", StatementReadings::tasks,
            "glossary", StatementReadings::glossary,
            "procurement", StatementReadings::procurement,
            "assets", StatementReadings::assets);

    private StatementReadings() {}

    static Map<String, Reading> all() {
        return Map.of("MakeStatement", StatementReadings::make);
    }

    private static Value<BudgetCommand> make(BudgetId budget, FieldReader fields) {
        Value<Function<FieldReader, Value<? extends Statement>>> topic =
                fields.value("topic", StatementReadings::topic);
        if (topic.read().isEmpty()) {
            return Value.unread();
        }
        Value<? extends Statement> statement = topic.get().apply(fields);
        return fields.made(() -> new StatementCommand.MakeStatement(budget, statement.get()));
    }

    private static Function<FieldReader, Value<? extends Statement>> topic(String text) {
        var found = TOPICS.get(text);
        if (found == null) {
            throw new InvalidValueException("request.topic-unknown", text);
        }
        return found;
    }

    /** One item per line. */
    private static <S extends Statement> Value<S> items(FieldReader fields, Function<List<String>, S> statement) {
        List<String> items = normal(fields.optionalText("items"))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return fields.made(() -> statement.apply(items));
    }

    private static <S extends Statement> Value<S> text(FieldReader fields, Function<String, S> statement) {
        Value<String> text = fields.text("text");
        return fields.made(() -> statement.apply(normal(text.get())));
    }

    private static Value<Statement> tasks(FieldReader fields) {
        Value<List<Statement.Task>> tasks = fields.each("tasks", row -> {
            Value<String> name = row.text("name");
            Value<String> content = row.text("content");
            return row.made(() -> new Statement.Task(name.get(), normal(content.get())));
        });
        return fields.made(() -> new Statement.AnnualTasks(tasks.get()));
    }

    private static Value<Statement> glossary(FieldReader fields) {
        Value<List<Statement.Term>> terms = fields.each("terms", row -> {
            Value<String> name = row.text("name");
            Value<String> explanation = row.text("explanation");
            return row.made(() -> new Statement.Term(name.get(), normal(explanation.get())));
        });
        return fields.made(() -> new Statement.Glossary(terms.get()));
    }

    private static Value<Statement> procurement(FieldReader fields) {
        AmountUnit unit = fields.unit("amountUnit");
        Value<Amount> goods = fields.valueOr(Amount.ZERO, "goods", unit::parse);
        Value<Amount> works = fields.valueOr(Amount.ZERO, "works", unit::parse);
        Value<Amount> services = fields.valueOr(Amount.ZERO, "services", unit::parse);
        return fields.made(() -> new Statement.ProcurementPlan(goods.get(), works.get(), services.get()));
    }

    private static Value<Statement> assets(FieldReader fields) {
        Value<Integer> general = count(fields, "generalVehicles");
        Value<Integer> enforcement = count(fields, "enforcementVehicles");
        Value<Integer> special = count(fields, "specialVehicles");
        Value<Integer> other = count(fields, "otherVehicles");
        String use = fields.optionalText("otherVehiclesUse");
        Value<Integer> equipment = count(fields, "generalEquipmentFrom500k");
        Value<Integer> specialEquipment = count(fields, "specialEquipmentFrom1m");
        return fields.made(() -> new Statement.AssetsHeld(
                general.get(),
                enforcement.get(),
                special.get(),
                other.get(),
                use,
                equipment.get(),
                specialEquipment.get()));
    }

    private static Value<Integer> count(FieldReader fields, String name) {
        return fields.valueOr(0, name, Parse::count);
    }

    /** Browsers send CR LF for each new line of a text area. */
    private static String normal(String text) {
        return text.replace("\r\n", "\n");
    }
}
