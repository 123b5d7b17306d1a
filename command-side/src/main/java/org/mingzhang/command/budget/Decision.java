package org.mingzhang.command.budget;

import java.util.List;
import org.mingzhang.kernel.event.LedgerEvent;

/** What the decider answers. */
public sealed interface Decision {
    /** It holds already, so that nothing has to happen. */
    Accepted UNCHANGED = new Accepted(List.of());

    /** It happens, all of it together and each event in its own stream; an empty list means that nothing changes. */
    record Accepted(List<LedgerEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** It does not happen, for every reason that was found. */
    record Refused(List<Objection> objections) implements Decision {
        public Refused {
            objections = List.copyOf(objections);
            if (objections.isEmpty()) {
                throw new IllegalArgumentException("a refusal without an objection");
            }
        }
    }

    /**
     * One reason against a command.
     *
     * @param command index inside a batch; 0 for a single command
     * @param field the part of the command it is about, such as {@code content.amount}; empty for the whole
     */
    record Objection(int command, String field, Refusal refusal) {
        /** The same objection, against the command at that place in a batch. */
        Objection of(int place) {
            return new Objection(place, field, refusal);
        }
    }
}
