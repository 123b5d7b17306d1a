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

    /** The treasury pays and reports what it paid; the others take over what it reports. */
    static final Set<Role> RECORDING =
            Set.of(Role.TREASURY, Role.DEPARTMENT_FINANCE, Role.SECTOR_DESK, Role.BUDGET_OFFICE);

    /** The government decides itself, or the budget office registers what it decided. */
    private static final Set<Role> GOVERNMENT = Set.of(Role.BUDGET_OFFICE, Role.GOVERNMENT);

    /** Until the department has looked at a request, whoever reviews for the unit may send it back as well. */
    private static final Set<Role> RETURNING_FIRST =
            Set.of(Role.UNIT_REVIEWER, Role.DEPARTMENT_FINANCE, Role.DEPARTMENT_HEAD);

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
            case GOVERNMENT_DECISION -> GOVERNMENT;
            case STANDING_COMMITTEE -> BUDGET_OFFICE;
        };
    }

    /** Who sends an adjustment back from where it is. */
    static Set<Role> returningFrom(AdjustmentStation station) {
        return station == AdjustmentStation.DEPARTMENT_REVIEW ? RETURNING_FIRST : at(station);
    }
}
