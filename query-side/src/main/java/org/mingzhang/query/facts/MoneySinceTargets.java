package org.mingzhang.query.facts;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.ProjectCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By how much adjustments have changed the money of each project since its targets were last said. */
public final class MoneySinceTargets {
    /** A document that revises targets and moves money does both in one event, at one position. */
    private static final String MOVED = """
            select p.project, sum(p.delta_fen)
            from fact_posting p
            left join (select row_key, max(from_position) as said from fact_row
                where generation = (select generation from projection where name = 'facts')
                    and budget = :budget and kind = 'project-targets' and from_position <= :position
                group by row_key) t on t.row_key = p.project
            where p.generation = (select generation from projection where name = 'facts')
                and p.budget = :budget and p.position <= :position and p.effective <= :day
                and p.side = 'expenditure' and p.stage = 'ADJUSTED' and p.project <> ''
                and p.position > coalesce(t.said, 0)
            group by p.project having sum(p.delta_fen) <> 0 order by p.project""";

    private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;

    public MoneySinceTargets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Without those of which nothing was moved. */
    public Map<ProjectCode, Amount> of(BudgetId budget, Moment moment) {
        Map<ProjectCode, Amount> moved = new LinkedHashMap<>();
        jdbc.sql(MOVED)
                .param("budget", budget.toString())
                .param("position", moment.position())
                .param("day", moment.day().orElse(ANY_DAY))
                .query(row -> {
                    moved.put(new ProjectCode(row.getString(1)), new Amount(row.getLong(2)));
                });
        return moved;
    }
}
