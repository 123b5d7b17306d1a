package org.mingzhang.command.budget;

import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.YearSource;

/** Revenue equals expenditure in every fund and year source; they are never netted (预算法 art. 5, tables.md check 6). */
final class BalanceRule {
    private BalanceRule() {}

    static void check(Findings findings, Situation now) {
        Totals totals = now.content().totals();
        for (FundType fund : FundType.values()) {
            for (YearSource source : YearSource.values()) {
                Amount revenue = totals.revenue(fund, source);
                Amount expenditure = totals.expenditure(fund, source);
                findings.require(
                        revenue.equals(expenditure),
                        "",
                        () -> new Refusal.Unbalanced(fund, source, revenue, expenditure));
            }
        }
    }
}
