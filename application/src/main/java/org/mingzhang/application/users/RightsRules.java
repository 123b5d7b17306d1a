package org.mingzhang.application.users;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.web.Years;

/** What rights an account may have. */
final class RightsRules {
    private RightsRules() {}

    /** What is wrong, by field, as keys of words; empty when nothing is. */
    static Map<String, String> problems(Set<Role> roles, String scope, Optional<Years> years) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (roles.size() > 1 && roles.stream().anyMatch(Role::standsApart)) {
            problems.put("roles", "users.wrong.apart");
        }
        if (!scope.matches("(\\d{6}(-\\d{3}(/\\d{6})?)?)?")) {
            problems.put("scope", "users.wrong.scope");
        }
        if (years.isEmpty()) {
            problems.put("years", "users.wrong.years");
        }
        return problems;
    }
}
