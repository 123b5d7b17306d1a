package org.mingzhang.application.users;

import org.mingzhang.command.web.CommandDoor;
import org.mingzhang.command.web.CurrentActor;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Origin;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The person of the request as the one who changes something about accounts. */
@Component
class Acting {
    private final CurrentActor actor;
    private final CommandDoor door;

    Acting(@Lazy CurrentActor actor, CommandDoor door) {
        this.actor = actor;
        this.door = door;
    }

    /** In the own name: what belongs to an account is not changed by somebody who acts for its owner. */
    By inTheirOwnName() {
        Actor person = actor.actor();
        if (person.onBehalfOf().isPresent()) {
            throw new AccessDeniedException("acts for " + person.onBehalfOf().get());
        }
        return new By(person, door.origin(Origin.Channel.PAGE));
    }
}
