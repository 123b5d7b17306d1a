package org.mingzhang.query.policy;

import org.mingzhang.kernel.amendment.PolicyBook;
import org.mingzhang.kernel.event.PolicyEvent;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.springframework.stereotype.Component;

/** What the divisions have made of the rules, as the log has it now. */
@Component
class PolicyShelf {
    private final EventLog log;

    PolicyShelf(EventLog log) {
        this.log = log;
    }

    PolicyBook of(DivisionCode division) {
        PolicyBook book = PolicyBook.none();
        for (RecordedEvent event : log.readStream(PolicyEvent.stream(division), 0)) {
            book = book.evolve(event.of(PolicyEvent.class));
        }
        return book;
    }
}
