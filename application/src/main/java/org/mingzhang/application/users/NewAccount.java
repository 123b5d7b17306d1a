package org.mingzhang.application.users;

import java.util.Set;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.web.Years;

/** What an account is made of; see {@link Account#scope()}. */
public record NewAccount(String login, String displayName, Set<Role> roles, String scope, Years years) {
    public NewAccount {
        roles = Set.copyOf(roles);
    }

    /** With rights in every year. */
    public NewAccount(String login, String displayName, Set<Role> roles, String scope) {
        this(login, displayName, roles, scope, Years.ALL);
    }
}
