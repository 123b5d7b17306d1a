package org.mingzhang.command.budget;

import java.time.LocalDate;
import org.mingzhang.kernel.event.DisclosureEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Envelope;

/** Whether everybody may read the budget; a region of its own beside the rounds of preparation. */
public sealed interface Publication {
    record NotPublished() implements Publication {}

    /** The secrecy review is done for the budget as it stood at a position. */
    record Reviewed(long position, Actor reviewer, LocalDate reviewedOn, String opinion) implements Publication {}

    record Published(long position, LocalDate publishedOn) implements Publication {}

    static Publication after(Envelope<? extends DisclosureEvent> envelope) {
        return switch (envelope.message()) {
            case DisclosureEvent.SecrecyReviewConfirmed e ->
                new Reviewed(e.position(), envelope.actor(), e.reviewedOn(), e.opinion());
            case DisclosureEvent.DisclosurePublished e -> new Published(e.position(), e.publishedOn());
        };
    }
}
