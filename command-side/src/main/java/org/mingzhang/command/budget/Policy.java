package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.policy.AdjustmentRules;
import org.mingzhang.kernel.policy.RulesOfDay;

/**
 * The rules of a day that are data rather than code, with the catalogues that were in force.
 *
 * @param name stable name of the law that they rest on
 * @param from first day on which it counts
 * @param approvalDays days from the congress's resolution to the 批复 (预算法 art. 52); calendar days like the others
 * @param distributionDays days from the 批复 to its distribution to the units (art. 52)
 * @param publicationDays days from the 批复 to publication (art. 14)
 * @param adjustments who decides on which adjustments, and what limits them, on that day
 */
public record Policy(
        String name,
        LocalDate from,
        Classifications codes,
        int approvalDays,
        int distributionDays,
        int publicationDays,
        RulesOfDay adjustments) {
    /** Newest first; the Budget Law as amended in 2014 took force on 1 January 2015 and kept these deadlines in 2018. */
    private static final List<Law> LAWS = List.of(new Law("budget-law-2014", LocalDate.of(2015, 1, 1), 20, 15, 20));

    private record Law(String name, LocalDate from, int approvalDays, int distributionDays, int publicationDays) {}

    /** Those that came with the program for the day that was asked for last: nearly every command is of today. */
    private static volatile Optional<Shipped> remembered = Optional.empty();

    private record Shipped(LocalDate day, Policy policy) {
        static Shipped of(LocalDate day) {
            return new Shipped(day, inForceOn(day, AdjustmentRules.shipped()));
        }
    }

    /** The rules of that day as they come with the program. */
    public static Policy inForceOn(LocalDate day) {
        Optional<Shipped> last = remembered;
        if (last.isPresent() && last.get().day.equals(day)) {
            return last.get().policy;
        }
        Shipped now = Shipped.of(day);
        remembered = Optional.of(now);
        return now.policy;
    }

    /**
     * The rules of that day; refuses days before the first version with {@link IllegalArgumentException}.
     *
     * @param adjustments of the division
     */
    public static Policy inForceOn(LocalDate day, AdjustmentRules adjustments) {
        Law law = LAWS.stream()
                .filter(version -> !day.isBefore(version.from))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rules for " + day));
        return new Policy(
                law.name,
                law.from,
                Classifications.shipped(),
                law.approvalDays,
                law.distributionDays,
                law.publicationDays,
                adjustments.on(day));
    }

    /** Names the law and exactly the rows of that day, so that an auditor finds what was in force. */
    public String version() {
        return name + "+" + adjustments.digest();
    }
}
