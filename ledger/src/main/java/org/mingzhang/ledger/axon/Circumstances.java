package org.mingzhang.ledger.axon;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;

/** The envelope of a message as Axon's metadata, and back. */
public final class Circumstances {
    private static final String COMMAND = "commandId";
    private static final String LOGIN = "actor.login";
    private static final String NAME = "actor.name";
    private static final String ROLE = "actor.role";
    private static final String BEHALF = "actor.onBehalfOf";
    private static final String DAY = "businessDay";

    private Circumstances() {}

    public static MetaData of(Envelope<?> envelope) {
        Map<String, Object> data = new HashMap<>();
        data.put(COMMAND, envelope.commandId().toString());
        data.put(LOGIN, envelope.actor().login());
        data.put(NAME, envelope.actor().displayName());
        data.put(ROLE, envelope.actor().role().name());
        envelope.actor().onBehalfOf().ifPresent(login -> data.put(BEHALF, login));
        data.put(DAY, envelope.businessDay().toString());
        return MetaData.from(data);
    }

    public static <T> Envelope<T> around(T message, MetaData data) {
        Actor actor = new Actor(
                text(data, LOGIN),
                text(data, NAME),
                Role.valueOf(text(data, ROLE)),
                Optional.ofNullable(data.get(BEHALF)).map(Object::toString));
        return new Envelope<>(UUID.fromString(text(data, COMMAND)), actor, LocalDate.parse(text(data, DAY)), message);
    }

    private static String text(MetaData data, String key) {
        Object value = data.get(key);
        if (value == null) {
            throw new IllegalStateException("a message without " + key);
        }
        return value.toString();
    }
}
