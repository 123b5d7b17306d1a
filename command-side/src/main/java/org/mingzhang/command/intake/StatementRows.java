package org.mingzhang.command.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mingzhang.command.budget.Content;
import org.mingzhang.command.fields.ContentFields;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.Parse;
import org.mingzhang.command.fields.Value;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.Statement;

/** The rows that are statements: the sheet 年度任务, and each topic of the sheet 事项. */
final class StatementRows {
    /** What a list of none says in the official form. */
    private static final String NONE = "无";

    private static final int MOST_ITEMS = 10_000;
    private static final Map<String, String> PROCUREMENT = Map.of("货物", "goods", "工程", "works", "服务", "services");
    private static final Map<String, String> ASSETS = Map.of(
            "一般公务用车", "generalVehicles",
            "一般执法执勤用车", "enforcementVehicles",
            "特种专业技术用车", "specialVehicles",
            "其他用车", "otherVehicles",
            "其他用车用途", "otherVehiclesUse",
            "单价50万元以上通用设备", "generalEquipmentFrom500k",
            "单位价值100万元以上专用设备", "specialEquipmentFrom1m");

    private final Content content;
    private final AmountUnit unit;
    private final List<Made> made = new ArrayList<>();

    StatementRows(Content content, AmountUnit unit) {
        this.content = content;
        this.unit = unit;
    }

    /** A statement as it would be, with the row that answers for it. */
    record Made(Row first, Statement statement) {}

    List<Made> made() {
        return made;
    }

    void tasks(HeadedSheet sheet) {
        List<Statement.Task> before = known("annual-tasks", Statement.AnnualTasks.class)
                .map(Statement.AnnualTasks::tasks)
                .orElse(List.of());
        Merge<Statement.Task> merge = new Merge<>(before, Statement.Task::name);
        take(sheet.rows(), "name", merge, ContentFields::task);
        finish(sheet.rows(), () -> new Statement.AnnualTasks(merge.merged()));
        sheet.misses(merge.missing().stream().map(Statement.Task::name).toList(), Set.of());
    }

    void topics(HeadedSheet sheet) {
        Map<String, List<Row>> byTopic = new LinkedHashMap<>();
        sheet.rows()
                .forEach(row -> byTopic.computeIfAbsent(row.text("topic"), topic -> new ArrayList<>())
                        .add(row));
        byTopic.forEach((topic, rows) -> {
            for (Row row : rows) {
                row.recognisedBy((topic + " " + row.text("number") + " " + row.text("name")).strip());
            }
            topic(topic, rows);
        });
    }

    private void topic(String topic, List<Row> rows) {
        switch (topic) {
            case "主要职责" -> items("duties", rows, Statement.Duties::new);
            case "年度履职目标" -> items("annual-goals", rows, Statement.AnnualGoals::new);
            case "专项转移支付" -> items("special-transfers", rows, Statement.SpecialTransfers::new);
            case "机构设置" -> text("institutions", rows, Statement.Institutions::new);
            case "重点项目绩效" -> text("key-projects", rows, Statement.KeyProjects::new);
            case "名词解释" -> glossary(rows);
            case "政府采购" -> named("procurement", PROCUREMENT, rows, ContentFields::procurement);
            case "资产占用" -> named("assets", ASSETS, rows, ContentFields::assets);
            default -> rows.forEach(row -> row.note("topic", "request.topic-unknown", topic));
        }
    }

    private void glossary(List<Row> rows) {
        List<Statement.Term> before = known("glossary", Statement.Glossary.class)
                .map(Statement.Glossary::terms)
                .orElse(List.of());
        Merge<Statement.Term> merge = new Merge<>(before, Statement.Term::name);
        for (Row row : rows) {
            row.read(Map.of("explanation", row.text("content")), ContentFields::term)
                    .ifPresent(term -> merge.take(row, "name", term));
        }
        finish(rows, () -> new Statement.Glossary(merge.merged()));
    }

    private static <T> void take(
            List<Row> rows, String keyField, Merge<T> merge, Function<FieldReader, Value<T>> reading) {
        for (Row row : rows) {
            row.recognisedBy(row.text(keyField));
            row.read(Map.of(), reading).ifPresent(value -> merge.take(row, keyField, value));
        }
    }

