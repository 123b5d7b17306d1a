package org.mingzhang.query.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.codec.KernelJson;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dated rows of many budgets, each as it held at its own position, in one question to the database. */
public final class RowsOfBudgets {
    private static final String ROWS = """
        select r.budget, f.row_key, f.body
        from unnest(cast(? as varchar array), cast(? as bigint array)) as r(budget, upto)
        join fact_row f on f.generation = (select generation from projection where name = 'facts')
            and f.budget = r.budget and f.kind = ? and f.from_position <= r.upto and f.to_position > r.upto
        order by r.budget, f.from_position, f.row_key\
        """;

    private static final String EVERY_ROW = ROWS.replace(" and f.to_position > r.upto", "");

    private final JdbcClient jdbc;
    private final ObjectMapper json = KernelJson.mapper();

    public RowsOfBudgets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row by its key. */
    public record Keyed<T>(String key, T body) {}

    /** Those of one kind, by budget in order. */
    public <T> Map<BudgetId, List<Keyed<T>>> of(Map<BudgetId, Moment> until, FactKind kind, Class<T> type) {
        return asked(ROWS, until, kind, type);
    }

    /**
     * What was said on a day, of each key the last that counts by the moment of its budget. Every row is read, not only those
     * that hold: as of a day the one of that day counts, although a later one has taken its place since.
     */
    public <T extends Facts.Dated> Map<BudgetId, List<T>> counted(
            Map<BudgetId, Moment> until, FactKind kind, Class<T> type) {
        Map<BudgetId, List<T>> counted = new LinkedHashMap<>();
        asked(EVERY_ROW, until, kind, type).forEach((budget, rows) -> {
            Map<String, T> last = new LinkedHashMap<>();
            rows.stream()
                    .filter(row -> until.getOrDefault(budget, Moment.at(0))
                            .counts(row.body().day()))
                    .forEach(row -> last.put(row.key(), row.body()));
            counted.put(budget, List.copyOf(last.values()));
        });
        return counted;
    }

    /** Also those that hold no longer. */
    public <T> Map<BudgetId, List<Keyed<T>>> ever(Map<BudgetId, Moment> until, FactKind kind, Class<T> type) {
        return asked(EVERY_ROW, until, kind, type);
    }

    private <T> Map<BudgetId, List<Keyed<T>>> asked(
            String question, Map<BudgetId, Moment> until, FactKind kind, Class<T> type) {
        Map<BudgetId, List<Keyed<T>>> found = new LinkedHashMap<>();
        if (until.isEmpty()) {
            return found;
        }
        List<Map.Entry<BudgetId, Moment>> budgets = List.copyOf(until.entrySet());
        jdbc.sql(question)
                .param(budgets.stream().map(entry -> entry.getKey().toString()).toArray(String[]::new))
                .param(budgets.stream()
                        .map(entry -> entry.getValue().position())
                        .toArray(Long[]::new))
                .param(kind.stored())
                .query(row -> {
                    found.computeIfAbsent(BudgetId.parse(row.getString(1)), budget -> new ArrayList<>())
                            .add(new Keyed<>(row.getString(2), read(row.getString(3), type)));
                });
        return found;
    }

    private <T> T read(String body, Class<T> type) {
        try {
            return json.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact cannot be read as " + type.getSimpleName() + ": " + body, e);
        }
    }
}
