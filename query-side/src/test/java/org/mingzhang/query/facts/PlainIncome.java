package org.mingzhang.query.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.RevenueSource;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.YearSource;

/** The reference for the income that follows adjusted expenditure, told once more. */
final class PlainIncome {
    private PlainIncome() {}

    /** What an adjusted line brings or takes on the side of income, added up within one event. */
    static List<Posting> of(List<Posting> postings) {
        Map<List<Object>, Posting> sums = new LinkedHashMap<>();
        for (Posting posting : postings) {
            if (posting.stage() == Stage.ADJUSTED
                    && posting.classification() instanceof Classification.Expenditure of) {
                boolean old = of.source() == YearSource.CARRY_OVER;
                RevenueSource from = of.fund() != FundType.UNIT_OWN
                        ? RevenueSource.valueOf(of.fund().name())
                        : old ? RevenueSource.OTHER_INCOME : RevenueSource.UNSAID_OWN;
                String mark = old ? "-C" : of.appropriated() ? "-A" : "";
                Posting income = new Posting(
                        new LineKey("ADJ-" + of.unit() + "-" + from.code() + mark),
                        new Classification.Revenue(of.unit(), from, of.source(), of.appropriated()),
                        Stage.ADJUSTED,
                        posting.delta(),
                        posting.effective(),
                        posting.basis());
                sums.merge(
                        List.of(income.classification(), income.effective(), income.basis()),
                        income,
                        (one, other) -> new Posting(
                                one.line(),
                                one.classification(),
                                one.stage(),
                                one.delta().plus(other.delta()),
                                one.effective(),
                                one.basis()));
            }
        }
        return sums.values().stream().filter(sum -> !sum.delta().isZero()).toList();
    }
}
