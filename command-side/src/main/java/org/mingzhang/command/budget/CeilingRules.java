package org.mingzhang.command.budget;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.YearSource;

/** Money of this year stays within the ceiling of its fund, and the three publics within theirs (lifecycle.md §2). */
final class CeilingRules {
    private CeilingRules() {}

    /**
     * A line may not lift its fund over the ceiling.
     *
     * <p>A first proposal may ask for more than is granted then; cutting it down line by line is allowed although the
     * rest is still over.
     */
    static void notLiftedOver(Findings findings, Situation now, List<Posting> postings) {
        now.budget().round().ceiling().ifPresent(ceiling -> {
            Totals before = now.content().totals();
            Totals after = before.post(postings);
            for (FundType fund : funds(postings)) {
                boolean lifted = drafted(after, fund).exceeds(drafted(before, fund));
                if (lifted) {
                    within(findings, "content.amount", ceiling, after, fund);
                }
            }
        });
    }

    /** The whole draft is within the ceiling. */
    static void kept(Findings findings, Situation now) {
        now.budget().round().ceiling().ifPresent(ceiling -> {
            Totals totals = now.content().totals();
            for (FundType fund : FundType.values()) {
                within(findings, "", ceiling, totals, fund);
            }
            for (ThreePublicItem item : ThreePublicItem.values()) {
                findings.require(
                        !totals.of(item).exceeds(item.in(ceiling)),
                        "",
                        () -> new Refusal.ThreePublicExceeded(item, item.in(ceiling), totals.of(item)));
            }
        });
    }

    private static void within(Findings findings, String field, Ceiling ceiling, Totals totals, FundType fund) {
        Amount drafted = drafted(totals, fund);
        findings.require(
                !drafted.exceeds(ceiling.of(fund)),
                field,
                () -> new Refusal.CeilingExceeded(fund, ceiling.of(fund), drafted));
    }

    private static Amount drafted(Totals totals, FundType fund) {
        return totals.expenditure(fund, YearSource.CURRENT);
    }

    private static Set<FundType> funds(List<Posting> postings) {
        Set<FundType> funds = new TreeSet<>();
        postings.forEach(posting -> funds.add(posting.classification().fund()));
        return funds;
    }
}
