package org.mingzhang.query.facts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mingzhang.kernel.value.BudgetId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Since when things of a budget are there, on both clocks. */
public final class Beginnings {
    private final JdbcClient jdbc;
    private final FactReader facts;
    private final FactsAsOf asOf;

    public Beginnings(JdbcClient jdbc, FactReader facts, FactsAsOf asOf) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.asOf = asOf;
    }

    /**
     * The first time.
     *
     * @param position at which it was recorded
     * @param day from which it was in effect
     */
    public record Beginning(long position, LocalDate day) {}

    /** Of lines, by their keys: when money was first moved on them. */
    public Map<String, Beginning> ofLines(BudgetId budget) {
        Map<String, Beginning> found = new HashMap<>();
        jdbc.sql("select line_key, min(position), min(effective) from fact_posting where generation = :generation"
                        + " and budget = :budget group by line_key")
                .param("generation", facts.generation())
                .param("budget", budget.toString())
                .query(row -> {
                    found.put(row.getString(1), new Beginning(row.getLong(2), row.getObject(3, LocalDate.class)));
                });
        return found;
    }

    /** Of the rows of a kind, by their keys. */
    public Map<String, Beginning> ofRows(BudgetId budget, FactKind kind) {
        Map<String, Long> positions = new LinkedHashMap<>();
        jdbc.sql("select row_key, min(from_position) from fact_row where generation = :generation"
                        + " and budget = :budget and kind = :kind group by row_key")
                .param("generation", facts.generation())
                .param("budget", budget.toString())
                .param("kind", kind.stored())
                .query(row -> {
                    positions.put(row.getString(1), row.getLong(2));
                });
        Map<Long, LocalDate> days = asOf.allEffective(new HashSet<>(positions.values()));
        Map<String, Beginning> found = new HashMap<>();
        positions.forEach((key, position) ->
                found.put(key, new Beginning(position, days.getOrDefault(position, LocalDate.EPOCH))));
        return found;
    }
}
