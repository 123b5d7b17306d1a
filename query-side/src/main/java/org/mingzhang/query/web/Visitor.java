package org.mingzhang.query.web;

import java.util.List;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;

/**
 * Who is signed in.
 *
 * @param role the role that was chosen among {@code roles}
 * @param scope whose budgets are theirs: blank for all, a division such as {@code 411200}, or a department such as
 *     {@code 411200-103}
 */
public record Visitor(String login, String displayName, Role role, List<Role> roles, String scope) {
    public Visitor {
        roles = List.copyOf(roles);
    }

    /** Whether that budget is theirs to see and to work on. */
    public boolean covers(BudgetId budget) {
        return scope.isEmpty() || budget.toString().startsWith(scope + "-");
    }

    public boolean is(Role other) {
        return role == other;
    }
}
