package org.mingzhang.kernel.value;

import java.util.Optional;

/**
 * Who acts: a person in one role, perhaps on behalf of somebody else.
 *
 * @param login stable name of the account
 * @param displayName the person's name as printed in histories
 * @param onBehalfOf login of the person who delegated, when acting by delegation
 */
public record Actor(String login, String displayName, Role role, Optional<String> onBehalfOf) {
    public Actor {
        Texts.required("actor.login", login, 100);
        Texts.required("actor.name", displayName, 100);
    }

    public static Actor of(String login, String displayName, Role role) {
        return new Actor(login, displayName, role, Optional.empty());
    }
}
