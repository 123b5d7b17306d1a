package org.mingzhang.application.users;

import java.util.Set;
import org.mingzhang.kernel.value.Role;

/** What an account is made of; see {@link Account#scope()}. */
public record NewAccount(String login, String displayName, Set<Role> roles, String scope) {
    public NewAccount {
        roles = Set.copyOf(roles);
    }
}
