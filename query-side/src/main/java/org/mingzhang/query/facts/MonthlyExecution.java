package org.mingzhang.query.facts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was paid month by month, summed from the postings: a correction counts in the month that it corrects. */
public final class MonthlyExecution {
    private static final String MONTHS = """
            select extract(month from effective) as m, unit,
                sum(case when stage = 'EXECUTED' then delta_fen else 0 end) as executed,
                sum(case when stage = 'COMMITTED' then delta_fen else 0 end) as committed,
                count(distinct line_key) as line_count, min(basis) as basis, max(basis) as last_basis
            from fact_posting
            where generation = (select generation from projection where name = 'facts')
                and budget = :budget and position <= :position and effective <= :day
                and stage in ('EXECUTED', 'COMMITTED')
            group by extract(month from effective), unit
            order by m, unit""";

    private static final String LINES = """
            select line_key, unit, sum(delta_fen) as executed
            from fact_posting
            where generation = (select generation from projection where name = 'facts')
                and budget = :budget and position <= :position and effective <= :day and stage = 'EXECUTED'
                and extract(month from effective) = :month
            group by line_key, unit
            order by line_key""";

    /** Later than any day that counts. */
    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final Predicate<UnitCode> shown;

    /** @param shown the units whose lines are told to whoever asks */
    public MonthlyExecution(JdbcClient jdbc, Predicate<UnitCode> shown) {
        this.jdbc = jdbc;
        this.shown = shown;
    }

    /**
     * A month of a budget.
     *
     * @param executed paid without what came back
     * @param committed by how much what is in process (在途) changed
     * @param lines of which something was reported
     * @param documents numbers of the first and the last of its reports
     */
    public record Month(YearMonth month, Amount executed, Amount committed, long lines, Set<String> documents) {
        private Month plus(Month other) {
            Set<String> both = new TreeSet<>(documents);
            both.addAll(other.documents);
            return new Month(
                    month, executed.plus(other.executed), committed.plus(other.committed), lines + other.lines, both);
        }
    }

    /** Those in which anything of the budget was paid or in process, also of units that are not shown. */
    public Set<YearMonth> touched(BudgetId budget, Moment moment) {
        return new TreeSet<>(jdbc.sql(MONTHS)
                .param("budget", budget.toString())
                .param("position", moment.position())
                .param("day", moment.day().orElse(EVER))
                .query((row, number) -> YearMonth.of(budget.year().value(), row.getInt("m")))
                .list());
    }

    private record OfUnit(UnitCode unit, Month month) {}

    /** Those of which anything was reported, in order. */
    public List<Month> months(BudgetId budget, long position) {
        return months(budget, Moment.at(position));
    }

    /** The same as of any moment of either clock. */
    public List<Month> months(BudgetId budget, Moment moment) {
        Map<YearMonth, Month> months = new TreeMap<>();
        jdbc
                .sql(MONTHS)
                .param("budget", budget.toString())
                .param("position", moment.position())
                .param("day", moment.day().orElse(EVER))
                .query((row, number) -> new OfUnit(
                        new UnitCode(row.getString("unit")),
                        new Month(
                                YearMonth.of(budget.year().value(), row.getInt("m")),
                                new Amount(row.getLong("executed")),
                                new Amount(row.getLong("committed")),
                                row.getLong("line_count"),
                                new TreeSet<>(List.of(row.getString("basis"), row.getString("last_basis"))))))
                .list()
                .stream()
                .filter(one -> shown.test(one.unit()))
                .forEach(one -> months.merge(one.month().month(), one.month(), Month::plus));
        return List.copyOf(months.values());
    }

    /** What was paid of each line in a month of the budget's year. */
    public Map<LineKey, Amount> lines(BudgetId budget, Moment moment, YearMonth month) {
        Map<LineKey, Amount> lines = new LinkedHashMap<>();
        jdbc.sql(LINES)
                .param("budget", budget.toString())
                .param("position", moment.position())
                .param("day", moment.day().orElse(EVER))
                .param("month", month.getMonthValue())
                .query(row -> {
                    if (shown.test(new UnitCode(row.getString("unit")))) {
                        lines.put(new LineKey(row.getString("line_key")), new Amount(row.getLong("executed")));
                    }
                });
        return lines;
    }
}
