package org.mingzhang.command.budget;

import java.time.LocalDate;
import org.mingzhang.kernel.codes.Classifications;

/**
 * The rules of a day that are data rather than code, with the catalogues that were in force.
 *
 * @param name stable name of this version of the rules
 * @param approvalDays days from the congress's resolution to the 批复 (预算法 art. 52); calendar days like the others
 * @param distributionDays days from the 批复 to its distribution to the units (art. 52)
 * @param publicationDays days from the 批复 to publication (art. 14)
 */
public record Policy(String name, Classifications codes, int approvalDays, int distributionDays, int publicationDays) {
    /** The Budget Law as amended in 2014 and 2018 kept these deadlines since 1 January 2015. */
    private static final Policy BUDGET_LAW_2014 = new Policy("budget-law-2014", Classifications.shipped(), 20, 15, 20);

    /** The rules of that day; one version so far. */
    public static Policy inForceOn(LocalDate day) {
        if (day.getYear() < 1995) {
            throw new IllegalArgumentException("no rules for " + day);
        }
        return BUDGET_LAW_2014;
    }
}
