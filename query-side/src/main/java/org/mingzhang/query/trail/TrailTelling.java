package org.mingzhang.query.trail;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.HandedIn;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.audit.ReasonWords;
import org.mingzhang.query.facts.Measure;
import org.mingzhang.query.web.Principals;
import org.springframework.context.MessageSource;

/** Tells events as entries of the trail, in one language; for one page or one file. */
final class TrailTelling {
    private static final int REMEMBERED = 2_000;

    /** How commands were handed in, by the id of the act; none for those that no command made. */
    @FunctionalInterface
    interface HowHandedIn {
        Map<UUID, HandedIn> of(Collection<UUID> acts);
    }

    private final SaidIn said;
    private final TrailSentences sentences;
    private final Changes changes;
    private final HowHandedIn notes;
    private final StoodBefore stood;
    private final Principals principals;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<UUID, Optional<HandedIn>> handedIn = new LinkedHashMap<>();

    TrailTelling(
            MessageSource messages,
            ReasonWords reasons,
            HowHandedIn notes,
            StoodBefore stood,
            Principals principals,
            Locale locale) {
        this.said = new SaidIn(messages, locale);
        this.sentences = new TrailSentences(messages, reasons, locale);
        this.changes = new Changes(said);
        this.notes = notes;
        this.stood = stood;
        this.principals = principals;
    }

    List<TrailEntry> tell(List<RecordedEvent> events) {
        List<UUID> acts = events.stream()
                .filter(event ->
                        Circumstances.origin(event.envelope().message()).isEmpty())
                .map(event -> event.envelope().commandId())
                .distinct()
                .filter(act -> !handedIn.containsKey(act))
                .toList();
        if (handedIn.size() > REMEMBERED) {
            handedIn.clear();
        }
        Map<UUID, HandedIn> found = notes.of(acts);
        acts.forEach(act -> handedIn.put(act, Optional.ofNullable(found.get(act))));
        Map<Long, Map<Measure, Amount>> before = stood.of(events);
        return events.stream()
                .map(event -> entry(event, Optional.ofNullable(before.get(event.position()))))
                .toList();
    }

    private TrailEntry entry(RecordedEvent event, Optional<Map<Measure, Amount>> before) {
        Envelope<LedgerEvent> envelope = event.envelope();
        LedgerEvent message = envelope.message();
        Optional<HandedIn> how = message instanceof SubmissionEvent tried
                ? Optional.of(tried.submission())
                : handedIn.getOrDefault(envelope.commandId(), Optional.empty());
        Optional<Origin> origin = Circumstances.origin(message).or(() -> how.map(HandedIn::origin));
        String kind = EventName.of(message).name();
        TrailGroup group = TrailGroup.of(message);
        TrailEntry.Who who = who(envelope.actor());
        String at = TrailEntry.SECOND.format(event.recordedAt());
        String sentence = sentences.of(message);
        return new TrailEntry(
                event.position(),
                event.eventId(),
                envelope.commandId(),
                event.recordedAt(),
                at,
                Circumstances.effective(envelope),
                kind,
                said.say("trail.kind." + kind),
                group.word(),
                event.stream(),
                TrailKeys.about(message),
                TrailKeys.outcome(message) == TrailKeys.Outcome.REFUSED,
                who,
                origin.map(from ->
                                said.say("submissions.channel." + from.channel().name()))
                        .orElse(""),
                origin.map(Origin::address).orElse(""),
                how.map(HandedIn::command).orElse(""),
                how.map(said::command).orElse(""),
                Circumstances.documents(message),
                Circumstances.reason(message),
                changes.of(message, before),
                sentence,
                whole(group, at, who, sentence),
                adjustment(envelope),
                message instanceof SubmissionEvent.CommandRefused refused ? refused.content() : "");
    }

    /** That it is a step of, or that somebody tried to take a step with. */
    private static Optional<Integer> adjustment(Envelope<LedgerEvent> envelope) {
        return switch (envelope.message()) {
            case AdjustmentEvent step -> Optional.of(step.number());
            case SubmissionEvent.CommandRefused refused -> TriedContent.adjustment(refused);
            default -> Optional.empty();
        };
    }

    /** What happens to accounts has its own subject, who need not be the one who did it. */
    private String whole(TrailGroup group, String at, TrailEntry.Who who, String sentence) {
        String by = who.forLogin().isEmpty()
                ? said.say("trail.by", who.name(), who.roleName())
                : said.say("trail.by-for", who.name(), who.roleName(), who.forName());
        String key = group == TrailGroup.ADMINISTRATION ? "trail.whole-administration" : "trail.whole";
        return said.say(key, at, by, sentence);
    }

    private TrailEntry.Who who(Actor actor) {
        String principal = actor.onBehalfOf().orElse("");
        if (names.size() > REMEMBERED) {
            names.clear();
        }
        String name = principal.isEmpty()
                ? ""
                : names.computeIfAbsent(
                        principal, login -> principals.name(login).orElse(login));
        return new TrailEntry.Who(
                actor.login(),
                actor.displayName(),
                actor.role().name(),
                said.say("role." + actor.role().name()),
                principal,
                name);
    }
}
