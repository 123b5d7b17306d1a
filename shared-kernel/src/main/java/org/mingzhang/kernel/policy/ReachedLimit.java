package org.mingzhang.kernel.policy;

import org.mingzhang.kernel.value.Amount;

/**
 * A limit that a document reaches, with the numbers; stored with the document.
 *
 * @param rule name of the limit
 * @param subject what was measured: a class, a project, a line, a day; empty for the whole document
 * @param amount the money it is about
 * @param found what was measured, such as {@code 35.00%}
 * @param bound from which on the limit is reached; empty when there is none
 * @param confirmed whether the source of the rule was seen
 * @param amendment number of the amendment of the division that it came with; 0 for a rule that comes with the program
 */
public record ReachedLimit(
        String rule,
        LimitEffect effect,
        Measure measure,
        String subject,
        Amount amount,
        String found,
        String bound,
        String basis,
        boolean confirmed,
        int amendment) {
    public static ReachedLimit of(Limit limit, String subject, Amount amount, String found) {
        return new ReachedLimit(
                limit.id(),
                limit.effect(),
                limit.measure(),
                subject,
                amount,
                found,
                limit.measure().isShare() ? limit.bound() + "%" : limit.bound(),
                limit.basis(),
                limit.confirmed(),
                limit.amendment());
    }
}
