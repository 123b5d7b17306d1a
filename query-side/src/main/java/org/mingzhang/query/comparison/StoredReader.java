package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.SumsWriter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what budgets add up to where it is stored: at the last release, or the like, before where somebody asks. */
final class StoredReader {
    /** The latest one that is there as of a position holds there too, but for what was posted since. */
    private static final String STORED = """
        select s.budget, s.position, s.sums
        from unnest(cast(? as varchar array), cast(? as bigint array)) as r(budget, upto)
        join fact_sum s on s.generation = ? and s.budget = r.budget and s.position =
            (select max(l.position) from fact_sum l where l.generation = ? and l.budget = r.budget and l.position <= r.upto)\
        """;

    private final JdbcClient jdbc;
    private final CodesMet codes;

    StoredReader(JdbcClient jdbc, CodesMet codes) {
        this.jdbc = jdbc;
        this.codes = codes;
    }

    /**
     * What a budget adds up to at a position.
     *
     * @param position at which {@link SumsWriter} wrote it
     */
    record Stored(long position, BudgetSums sums) {}

    /** Of those budgets of which something is stored, by their names. */
    Map<String, Stored> read(int generation, List<Map.Entry<BudgetId, Moment>> budgets) {
        Map<String, Long> positions = new HashMap<>();
        Map<String, List<byte[]>> pieces = new HashMap<>();
        jdbc.sql(STORED)
                .param(budgets.stream().map(one -> one.getKey().toString()).toArray(String[]::new))
                .param(budgets.stream().map(one -> one.getValue().position()).toArray(Long[]::new))
                .param(generation)
                .param(generation)
                .query(row -> {
                    positions.put(row.getString(1), row.getLong(2));
                    pieces.computeIfAbsent(row.getString(1), budget -> new ArrayList<>(1))
                            .add(row.getBytes(3));
                });
        Map<String, Stored> stored = new HashMap<>();
        pieces.forEach((budget, of) ->
                stored.put(budget, new Stored(positions.getOrDefault(budget, 0L), BudgetSums.stored(of, codes))));
        return stored;
    }
}
