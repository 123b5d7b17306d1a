package org.mingzhang.query.trail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.PolicyEvent;
import org.mingzhang.kernel.event.ReadingEvent;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Origin;

/** What an event says of why, from when on, upon which document and from where. */
final class Circumstances {
    /** In the order in which they are a reason; then what is said within. */
    private static final List<String> REASONS = List.of("reason", "opinion", "statement", "note");

    private static final List<String> WITHIN = List.of("request", "content", "after");

    private Circumstances() {}

    /** Blank where none was given. */
    static String reason(LedgerEvent event) {
        if (!(event instanceof Record whole)) {
            return "";
        }
        Optional<String> said = texts(whole);
        for (String within : WITHIN) {
            if (said.isEmpty()) {
                said = part(whole, within)
                        .filter(Record.class::isInstance)
                        .map(Record.class::cast)
                        .flatMap(Circumstances::texts);
            }
        }
        return said.orElse("");
    }

    private static Optional<String> texts(Record whole) {
        return REASONS.stream()
                .flatMap(name -> part(whole, name).stream())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static Optional<Object> part(Record whole, String name) {
        return RecordParts.of(whole).stream()
                .filter(part -> part.name().equals(name))
                .map(RecordParts.Part::value)
                .findFirst();
    }

    /** The day from which it counts. */
    static LocalDate effective(Envelope<LedgerEvent> envelope) {
        return switch (envelope.message()) {
            case AdjustmentEvent.AdjustmentSubmitted e -> e.request().effectiveOn();
            case AdjustmentEvent.AdjustmentTookEffect e -> e.effectiveOn();
            case PolicyEvent.AmendmentProposed e -> e.from();
            case AdministrationEvent.DelegationGiven e -> e.firstDay();
            default -> envelope.businessDay();
        };
    }

    /** From where, where the event itself says it; of what a command did, its note does. */
    static Optional<Origin> origin(LedgerEvent event) {
        return switch (event) {
            case AdministrationEvent e -> Optional.of(e.origin());
            case SubmissionEvent e -> Optional.of(e.submission().origin());
            case ReadingEvent.UndisclosedRead e -> Optional.of(e.origin());
            default -> Optional.empty();
        };
    }

    /** The documents it names. */
    static List<Basis> documents(LedgerEvent event) {
        List<Basis> found = new ArrayList<>();
        gather(event, found);
        return found.stream().distinct().toList();
    }

    private static void gather(Object value, List<Basis> found) {
        switch (value) {
            case Basis basis -> found.add(basis);
            case Optional<?> perhaps -> perhaps.ifPresent(one -> gather(one, found));
            case Iterable<?> several -> several.forEach(one -> gather(one, found));
            case Map<?, ?> named -> named.values().forEach(one -> gather(one, found));
            case Record whole -> RecordParts.of(whole).forEach(part -> gather(part.value(), found));
            default -> {}
        }
    }
}
