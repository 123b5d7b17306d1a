package org.mingzhang.query.trail;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.ReadingEvent;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Envelope;

/**
 * What one entry of the trail may be asked for by.
 *
 * @param kinds the stored name of the event and its group
 * @param about the stream that it is about, such as {@code 411200-103-2025}
 * @param persons who did it, for whom, or whose account it is about: logins and names as they are compared
 * @param codes of lines, projects and classifications, with those above them
 * @param amounts in fen, without their sign; never 0
 * @param documents numbers and titles, as they are compared
 * @param adjustments ids of those that it is a step of, or was tried to be, such as {@code 411200-103-2025/3}
 * @param texts all that people typed, documents included, as it is compared
 */
public record TrailKeys(
        Set<String> kinds,
        String about,
        Outcome outcome,
        Set<String> persons,
        Set<String> units,
        Set<String> codes,
        Set<Long> amounts,
        Set<String> documents,
        Set<String> adjustments,
        Set<String> texts) {
    /** What became of it. */
    public enum Outcome {
        /** It was done. */
        ACCEPTED,
        /** Somebody tried. */
        REFUSED
    }

    static TrailKeys of(Envelope<LedgerEvent> envelope) {
        LedgerEvent event = envelope.message();
        Contents contents = new Contents(about(event));
        contents.add(event);
        if (event instanceof SubmissionEvent.CommandRefused refused) {
            new TriedContent(contents).add(refused.content());
        }
        return new TrailKeys(
                Set.of(EventName.of(event).name(), TrailGroup.of(event).word()),
                about(event),
                outcome(event),
                persons(envelope.actor(), event),
                contents.units(),
                contents.codes(),
                contents.amounts(),
                contents.documents(),
                contents.adjustments(),
                contents.texts());
    }

    /** The stream that an event is about, which is another one than its own for what stands beside. */
    static String about(LedgerEvent event) {
        return switch (event) {
            case SubmissionEvent tried -> tried.about();
            case ReadingEvent seen -> seen.about();
            default -> event.stream();
        };
    }

    static Outcome outcome(LedgerEvent event) {
        boolean refused = event instanceof SubmissionEvent.CommandRefused
                || event instanceof AdministrationEvent.SignInFailed
                || event instanceof AdministrationEvent.AccountLockedOut
                || event instanceof AdministrationEvent.StrangersTurnedAway;
        return refused ? Outcome.REFUSED : Outcome.ACCEPTED;
    }

    private static Set<String> persons(Actor actor, LedgerEvent event) {
        Set<String> persons = new TreeSet<>();
        persons.add(TrailTexts.plain(actor.login()));
        persons.add(TrailTexts.plain(actor.displayName()));
        actor.onBehalfOf().map(TrailTexts::plain).ifPresent(persons::add);
        if (event instanceof AdministrationEvent administered) {
            administered.about().map(TrailTexts::plain).ifPresent(persons::add);
        }
        delegate(event).map(TrailTexts::plain).ifPresent(persons::add);
        return persons;
    }

    private static Optional<String> delegate(LedgerEvent event) {
        return event instanceof AdministrationEvent.DelegationGiven given
                ? Optional.of(given.delegate())
                : event instanceof AdministrationEvent.DelegationEnded ended
                        ? Optional.of(ended.delegate())
                        : Optional.empty();
    }
}
