package org.mingzhang.command.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.mingzhang.kernel.event.LedgerEvent;

/** What speaks against one command, collected while it is decided; never leaves the decision it belongs to. */
final class Findings {
    private final List<Decision.Objection> found = new ArrayList<>(0);

    Findings require(boolean holds, String field, Supplier<Refusal> otherwise) {
        if (!holds) {
            object(field, otherwise.get());
        }
        return this;
    }

    void object(String field, Refusal refusal) {
        found.add(new Decision.Objection(0, field, refusal));
    }

    /** What speaks against a part, said of that part. */
    void addAll(Findings ofPart, UnaryOperator<String> field) {
        ofPart.found.forEach(one -> object(field.apply(one.field()), one.refusal()));
    }

    void forEach(Consumer<Decision.Objection> each) {
        found.forEach(each);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Decision.Objection> objections() {
        return List.copyOf(found);
    }

    Decision refused() {
        return new Decision.Refused(found);
    }

    /** The event when nothing was found. */
    Decision accept(Supplier<? extends LedgerEvent> event) {
        return isEmpty() ? new Decision.Accepted(List.of(event.get())) : refused();
    }

    /** The events when nothing was found. */
    Decision acceptAll(Supplier<? extends List<? extends LedgerEvent>> events) {
        return isEmpty() ? new Decision.Accepted(List.copyOf(events.get())) : refused();
    }

    /** The event when nothing was found, and no event when the command leaves everything as it is. */
    Decision acceptUnless(boolean unchanged, Supplier<? extends LedgerEvent> event) {
        return unchanged && isEmpty() ? Decision.UNCHANGED : accept(event);
    }
}
