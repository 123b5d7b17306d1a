package org.mingzhang.command.budget;

import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.ProjectCategory;

/**
 * Basic expenditure has four economic classes only: 301 and 303 are paid to people, 302 and 310 run the body
 * (tables.md, table 3).
 */
final class BasicExpenditureRule {
    private BasicExpenditureRule() {}

    static void check(Findings findings, Classification.Expenditure money) {
        findings.require(
                fits(money.category(), money.deptEconomic().economicClass().value()),
                "content.deptEconomic",
                () -> new Refusal.ClassNotBasic(money.category(), money.deptEconomic()));
    }

    private static boolean fits(ProjectCategory category, String economicClass) {
        return switch (category) {
            case PERSONNEL -> economicClass.equals("301") || economicClass.equals("303");
            case OPERATING -> economicClass.equals("302") || economicClass.equals("310");
            case OTHER_OPERATIONS, SPECIFIC_PURPOSE -> true;
        };
    }
}
