package org.mingzhang.command.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.StatementCommand;
import org.mingzhang.command.fields.ContentFields;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.Parse;
import org.mingzhang.command.fields.Value;
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
            "procurement", ContentFields::procurement,
            "assets", ContentFields::assets);

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
        List<String> items = Parse.lines(fields.optionalText("items"))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return fields.made(() -> statement.apply(items));
    }

    private static <S extends Statement> Value<S> text(FieldReader fields, Function<String, S> statement) {
        Value<String> text = fields.text("text");
        return fields.made(() -> statement.apply(Parse.lines(text.get())));
    }

    private static Value<Statement> tasks(FieldReader fields) {
        Value<List<Statement.Task>> tasks = fields.each("tasks", ContentFields::task);
        return fields.made(() -> new Statement.AnnualTasks(tasks.get()));
    }

    private static Value<Statement> glossary(FieldReader fields) {
        Value<List<Statement.Term>> terms = fields.each("terms", ContentFields::term);
        return fields.made(() -> new Statement.Glossary(terms.get()));
    }
}
