package org.mingzhang.application.users;

import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.kernel.value.Role;
import org.springframework.context.ApplicationContext;

/** A token for tests that send thousands of requests, where a slow hash at each would be all that is measured. */
public final class TokenForPrograms {
    private TokenForPrograms() {}

    /** The token of that account, as its owner would have it made. */
    public static String issued(ApplicationContext context, String login) {
        By owner = new By(Actor.of(login, login, Role.DEPARTMENT_FINANCE), Origin.WITHIN);
        return context.getBean(ApiTokens.class).issue(owner, "test", ApiTokens.LONGEST_DAYS);
    }
}
