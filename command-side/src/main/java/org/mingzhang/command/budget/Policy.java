package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.List;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.policy.AdjustmentRules;

/**
 * The rules of a day that are data rather than code, with the catalogues that were in force.
 *
 * @param name stable name of this version of the rules
 * @param from first day on which it counts
 * @param approvalDays days from the congress's resolution to the 批复 (预算法 art. 52); calendar days like the others
 * @param distributionDays days from the 批复 to its distribution to the units (art. 52)
 * @param publicationDays days from the 批复 to publication (art. 14)
 * @param adjustments who decides on which adjustments
 * @param threePublicMayRise whether virement may raise the "three publics"; common rules forbid it (to be verified)
 */
public record Policy(
        String name,
        LocalDate from,
        Classifications codes,
        int approvalDays,
        int distributionDays,
        int publicationDays,
        AdjustmentRules adjustments,
        boolean threePublicMayRise) {
    /** Newest first; the Budget Law as amended in 2014 took force on 1 January 2015 and kept these deadlines in 2018. */
    private static final List<Policy> VERSIONS = List.of(new Policy(
            "budget-law-2014",
            LocalDate.of(2015, 1, 1),
            Classifications.shipped(),
            20,
            15,
            20,
            AdjustmentRules.shipped(),
            false));

    /** The rules of that day; refuses days before the first version with {@link IllegalArgumentException}. */
    public static Policy inForceOn(LocalDate day) {
        return VERSIONS.stream()
                .filter(version -> !day.isBefore(version.from))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rules for " + day));
    }
}
