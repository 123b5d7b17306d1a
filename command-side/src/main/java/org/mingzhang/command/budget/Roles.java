package org.mingzhang.command.budget;

import java.util.Set;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Role;

/** Who may do what (lifecycle.md §7). */
final class Roles {
    static final Set<Role> DRAFTING = Set.of(Role.UNIT_OFFICER, Role.DEPARTMENT_FINANCE);
    static final Set<Role> TAKING_OVER = Set.of(Role.UNIT_OFFICER, Role.DEPARTMENT_FINANCE, Role.BUDGET_OFFICE);

    /** Submits, distributes and publishes for the department. */
    static final Set<Role> DEPARTMENT = Set.of(Role.DEPARTMENT_FINANCE, Role.DEPARTMENT_HEAD);

    static final Set<Role> BUDGET_OFFICE = Set.of(Role.BUDGET_OFFICE);

    /** Line review lies with the sector desk, the return with either. */
    static final Set<Role> FINANCE_BUREAU = Set.of(Role.BUDGET_OFFICE, Role.SECTOR_DESK);

    static final Set<Role> SECRECY = Set.of(Role.SECRECY_REVIEWER);

    /** Takes over what the treasury reports. */
    static final Set<Role> RECORDING = Set.of(Role.DEPARTMENT_FINANCE, Role.SECTOR_DESK, Role.BUDGET_OFFICE);

    private Roles() {}

    /** Who brings the final accounts to a stage; what is decided outside is registered by the budget office. */
    static Set<Role> bringing(AccountsStage stage) {
        return switch (stage) {
            case DRAFTED -> Set.of(Role.DEPARTMENT_FINANCE);
            case DEPT_SUBMITTED -> Set.of(Role.DEPARTMENT_HEAD);
            case FINANCE_REVIEWED -> FINANCE_BUREAU;
            case AUDITED, SC_APPROVED, REPLIED -> BUDGET_OFFICE;
            case UNITS_REPLIED, DISCLOSED -> DEPARTMENT;
        };
    }

    /** Who decides on an adjustment where it is; what is decided outside is registered by the budget office. */
    static Set<Role> at(AdjustmentStation station) {
        return switch (station) {
            case DEPARTMENT_REVIEW -> DEPARTMENT;
            case FINANCE_REVIEW -> FINANCE_BUREAU;
            case GOVERNMENT_DECISION, STANDING_COMMITTEE -> BUDGET_OFFICE;
        };
    }
}
