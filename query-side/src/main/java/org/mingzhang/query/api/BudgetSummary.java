package org.mingzhang.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.ReadableBudgets.Listed;

/**
 * A budget in the list.
 *
 * @param position the log position as of which this reader sees it
 * @param phase how far its preparation is; left out for the public, who see what was released
 * @param state the phase, or what became of the year since: closed, accounts, accounts-disclosed
 * @param release left out while there is none
 */
record BudgetSummary(
        String budget,
        String division,
        String divisionName,
        String department,
        String departmentName,
        String shortName,
        int year,
        long position,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String phase,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String state,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Release release,

        String href) {
    /** What was published, and when. */
    record Release(long position, LocalDate publishedOn, String digest, int daysLate) {
        static Release of(Facts.ReleaseFact fact) {
            return new Release(fact.position(), fact.publishedOn(), fact.digest(), fact.daysLate());
        }
    }

    static BudgetSummary of(Listed listed, boolean staff) {
        return of(
                listed.header(),
                listed.position(),
                staff ? listed.phase() : null,
                staff ? listed.state() : null,
                listed.release().map(Release::of).orElse(null));
    }

    static BudgetSummary of(
            BudgetHeader header,
            long position,
            @Nullable String phase,
            @Nullable String state,
            @Nullable Release release) {
        return new BudgetSummary(
                header.id().toString(),
                header.id().division().value(),
                header.divisionName(),
                header.id().department().value(),
                header.departmentName(),
                header.shortName(),
                header.id().year().value(),
                position,
                phase,
                state,
                release,
                "/api/budgets/" + header.id());
    }
}
