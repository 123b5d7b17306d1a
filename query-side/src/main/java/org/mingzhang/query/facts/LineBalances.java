package org.mingzhang.query.facts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has become of the money of every line of expenditure, by stage: the ledger of lines (预算台账). */
public final class LineBalances {
    private static final String SUMS = """
            select line_key, side, unit, fund, source, appropriated, revenue, function_code, category, project,
                dept_economic, gov_economic, stage, sum(delta_fen) as fen, min(position * 100000 + ordinal) as classified,
                min(min(position * 100000 + ordinal)) over (partition by line_key) as entered
            from fact_posting
            where generation = (select generation from projection where name = 'facts')
                and budget = :budget and position <= :position and effective <= :day
                and side = 'expenditure'
            group by line_key, side, unit, fund, source, appropriated, revenue, function_code, category, project,
                dept_economic, gov_economic, stage
            order by entered, line_key, classified""";

    /** Later than any. */
    private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

    private static final Set<String> AFTER_APPROVAL = Set.of("approved", "distributed");

    private final JdbcClient jdbc;
    private final Predicate<UnitCode> shown;
    private final FactReader facts;

    /** @param shown the units whose lines are told to whoever asks */
    public LineBalances(JdbcClient jdbc, Predicate<UnitCode> shown) {
        this.jdbc = jdbc;
        this.shown = shown;
        this.facts = new FactReader(jdbc);
    }

    /**
     * A line under one classification with its sums; those that are all nothing are left out.
     *
     * @param byStage the sum of each stage that it has postings of
     * @param approved whether the budget is approved, so that it and not what was issued before may be spent
     */
    public record Balance(
            LineKey line, Classification.Expenditure classification, Map<Stage, Amount> byStage, boolean approved) {
        public Amount of(Stage stage) {
            return byStage.getOrDefault(stage, Amount.ZERO);
        }

        /** The budget as it stands: initial and adjusted. */
        public Amount budgeted() {
            return of(Stage.INITIAL).plus(of(Stage.ADJUSTED));
        }

        /** 可用 = 额度 − 冻结 − 在途 − 已支付; before the approval the 额度 is what was issued for that; nothing once closed. */
        public Amount available() {
            Amount used = of(Stage.COMMITTED).plus(of(Stage.EXECUTED));
            return approved
                    ? budgeted()
                            .minus(of(Stage.FROZEN))
                            .minus(used)
                            .minus(of(Stage.CARRIED_OVER))
                            .minus(of(Stage.LAPSED))
                    : of(Stage.PROVISIONAL).minus(used);
        }

        Balance plus(Balance other) {
            Map<Stage, Amount> sums = new EnumMap<>(Stage.class);
            for (Stage stage : Stage.values()) {
                sums.put(stage, of(stage).plus(other.of(stage)));
            }
            return new Balance(line, classification, sums, approved);
        }

        boolean isNothing() {
            return byStage.values().stream().allMatch(Amount::isZero);
        }
    }

    /** In order of entry. */
    public List<Balance> of(BudgetId budget, long position) {
        return of(budget, Moment.at(position));
    }

    /** The same as of any moment of either clock. */
    public List<Balance> of(BudgetId budget, Moment moment) {
        Map<Object, Balance> balances = new LinkedHashMap<>();
        LineRow.Mapper mapper = new LineRow.Mapper();
        boolean approved = approved(budget, moment);
        jdbc.sql(SUMS)
                .param("budget", budget.toString())
                .param("position", moment.position())
                .param("day", moment.day().orElse(ANY_DAY))
                .query((result, number) -> {
                    LineRow row = mapper.mapRow(result, number);
                    Classification.Expenditure money = (Classification.Expenditure) row.classification();
                    Map<Stage, Amount> sum = new EnumMap<>(Stage.class);
                    sum.put(Stage.valueOf(result.getString("stage")), new Amount(row.fen()));
                    return new Balance(new LineKey(row.key()), money, sum, approved);
                })
                .list()
                .forEach(one -> balances.merge(List.of(one.line, one.classification), one, Balance::plus));
        return balances.values().stream()
                .filter(one -> !one.isNothing() && shown.test(one.classification.unit()))
                .toList();
    }

    private boolean approved(BudgetId budget, Moment moment) {
        return facts.held(budget, moment.position(), FactKind.PHASE, Facts.PhaseFact.class).stream()
                .map(FactReader.Held::body)
                .filter(phase -> moment.counts(phase.day()))
                .reduce((earlier, later) -> later)
                .map(Facts.PhaseFact::phase)
                .filter(AFTER_APPROVAL::contains)
                .isPresent();
    }

    /** All of them together, under no line. */
    public static Map<Stage, Amount> sum(Collection<Balance> balances) {
        Map<Stage, Amount> sums = new EnumMap<>(Stage.class);
        for (Balance balance : balances) {
            balance.byStage.forEach((stage, amount) -> sums.merge(stage, amount, Amount::plus));
        }
        return sums;
    }
}
