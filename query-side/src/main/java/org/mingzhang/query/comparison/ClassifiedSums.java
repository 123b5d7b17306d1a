package org.mingzhang.query.comparison;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.facts.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up the money of many budgets, each up to its own position, by year and code, in one question to the database. */
@Component
class ClassifiedSums {
    /** What stands for the code of money that has none, such as basic expenditure among projects. */
    static final String WITHOUT = "-";

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

    ClassifiedSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As much of the classification of some money as named levels ask. */
    record Money(boolean appropriated, boolean ofProject, DeptEconomicCode dept, long fen) {
        Money of(long part) {
            return new Money(appropriated, ofProject, dept, part);
        }
    }

    /**
     * Money of a year.
     *
     * @param unit with its division, such as {@code 411200-103001}; blank where units are not told apart
     */
    record Sum(FiscalYear year, String unit, String code, Money money) {}

    /**
     * What is asked of the postings.
     *
     * @param unit whose money alone is counted; empty for whole departments
     * @param byUnit whether the money of each unit is told apart
     */
    record Asked(Set<Stage> stages, ComparedBy by, Optional<UnitCode> unit, boolean byUnit) {
        private String sql(boolean byDay) {
            String named =
                    stages.stream().map(stage -> "'" + stage.name() + "'").collect(Collectors.joining(", "));
            return SUMS.replace("{unit}", byUnit ? UNIT : NO_UNIT)
                    .replace("{by-unit}", byUnit ? UNIT + ", " : "")
                    .replace("{code}", by.column())
                    .replace("{stages}", named)
                    .replace(
                            "{further}",
                            (byDay ? " and p.effective <= cast(r.last_day as date)" : "")
                                    + (unit.isPresent() ? " and p.unit = ?" : ""));
        }
    }

    /** @param until of each budget the moment up to which it is read; some may have a day and others none */
    void each(Map<BudgetId, Moment> until, Asked asked, Consumer<Sum> sums) {
        if (until.isEmpty()) {
            return;
        }
        List<Map.Entry<BudgetId, Moment>> budgets = List.copyOf(until.entrySet());
        boolean byDay = until.values().stream().anyMatch(moment -> moment.day().isPresent());
        JdbcClient.StatementSpec question = jdbc.sql(asked.sql(byDay))
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
                sums.accept(new Sum(
                        FiscalYear.parse(row.getString(1)),
                        row.getString(2),
                        code.isEmpty() ? WITHOUT : code,
                        new Money(
                                row.getBoolean(4),
                                row.getInt(5) == 1,
                                new DeptEconomicCode(row.getString(6)),
                                row.getLong(7))));
            }
        });
    }
}
