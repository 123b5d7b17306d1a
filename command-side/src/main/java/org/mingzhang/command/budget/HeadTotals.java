package org.mingzhang.command.budget;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Stage;

/** What the heads of a budget have: sums of lines that have something in common. */
record HeadTotals(Budget budget) {
    /** Under what a line is counted; empty when it is not. */
    interface Head<K> extends Function<Classification.Expenditure, Optional<K>> {}

    /** Nothing but some of them: most documents touch few heads, a budget has many. */
    static <K> Head<K> among(Set<K> some, Head<K> head) {
        return money -> head.apply(money).filter(some::contains);
    }

    /** What the approved budget gave them. */
    <K> Map<K, Amount> initial(Head<K> head) {
        Map<K, Amount> totals = new HashMap<>();
        budget.content()
                .lines()
                .values()
                .forEach(line -> add(totals, head.apply(line.classification()), line.amount()));
        return totals;
    }

    /** What they have now: initial and adjusted. */
    <K> Map<K, Amount> now(Head<K> head) {
        Map<K, Amount> totals = initial(head);
        budget.execution()
                .balances()
                .values()
                .forEach(balance -> add(totals, head.apply(balance.classification()), balance.of(Stage.ADJUSTED)));
        return totals;
    }

    /** What a document gives or takes, in the order of the heads; those with nothing in the end are left out. */
    static <K extends Comparable<K>> Map<K, Amount> net(List<AdjustmentEntry> entries, Head<K> head) {
        Map<K, Amount> totals = new TreeMap<>();
        entries.forEach(entry -> add(totals, head.apply(entry.classification()), entry.change()));
        totals.values().removeIf(Amount::isZero);
        return totals;
    }

    private static <K> void add(Map<K, Amount> totals, Optional<K> head, Amount amount) {
        head.ifPresent(key -> totals.merge(key, amount, Amount::plus));
    }
}
