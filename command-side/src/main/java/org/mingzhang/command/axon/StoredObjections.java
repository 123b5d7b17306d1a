package org.mingzhang.command.axon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.Refusal;
import org.mingzhang.command.words.RefusalFacts;
import org.mingzhang.kernel.value.Objected;

/** Objections as they are stored, and back; what a release no longer knows it still names. */
final class StoredObjections {
    private static final Map<String, Class<? extends Refusal>> KINDS =
            kinds(Refusal.class).collect(Collectors.toUnmodifiableMap(RefusalFacts::key, Function.identity()));

    private final ObjectMapper json;

    StoredObjections(ObjectMapper json) {
        this.json = json;
    }

    Objected stored(Decision.Objection objection) {
        try {
            return new Objected(
                    objection.command(),
                    objection.field(),
                    RefusalFacts.key(objection.refusal()),
                    json.writeValueAsString(objection.refusal()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a refusal cannot be written: " + objection, e);
        }
    }

    Decision.Objection read(Objected stored) {
        return new Decision.Objection(stored.command(), stored.field(), refusal(stored));
    }

    private Refusal refusal(Objected stored) {
        Class<? extends Refusal> kind = KINDS.get(stored.key());
        if (kind == null) {
            return new Refusal.RefusedBefore(stored.key());
        }
        try {
            return json.readValue(stored.facts(), kind);
        } catch (JsonProcessingException e) {
            return new Refusal.RefusedBefore(stored.key());
        }
    }

    @SuppressWarnings("unchecked")
    private static Stream<Class<? extends Refusal>> kinds(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null
                ? Stream.of((Class<? extends Refusal>) type)
                : Stream.of(permitted).flatMap(StoredObjections::kinds);
    }
}
