package org.mingzhang.query.api;

import java.util.List;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;

/**
 * One budget.
 *
 * @param income exact sum of all lines of income
 * @param spending exact sum of all lines of expenditure
 */
record BudgetDetail(BudgetSummary summary, Money income, Money spending, List<Unit> units, String tables) {
    /** An exact amount and its text in 万元. */
    record Money(long fen, String wan) {
        static Money of(List<LineFact> lines) {
            var sum = Amount.sum(lines.stream().map(LineFact::amount).toList());
            return new Money(sum.fen(), AmountUnit.WAN_YUAN.print(sum));
        }
    }

    record Unit(String code, String name, String listedName, String nature) {
        static Unit of(BudgetUnit unit) {
            return new Unit(
                    unit.code().value(),
                    unit.name(),
                    unit.listedName(),
                    unit.nature().label());
        }
    }

    static BudgetDetail of(BudgetSummary summary, BudgetFacts facts) {
        return new BudgetDetail(
                summary,
                Money.of(facts.revenue()),
                Money.of(facts.expenditure()),
                facts.units().stream().map(Unit::of).toList(),
                summary.href() + "/tables");
    }
}
