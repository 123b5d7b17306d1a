package org.mingzhang.query.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mingzhang.kernel.value.Role;

/**
 * A step of the rounds, as a button knows it: when it is offered and to whom (lifecycle.md §7).
 *
 * <p>Offering is a courtesy; whether the step is taken is decided by the command side.
 */
enum Step {
    SUBMIT_FIRST_PROPOSAL("preparing", Asks.NOTE, Role.DEPARTMENT_FINANCE, Role.DEPARTMENT_HEAD),
    ISSUE_CEILING("first-up", Asks.CEILING, Role.BUDGET_OFFICE),
    RETURN_FIRST_PROPOSAL("first-up", Asks.REASON, Role.BUDGET_OFFICE, Role.SECTOR_DESK),
    SUBMIT_SECOND_DRAFT("first-down", Asks.NOTE, Role.DEPARTMENT_FINANCE, Role.DEPARTMENT_HEAD),
    REVISE_CEILING("first-down", Asks.CEILING, Role.BUDGET_OFFICE),
    INCLUDE("second-up", Asks.NOTE, Role.BUDGET_OFFICE),
    RETURN_SECOND_DRAFT("second-up", Asks.REASON, Role.BUDGET_OFFICE, Role.SECTOR_DESK),
    RECORD_ENACTMENT("in-congress", Asks.DOCUMENT, Role.BUDGET_OFFICE),
    APPROVE("enacted", Asks.DOCUMENT, Role.BUDGET_OFFICE),
    DISTRIBUTE("approved", Asks.DOCUMENT, Role.DEPARTMENT_FINANCE, Role.DEPARTMENT_HEAD);

    private final String phase;
    private final Asks asks;
    private final Set<Role> roles;

    Step(String phase, Asks asks, Role... roles) {
        this.phase = phase;
        this.asks = asks;
        this.roles = Set.of(roles);
    }

    /** What has to be said with a step. */
    enum Asks {
        NOTE,
        REASON,
        DOCUMENT,
        CEILING
    }

    static List<Step> in(String phase) {
        return Arrays.stream(values()).filter(step -> step.phase.equals(phase)).toList();
    }

    public boolean openTo(Role role) {
        return roles.contains(role);
    }

    public Asks asks() {
        return asks;
    }

    /** The last part of the address it is posted to. */
    public String address() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The field for the day on which it was done; blank when the document's own date is it. */
    public String dayField() {
        return this == APPROVE ? "approvedOn" : this == DISTRIBUTE ? "distributedOn" : "";
    }
}
