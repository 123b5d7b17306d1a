package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.FiscalYear;

/** The rounds of preparation: 二上二下, enactment, approval and distribution (lifecycle.md §2, §8.1). */
public sealed interface RoundCommand extends BudgetCommand {
    record OpenBudget(
            BudgetId budget,
            String divisionName,
            String departmentName,
            String shortName,
            FiscalYear classificationYear,
            Optional<BudgetId> copiedFrom,
            List<String> closedCodes)
            implements RoundCommand {
        public OpenBudget {
            closedCodes = List.copyOf(closedCodes);
        }
    }

    record SubmitFirstProposal(BudgetId budget, String note) implements RoundCommand {}

    record ReturnFirstProposal(BudgetId budget, String reason) implements RoundCommand {}

    record IssueCeiling(BudgetId budget, Ceiling ceiling, Basis basis) implements RoundCommand {}

    record ReviseCeiling(BudgetId budget, Ceiling ceiling, Basis basis, String reason) implements RoundCommand {}

    record SubmitSecondDraft(BudgetId budget, String note) implements RoundCommand {}

    record ReturnSecondDraft(BudgetId budget, String reason) implements RoundCommand {}

    record IncludeInGovernmentDraft(BudgetId budget, String note) implements RoundCommand {}

    record RecordEnactment(BudgetId budget, Basis resolution) implements RoundCommand {}

    record ApproveBudget(BudgetId budget, Basis approval, LocalDate approvedOn) implements RoundCommand {}

    record DistributeBudget(BudgetId budget, Basis notice, LocalDate distributedOn) implements RoundCommand {}
}
