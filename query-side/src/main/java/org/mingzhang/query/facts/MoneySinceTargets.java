package org.mingzhang.query.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.ProjectCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * By how much adjustments have changed the money of each project since its targets were last said.
 *
 * <p>On the recorded clock that is what was recorded after them. On the effective clock it is what is in effect from a later
 * day than they are (of one day, what was recorded later): a revision of targets that is not in effect yet confirms nothing,
 * and money that was recorded late and had moved before they were said is not money that moved since.
 */
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
                and p.budget = :budget and p.position <= :position
                and p.side = 'expenditure' and p.stage = 'ADJUSTED' and p.project <> ''
                and p.position > coalesce(t.said, 0)
            group by p.project having sum(p.delta_fen) <> 0 order by p.project""";

    private static final String SAID = """
            select row_key, from_position from fact_row
            where generation = (select generation from projection where name = 'facts')
                and budget = :budget and kind = 'project-targets' and from_position <= :position
            order by from_position""";

    private static final String IN_EFFECT = """
            select project, position, effective, delta_fen from fact_posting
            where generation = (select generation from projection where name = 'facts')
                and budget = :budget and position <= :position and effective <= :day
                and side = 'expenditure' and stage = 'ADJUSTED' and project <> ''
            order by project, position, ordinal""";

    private final JdbcClient jdbc;
    private final EffectiveRows.Days days;

    public MoneySinceTargets(JdbcClient jdbc, FactsAsOf asOf) {
        this(jdbc, asOf::allEffective);
    }

    MoneySinceTargets(JdbcClient jdbc, EffectiveRows.Days days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** Without those of which nothing was moved. */
    public Map<ProjectCode, Amount> of(BudgetId budget, Moment moment) {
        return moment.day()
                .map(day -> effective(budget, moment, day))
                .orElseGet(() -> recorded(budget, moment.position()));
    }

    /** What was said, by the day from which it holds. */
    private record Said(long position, LocalDate day) {
        boolean before(long other, LocalDate effective) {
            return day.isBefore(effective) || (day.equals(effective) && position < other);
        }
    }

    private Map<ProjectCode, Amount> effective(BudgetId budget, Moment moment, LocalDate day) {
        Map<String, Said> said = said(budget, moment);
        Map<ProjectCode, Amount> moved = new LinkedHashMap<>();
        jdbc.sql(IN_EFFECT)
                .param("budget", budget.toString())
                .param("position", moment.position())
                .param("day", day)
                .query(row -> {
                    Said targets = said.get(row.getString(1));
                    if (targets == null
                            || targets.before(row.getLong(2), row.getDate(3).toLocalDate())) {
                        moved.merge(new ProjectCode(row.getString(1)), new Amount(row.getLong(4)), Amount::plus);
                    }
                });
        moved.values().removeIf(Amount::isZero);
        return moved;
    }

    /** The last of each project that was in effect by the day, in the order of recording, as everywhere on that clock. */
    private Map<String, Said> said(BudgetId budget, Moment moment) {
        List<Map.Entry<Long, String>> rows = new ArrayList<>();
        jdbc.sql(SAID)
                .param("budget", budget.toString())
                .param("position", moment.position())
                .query(row -> {
                    rows.add(Map.entry(row.getLong(2), row.getString(1)));
                });
        Map<Long, LocalDate> from = rows.isEmpty()
                ? Map.of()
                : days.of(rows.stream().map(Map.Entry::getKey).collect(Collectors.toSet()));
        Map<String, Said> said = new HashMap<>();
        for (Map.Entry<Long, String> row : rows) {
            LocalDate day = from.get(row.getKey());
            if (day == null) {
                throw new IllegalStateException("no event at position " + row.getKey());
            }
            if (moment.counts(day)) {
                said.put(row.getValue(), new Said(row.getKey(), day));
            }
        }
        return said;
    }

    private Map<ProjectCode, Amount> recorded(BudgetId budget, long position) {
        Map<ProjectCode, Amount> moved = new LinkedHashMap<>();
        jdbc.sql(MOVED)
                .param("budget", budget.toString())
                .param("position", position)
                .query(row -> {
                    moved.put(new ProjectCode(row.getString(1)), new Amount(row.getLong(2)));
                });
        return moved;
    }
}
