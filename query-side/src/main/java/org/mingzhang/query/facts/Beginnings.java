package org.mingzhang.query.facts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.mingzhang.kernel.value.BudgetId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Since when things of a budget are there, on both clocks.
 *
 * <p>The day from which an event is in effect never changes, so that days are kept: whoever asks after every event of a
 * budget reads the new event and not all first ones again. Safe for several threads.
 */
public final class Beginnings {
    /** Positions of which the day is kept, those asked last: some megabytes. */
    private static final int KEPT = 50_000;

    private final Map<Long, LocalDate> kept = new LinkedHashMap<>(16, 0.75F, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, LocalDate> eldest) {
            return size() > KEPT;
        }
    };
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
        Map<Long, LocalDate> days = days(new HashSet<>(positions.values()));
        Map<String, Beginning> found = new HashMap<>();
        positions.forEach((key, position) ->
                found.put(key, new Beginning(position, days.getOrDefault(position, LocalDate.EPOCH))));
        return found;
    }

    private Map<Long, LocalDate> days(Set<Long> positions) {
        Map<Long, LocalDate> days = new HashMap<>();
        synchronized (kept) {
            positions.forEach(position -> {
                LocalDate day = kept.get(position);
                if (day != null) {
                    days.put(position, day);
                }
            });
        }
        Set<Long> unknown = new HashSet<>(positions);
        unknown.removeAll(days.keySet());
        Map<Long, LocalDate> read = asOf.allEffective(unknown);
        synchronized (kept) {
            kept.putAll(read);
        }
        days.putAll(read);
        return days;
    }
}
