package org.mingzhang.query.facts;

import java.util.Collection;
import java.util.EnumMap;
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
    private static final Set<String> AFTER_APPROVAL = Set.of("approved", "distributed");

    private final LineSums sums;
    private final Predicate<UnitCode> shown;
    private final FactReader facts;

    /** @param shown the units whose lines are told to whoever asks */
    public LineBalances(JdbcClient jdbc, Predicate<UnitCode> shown) {
        this.sums = new LineSums(jdbc);
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
        boolean approved = approved(budget, moment);
        return sums.of(budget, moment, facts.generation()).stream()
                .filter(sum -> !sum.isRevenue())
                .map(sum -> new Balance(
                        new LineKey(sum.key()),
                        (Classification.Expenditure) sum.classification(),
                        sum.byStage(),
                        approved))
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
