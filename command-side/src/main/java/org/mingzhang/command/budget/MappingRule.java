package org.mingzhang.command.budget;

import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.LineContent;

/**
 * The governmental code follows from the departmental one and the nature of the unit (财预〔2017〕98号); a departure says
 * why. Where the mapping has no row there is nothing to depart from; class 513 (转移性支出) has no departmental counterpart.
 */
final class MappingRule {
    private static final String PASSED_ON = "513";

    private MappingRule() {}

    static void check(Findings findings, Situation now, LineContent content, BudgetUnit unit) {
        Classification.Expenditure money = content.classification();
        if (money.govEconomic().value().startsWith(PASSED_ON)) {
            return;
        }
        now.policy()
                .codes()
                .mapping()
                .map(money.deptEconomic(), unit.nature())
                .ifPresent(mapped -> findings.require(
                        mapped.equals(money.govEconomic())
                                || !content.mappingReason().isBlank(),
                        "content.govEconomic",
                        () -> new Refusal.MappingDiffers(
                                money.deptEconomic(), unit.nature(), mapped, money.govEconomic())));
    }
}
