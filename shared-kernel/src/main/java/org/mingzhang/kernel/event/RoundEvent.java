package org.mingzhang.kernel.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.UnitCode;

/** The rounds of preparation: 二上二下, enactment, approval and distribution (lifecycle.md §2, §8.1). */
public sealed interface RoundEvent extends BudgetEvent {
    /**
     * A year was opened for a department.
     *
     * @param departmentName full legal name
     * @param shortName the name printed in headings of tables
     * @param classificationYear the year whose codes are valid for this budget
     * @param copiedFrom the budget whose lines, projects and targets were taken over as drafts
     * @param closedCodes codes of that budget that are not valid any more, so that their lines were left out
     */
    record BudgetOpened(
            BudgetId budget,
            String divisionName,
            String departmentName,
            String shortName,
            FiscalYear classificationYear,
            Optional<BudgetId> copiedFrom,
            List<String> closedCodes)
            implements RoundEvent {
        public BudgetOpened {
            closedCodes = List.copyOf(closedCodes);
        }
    }

    /** 一上. */
    record FirstProposalSubmitted(BudgetId budget, String note) implements RoundEvent {}

    record FirstProposalReturned(BudgetId budget, String reason) implements RoundEvent {}

    /** 一下: the ceiling was issued. */
    record CeilingIssued(BudgetId budget, Ceiling ceiling, Basis basis) implements RoundEvent {}

    record CeilingRevised(BudgetId budget, Ceiling before, Ceiling after, Basis basis, String reason)
            implements RoundEvent {}

    /** 二上. */
    record SecondDraftSubmitted(BudgetId budget, String note) implements RoundEvent {}

    record SecondDraftReturned(BudgetId budget, String reason) implements RoundEvent {}

    /** The draft went into the government's draft budget. */
    record IncludedInGovernmentDraft(BudgetId budget, String note) implements RoundEvent {}

    /** The people's congress approved the government budget. */
    record BudgetEnacted(BudgetId budget, Basis resolution) implements RoundEvent {}

    /**
     * 二下: the finance bureau's 批复.
     *
     * @param daysLate days beyond the twenty of 预算法 art. 52; 0 when in time
     */
    record BudgetApproved(BudgetId budget, Basis approval, LocalDate approvedOn, int daysLate) implements RoundEvent {}

    /** The department passed the approval on to its units; {@code daysLate} counts beyond fifteen (art. 52). */
    record BudgetDistributed(BudgetId budget, Basis notice, List<UnitCode> units, LocalDate distributedOn, int daysLate)
            implements RoundEvent {
        public BudgetDistributed {
            units = List.copyOf(units);
        }
    }
}
