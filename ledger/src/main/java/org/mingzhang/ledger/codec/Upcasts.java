package org.mingzhang.ledger.codec;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mingzhang.kernel.event.EventName;

/** The stored versions of events that are read and no longer written. */
final class Upcasts {
    /** Of every release; a line stays for ever. */
    static final List<Upcast> ALL = Earlier.versions();

    private Upcasts() {}

    /** By what they read; refuses those that lead round in a circle or to nothing, before the first event is read. */
    static Map<EventName, Upcast> checked(List<Upcast> all, Set<EventName> written) {
        Map<EventName, Upcast> byName =
                all.stream().collect(Collectors.toUnmodifiableMap(Upcast::from, Function.identity()));
        for (Upcast first : all) {
            if (written.contains(first.from())) {
                throw new IllegalArgumentException(first.from() + " is still written and needs no upcast");
            }
            EventName name = first.to();
            for (int steps = 0; !written.contains(name); steps++) {
                Upcast next = byName.get(name);
                if (next == null || steps == all.size()) {
                    throw new IllegalArgumentException("the upcasts from " + first.from() + " lead "
                            + (next == null ? "to " + name + ", which is none" : "round in a circle"));
                }
                name = next.to();
            }
        }
        return byName;
    }
}
