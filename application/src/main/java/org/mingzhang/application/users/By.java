package org.mingzhang.application.users;

import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Origin;

/** Who changes something about accounts, and from where. */
record By(Actor actor, Origin origin) {
    String login() {
        return actor.login();
    }
}
