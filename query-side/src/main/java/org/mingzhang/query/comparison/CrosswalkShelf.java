package org.mingzhang.query.comparison;

import org.mingzhang.kernel.crosswalk.Crosswalk;
import org.mingzhang.kernel.event.CrosswalkEvent;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.Instants;
import org.springframework.stereotype.Component;

/** How things of a division go on under others, as the log has it; successions are few and are folded when somebody asks. */
@Component
class CrosswalkShelf {
    private final EventLog log;
    private final Instants instants;

    CrosswalkShelf(EventLog log, Instants instants) {
        this.log = log;
        this.instants = instants;
    }

    /** Those of the instant that a request asks for; one that has not come yet is said. */
    Crosswalk ofRequest(DivisionCode division) {
        momentOfRequest();
        return of(division, AsOf.ofRequest());
    }

    /** Up to where a request asks to read. */
    Moment momentOfRequest() {
        return instants.of(AsOf.ofRequest(), log.head());
    }

    /** Those of the instant that is asked for, whatever budgets are read up to. */
    Crosswalk of(DivisionCode division, AsOf asOf) {
        Crosswalk crosswalk = Crosswalk.none();
        for (RecordedEvent event : log.readStream(CrosswalkEvent.stream(division), 0)) {
            if (counts(event, asOf)) {
                crosswalk = crosswalk.evolve(event.of(CrosswalkEvent.class));
            }
        }
        return crosswalk;
    }

    private static boolean counts(RecordedEvent event, AsOf asOf) {
        if (asOf.effective()) {
            return asOf.day()
                    .filter(day -> event.envelope().businessDay().isAfter(day))
                    .isEmpty();
        }
        return asOf.position().filter(position -> event.position() > position).isEmpty()
                && (asOf.position().isPresent()
                        || asOf.instant()
                                .filter(instant -> event.recordedAt().isAfter(instant))
                                .isEmpty());
    }
}
