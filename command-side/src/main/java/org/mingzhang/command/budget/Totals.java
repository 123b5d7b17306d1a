package org.mingzhang.command.budget;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.YearSource;

/**
 * Running totals, folded from postings alone, so that a rule need not sum 20,000 lines for each line it decides.
 *
 * <p>A total that has become zero is left out.
 */
public record Totals(
        Map<Purse, Amount> expenditure, Map<Purse, Amount> revenue, Map<ThreePublicItem, Amount> threePublic) {
    static final Totals ZERO = new Totals(Map.of(), Map.of(), Map.of());

    /** Money of one nature out of one year's budget; purses are never netted against each other (预算法 art. 5). */
    public record Purse(FundType fund, YearSource source) implements Comparable<Purse> {
        @Override
        public int compareTo(Purse other) {
            int byFund = fund.compareTo(other.fund);
            return byFund == 0 ? source.compareTo(other.source) : byFund;
        }
    }

    public Amount expenditure(FundType fund, YearSource source) {
        return expenditure.getOrDefault(new Purse(fund, source), Amount.ZERO);
    }

    public Amount revenue(FundType fund, YearSource source) {
        return revenue.getOrDefault(new Purse(fund, source), Amount.ZERO);
    }

    public Amount of(ThreePublicItem item) {
        return threePublic.getOrDefault(item, Amount.ZERO);
    }

    Totals post(List<Posting> postings) {
        Totals totals = this;
        for (Posting posting : postings) {
            totals = totals.post(posting);
        }
        return totals;
    }

    private Totals post(Posting posting) {
        Purse purse = new Purse(
                posting.classification().fund(), posting.classification().source());
        return switch (posting.classification()) {
            case Classification.Expenditure money ->
                new Totals(
                        plus(expenditure, purse, posting.delta()),
                        revenue,
                        ThreePublicItem.of(money)
                                .map(item -> plus(threePublic, item, posting.delta()))
                                .orElse(threePublic));
            case Classification.Revenue money ->
                new Totals(expenditure, plus(revenue, purse, posting.delta()), threePublic);
        };
    }

    private static <K extends Comparable<K>> Map<K, Amount> plus(Map<K, Amount> totals, K key, Amount delta) {
        Map<K, Amount> sum = new TreeMap<>(totals);
        Amount total = sum.getOrDefault(key, Amount.ZERO).plus(delta);
        if (total.isZero()) {
            sum.remove(key);
        } else {
            sum.put(key, total);
        }
        return Collections.unmodifiableMap(sum);
    }
}
