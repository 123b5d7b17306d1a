package org.mingzhang.query.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.RevenueSource;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.YearSource;

/**
 * The income that an adjustment brings, takes back or moves to another unit: as much as it does to expenditure.
 *
 * <p>An adjusted budget is balanced as an approved one is, in each fund, of this year's money and of what was carried over
 * (预算法 art. 12). No event says income, and none has to: a line names its fund and its year, and these name the item of
 * income ({@link RevenueSource#feeding}). Between lines of one unit and kind of money a shift brings nothing.
 */
final class FollowingRevenue {
    private FollowingRevenue() {}

    private record Place(Classification.Revenue classification, LocalDate effective, String basis) {}

    /** Postings of revenue (stage ADJUSTED), each on a line that stands for all income of its classification. */
    static List<Posting> of(List<Posting> postings) {
        Map<Place, Amount> sums = new LinkedHashMap<>();
        for (Posting posting : postings) {
            if (posting.stage() == Stage.ADJUSTED
                    && posting.classification() instanceof Classification.Expenditure spent) {
                sums.merge(
                        new Place(income(spent), posting.effective(), posting.basis()), posting.delta(), Amount::plus);
            }
        }
        List<Posting> following = new ArrayList<>();
        sums.forEach((place, sum) -> {
            if (!sum.isZero()) {
                following.add(new Posting(
                        line(place.classification),
                        place.classification,
                        Stage.ADJUSTED,
                        sum,
                        place.effective,
                        place.basis));
            }
        });
        return following;
    }

    private static Classification.Revenue income(Classification.Expenditure spent) {
        return new Classification.Revenue(
                spent.unit(),
                RevenueSource.feeding(spent.fund(), spent.source()),
                spent.source(),
                spent.appropriated());
    }

    /** Such as ADJ-103001-10-A: no line that anybody entered, so that what was approved stays on its own. */
    private static LineKey line(Classification.Revenue income) {
        String kind = income.source() == YearSource.CARRY_OVER ? "-C" : income.appropriated() ? "-A" : "";
        return new LineKey("ADJ-" + income.unit() + "-" + income.revenue().code() + kind);
    }
}
