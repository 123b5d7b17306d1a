package org.mingzhang.kernel.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.ClosingGround;
import org.mingzhang.kernel.value.YearSource;

/**
 * What holds at the end of a year and for final accounts, as dated data because some of it is a central rule that a
 * place may follow or not.
 *
 * @param name stable name of this version of the rules
 * @param basicIsCarriedOver whether all that is left of basic expenditure is carried over for basic use (财预〔2016〕18号
 *     art. 7, a rule for central departments; locally to be confirmed)
 * @param replyDays from the standing committee's approval to the bureau's reply (预算法 art. 80)
 * @param unitReplyDays from that to the department's replies to its units (art. 80)
 * @param disclosureDays from the bureau's reply to publication (art. 14)
 */
public record YearEndRules(
        String name, LocalDate from, boolean basicIsCarriedOver, int replyDays, int unitReplyDays, int disclosureDays) {
    /** Newest first. */
    private static final List<YearEndRules> VERSIONS =
            List.of(new YearEndRules("year-end-2016", LocalDate.of(2015, 1, 1), true, 20, 15, 20));

    /** The rules of that day; refuses days before the first version with {@link IllegalArgumentException}. */
    public static YearEndRules inForceOn(LocalDate day) {
        return ofDay(day).orElseThrow(() -> new IllegalArgumentException("no rules for " + day));
    }

    /** The rules of that day; empty before the first version. */
    public static Optional<YearEndRules> ofDay(LocalDate day) {
        return VERSIONS.stream().filter(version -> !day.isBefore(version.from)).findFirst();
    }

    /**
     * What decides on money that is left: carried-over money that is not used for a second year lapses, whatever it was
     * for (预算法 art. 42, 实施条例 art. 50).
     */
    public ClosingGround ground(Classification.Expenditure money) {
        if (money.source() == YearSource.CARRY_OVER) {
            return ClosingGround.TWO_YEARS;
        }
        boolean basic = !money.category().isProjectExpenditure();
        return basic && basicIsCarriedOver ? ClosingGround.BASIC : ClosingGround.STATED;
    }
}
