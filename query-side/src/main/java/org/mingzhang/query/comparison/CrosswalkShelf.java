package org.mingzhang.query.comparison;

import java.util.OptionalLong;
import org.mingzhang.kernel.crosswalk.Crosswalk;
import org.mingzhang.kernel.event.CrosswalkEvent;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.springframework.stereotype.Component;

/** How things of a division go on under others, as the log has it; successions are few and are folded when somebody asks. */
@Component
class CrosswalkShelf {
    private final EventLog log;

    CrosswalkShelf(EventLog log) {
        this.log = log;
    }

    /** @param until the last position that counts; empty for now */
    Crosswalk of(DivisionCode division, OptionalLong until) {
        Crosswalk crosswalk = Crosswalk.none();
        for (RecordedEvent event : log.readStream(CrosswalkEvent.stream(division), 0)) {
            if (until.isEmpty() || event.position() <= until.getAsLong()) {
                crosswalk = crosswalk.evolve(event.of(CrosswalkEvent.class));
            }
        }
        return crosswalk;
    }
}
