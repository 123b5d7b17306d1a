package org.mingzhang.query.comparison;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.facts.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Has the database add up the postings of many budgets, each up to its own moment, in one question. */
final class PostingSums {
    /** The budgets come first, so that of the postings only theirs are looked up. */
    private static final String SUMS = """
        select right(r.budget, 4), {unit}, p.{code}, p.appropriated, case when p.project = '' then 0 else 1 end,
            p.dept_economic, sum(p.delta_fen)
        from unnest(cast(? as varchar array), cast(? as bigint array), cast(? as varchar array))
            as r(budget, upto, last_day)
        left join fact_posting p on p.generation = (select generation from projection where name = 'facts')
            and p.budget = r.budget and p.position <= r.upto and p.side = 'expenditure' and p.stage in ({stages}){further}
        group by right(r.budget, 4), {by-unit} p.{code}, p.appropriated, case when p.project = '' then 0 else 1 end,
            p.dept_economic\
        """;

    private static final LocalDate EVERY_DAY = LocalDate.of(9999, 12, 31);

    private static final String NO_UNIT = "''";
    private static final String UNIT = "left(r.budget, 7) || p.unit";

    private final JdbcClient jdbc;

    PostingSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String sql(ClassifiedSums.Asked asked, boolean byDay) {
        String named =
                asked.stages().stream().map(stage -> "'" + stage.name() + "'").collect(Collectors.joining(", "));
        return SUMS.replace("{unit}", asked.byUnit() ? UNIT : NO_UNIT)
                .replace("{by-unit}", asked.byUnit() ? UNIT + ", " : "")
                .replace("{code}", asked.by().column())
                .replace("{stages}", named)
                .replace(
                        "{further}",
                        (byDay ? " and p.effective <= cast(r.last_day as date)" : "")
                                + (asked.unit().isPresent() ? " and p.unit = ?" : ""));
    }

    /** @param until of each budget the moment up to which it is read; some may have a day and others none */
    void each(Map<BudgetId, Moment> until, ClassifiedSums.Asked asked, Consumer<ClassifiedSums.Sum> sums) {
        if (until.isEmpty()) {
            return;
        }
        List<Map.Entry<BudgetId, Moment>> budgets = List.copyOf(until.entrySet());
        boolean byDay = until.values().stream().anyMatch(moment -> moment.day().isPresent());
        JdbcClient.StatementSpec question = jdbc.sql(sql(asked, byDay))
                .param(budgets.stream().map(entry -> entry.getKey().toString()).toArray(String[]::new))
                .param(budgets.stream()
                        .map(entry -> entry.getValue().position())
                        .toArray(Long[]::new))
                .param(budgets.stream()
                        .map(entry -> entry.getValue().day().orElse(EVERY_DAY).toString())
                        .toArray(String[]::new));
        asked.unit().map(UnitCode::value).ifPresent(question::param);
        question.query(row -> {
            String code = row.getString(3);
            if (code != null) {
                sums.accept(new ClassifiedSums.Sum(
                        FiscalYear.parse(row.getString(1)),
                        row.getString(2),
                        code.isEmpty() ? ClassifiedSums.WITHOUT : code,
                        new ClassifiedSums.Money(
                                row.getBoolean(4),
                                row.getInt(5) == 1,
                                new DeptEconomicCode(row.getString(6)),
                                row.getLong(7))));
            }
        });
    }
}
