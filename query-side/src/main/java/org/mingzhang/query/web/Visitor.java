package org.mingzhang.query.web;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.UnitCode;

/**
 * Who is signed in.
 *
 * @param role the role that was chosen among {@code roles}, or the one that was delegated
 * @param scope whose budgets are theirs: blank for all, a division such as {@code 411200}, a department such as
 *     {@code 411200-103}, or one of its units such as {@code 411200-103/103001}
 * @param years the fiscal years that this is limited to
 * @param actsFor whom they act for; role, scope and years are then that person's
 */
public record Visitor(
        String login,
        String displayName,
        Role role,
        List<Role> roles,
        String scope,
        Years years,
        Optional<Represented> actsFor) {
    public Visitor {
        roles = List.copyOf(roles);
    }

    /** The person who delegated. */
    public record Represented(String login, String displayName) {}

    /** Somebody who acts for nobody else, in every year. */
    public Visitor(String login, String displayName, Role role, List<Role> roles, String scope) {
        this(login, displayName, role, roles, scope, Years.ALL, Optional.empty());
    }

    /** Whether that budget is theirs to see and to work on. */
    public boolean covers(BudgetId budget) {
        String budgets = scope.replaceFirst("/.*", "");
        return role.readsBudgets()
                && years.include(budget.year())
                && (budgets.isEmpty() || budget.toString().startsWith(budgets + "-"));
    }

    /** Whether the funds are those of a division that is wholly theirs, so that they see every document there. */
    public boolean covers(FundsId funds) {
        return drawsOn(funds)
                && (scope.isEmpty() || scope.equals(funds.division().value()));
    }

    /** Whether a budget of theirs may draw on the funds. */
    public boolean drawsOn(FundsId funds) {
        return role.readsBudgets()
                && years.include(funds.year())
                && (scope.isEmpty() || scope.startsWith(funds.division().value()));
    }

    /** The one unit whose content is theirs to see and to change; empty when it is the whole department's. */
    public Optional<UnitCode> unit() {
        int slash = scope.indexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(new UnitCode(scope.substring(slash + 1)));
    }

    /** Whether what belongs to that unit of a budget that they cover is theirs. */
    public boolean covers(UnitCode unit) {
        return unit().filter(own -> !own.equals(unit)).isEmpty();
    }

    public boolean is(Role other) {
        return role == other;
    }
}