    /** Items are recognised by their number; a number that the rows leave out keeps its item. */
    private void items(String topic, List<Row> rows, Function<List<String>, Statement> making) {
        List<String> before = itemsOf(topic);
        Map<Integer, String> items = new TreeMap<>();
        for (int index = 0; index < before.size(); index++) {
            items.put(index + 1, before.get(index));
        }
        Map<Integer, Row> seen = new HashMap<>();
        for (int index = 0; index < rows.size(); index++) {
            item(rows.get(index), index + 1, before, content.statements().has(topic), making)
                    .ifPresent(item -> {
                        Row first = seen.putIfAbsent(item.number(), item.row());
                        if (first != null) {
                            item.row().note("number", "intake.key-twice", Integer.toString(item.number()));
                        }
                        items.put(item.number(), item.text());
                    });
        }
        if (items.size() == 1 && items.containsValue(NONE)) {
            items.clear();
        }
        finish(rows, () -> making.apply(List.copyOf(items.values())));
    }

    private record Item(Row row, int number, String text) {}

    private static Optional<Item> item(
            Row row, int otherwise, List<String> before, boolean stated, Function<List<String>, Statement> making) {
        return row.read(Map.of(), fields -> {
                    Value<Integer> number = fields.valueOr(otherwise, "number", StatementRows::number);
                    Value<String> text = fields.text("content");
                    return fields.made(() -> new Item(row, number.get(), checked(text.get(), making)));
                })
                .map(item -> {
                    boolean known = item.number() <= before.size();
                    boolean same = known && before.get(item.number() - 1).equals(item.text());
                    boolean none = stated && before.isEmpty() && item.text().equals(NONE);
                    row.judged(same || none ? Verdict.UNCHANGED : known ? Verdict.CHANGED : Verdict.ADDED);
                    return item;
                });
    }

    /** The text, when the statement would take it. */
    private static String checked(String text, Function<List<String>, Statement> making) {
        var _ = making.apply(List.of(text));
        return text;
    }

    private static int number(String text) {
        int number = Parse.count(text);
        if (number < 1 || number > MOST_ITEMS) {
            throw new InvalidValueException("request.not-a-number", text);
        }
        return number;
    }

    private List<String> itemsOf(String topic) {
        return content.statements()
                .get(topic)
                .map(known -> switch (known) {
                    case Statement.Duties(var items) -> items;
                    case Statement.AnnualGoals(var items) -> items;
                    case Statement.SpecialTransfers(var items) -> items;
                    case Statement.Institutions ignored -> List.<String>of();
                    case Statement.AnnualTasks ignored -> List.<String>of();
                    case Statement.ProcurementPlan ignored -> List.<String>of();
                    case Statement.AssetsHeld ignored -> List.<String>of();
                    case Statement.KeyProjects ignored -> List.<String>of();
                    case Statement.Glossary ignored -> List.<String>of();
                })
                .orElse(List.of());
    }

    private void text(String topic, List<Row> rows, Function<String, Statement> making) {
        Row first = rows.getFirst();
        rows.stream().skip(1).forEach(row -> row.note("topic", "intake.key-twice", row.text("topic")));
        first.read(Map.of(), fields -> {
                    Value<String> text = fields.text("content");
                    return fields.made(() -> making.apply(text.get()));
                })
                .ifPresent(statement -> stated(topic, rows, statement));
    }

    /** Rows that are the fields of one statement; a field that no row names keeps its value. */
    private void named(
            String topic, Map<String, String> names, List<Row> rows, Function<FieldReader, Value<Statement>> reading) {
        Map<String, Row> byField = new LinkedHashMap<>();
        for (Row row : rows) {
            String field = names.getOrDefault(row.text("name"), "");
            if (field.isEmpty()) {
                row.note("name", "intake.name-unknown", row.text("name"));
            } else if (byField.putIfAbsent(field, row) != null) {
                row.note("name", "intake.key-twice", row.text("name"));
            }
        }
        Map<String, String> texts =
                new HashMap<>(StatementTexts.of(content.statements().get(topic), unit));
        byField.forEach((field, row) -> texts.put(field, row.text("content")));
        texts.put("amountUnit", unit.label());
        StatementTexts.read(texts, reading, byField, rows.getFirst())
                .ifPresent(statement -> stated(topic, rows, statement));
    }

    private void stated(String topic, List<Row> rows, Statement statement) {
        Optional<Statement> before = content.statements().get(topic);
        Verdict verdict =
                before.isEmpty() ? Verdict.ADDED : before.get().equals(statement) ? Verdict.UNCHANGED : Verdict.CHANGED;
        rows.forEach(row -> row.judged(verdict));
        made.add(new Made(rows.getFirst(), statement));
    }

    private void finish(List<Row> rows, Supplier<Statement> making) {
        if (!rows.isEmpty() && rows.stream().noneMatch(Row::spoiled)) {
            made.add(new Made(rows.getFirst(), making.get()));
        }
    }

    private <S extends Statement> Optional<S> known(String topic, Class<S> type) {
        return content.statements().get(topic).map(type::cast);
    }
}
