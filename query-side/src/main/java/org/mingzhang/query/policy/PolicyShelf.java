package org.mingzhang.query.policy;

import org.mingzhang.kernel.amendment.PolicyBook;
import org.mingzhang.kernel.event.PolicyEvent;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.facts.Moment;
import org.springframework.stereotype.Component;

/** What the divisions have made of the rules, as the log has it. */
@Component
class PolicyShelf {
    private final EventLog log;

    PolicyShelf(EventLog log) {
        this.log = log;
    }

    /** What was recorded up to a moment; on the effective clock what had been proposed and decided by its day. */
    PolicyBook of(DivisionCode division, Moment moment) {
        PolicyBook book = PolicyBook.none();
        for (RecordedEvent event : log.readStream(PolicyEvent.stream(division), 0)) {
            if (event.position() <= moment.position()
                    && moment.counts(event.envelope().businessDay())) {
                book = book.evolve(event.of(PolicyEvent.class));
            }
        }
        return book;
    }
}
