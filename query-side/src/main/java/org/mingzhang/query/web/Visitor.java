package org.mingzhang.query.web;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.UnitCode;

/**
 * Who is signed in.
 *
 * @param role the role that was chosen among {@code roles}
 * @param scope whose budgets are theirs: blank for all, a division such as {@code 411200}, a department such as
 *     {@code 411200-103}, or one of its units such as {@code 411200-103/103001}
 */
public record Visitor(String login, String displayName, Role role, List<Role> roles, String scope) {
    public Visitor {
        roles = List.copyOf(roles);
    }

    /** Whether that budget is theirs to see and to work on. */
    public boolean covers(BudgetId budget) {
        String budgets = scope.replaceFirst("/.*", "");
        return budgets.isEmpty() || budget.toString().startsWith(budgets + "-");
    }

    /** The one unit whose content is theirs to change; empty when it is the whole department's. */
    public Optional<UnitCode> unit() {
        int slash = scope.indexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(new UnitCode(scope.substring(slash + 1)));
    }

    public boolean is(Role other) {
        return role == other;
    }
}
