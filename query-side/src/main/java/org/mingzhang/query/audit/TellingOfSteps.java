package org.mingzhang.query.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.audit.Explanation.Changed;
import org.mingzhang.query.audit.Explanation.Check;
import org.mingzhang.query.audit.Explanation.Document;
import org.mingzhang.query.audit.Explanation.File;
import org.mingzhang.query.audit.Explanation.Moved;
import org.mingzhang.query.audit.Explanation.Person;
import org.mingzhang.query.audit.Explanation.Step;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.CurrentVisitor;

/** Tells events of one budget as they stood at one position, as far as whoever asks may know of them. */
final class TellingOfSteps {
    private final EventLog log;
    private final BudgetId budget;
    private final Told told;
    private final FactReader facts;
    private final long position;
    private final Map<Integer, Facts.AdjustmentFact> adjustments = new HashMap<>();
    private final Map<Integer, List<Facts.AdjustmentStep>> steps = new HashMap<>();
    private final Map<Integer, List<Facts.AttachmentFact>> files = new HashMap<>();
    private final Set<Integer> read = new HashSet<>();
    private final Map<Long, RecordedEvent> events = new HashMap<>();

    /** Who is told: everybody gets amounts and documents, staff people and reasons, auditors proofs too. */
    enum Told {
        PUBLIC,
        STAFF,
        AUDITOR;

        /** What whoever asks is told of that part of a budget. */
        static Told of(BudgetShelf shelf, CurrentVisitor visitors, BudgetId budget, Scope scope) {
            if (!shelf.isStaff(budget, scope)) {
                return PUBLIC;
            }
            return visitors.visitor()
                            .filter(visitor -> visitor.is(Role.AUDITOR))
                            .isPresent()
                    ? AUDITOR
                    : STAFF;
        }
    }

    TellingOfSteps(EventLog log, FactReader facts, BudgetId budget, long position, Told told) {
        this.log = log;
        this.budget = budget;
        this.told = told;
        this.facts = facts;
        this.position = position;
    }

    /** Reads what will be told, in few questions. */
    void expect(Collection<Long> positions) {
        List<RecordedEvent> found = log.readAt(positions);
        found.forEach(event -> events.put(event.position(), event));
        read(found.stream()
                .flatMap(event -> account(event).adjustment().stream())
                .collect(Collectors.toSet()));
    }

    /** The documents with these numbers, unless they were read before. */
    private void read(Set<Integer> numbers) {
        Set<Integer> fresh = new HashSet<>(numbers);
        fresh.removeAll(read);
        read.addAll(fresh);
        of(FactKind.ADJUSTMENT, fresh, Facts.AdjustmentFact.class)
                .filter(held -> held.at(position))
                .forEach(held -> adjustments.put(held.body().number(), held.body()));
        of(FactKind.ADJUSTMENT_STEP, fresh, Facts.AdjustmentStep.class)
                .forEach(held -> steps.computeIfAbsent(held.body().number(), any -> new ArrayList<>())
                        .add(held.body()));
        of(FactKind.ATTACHMENT, fresh, Facts.AttachmentFact.class)
                .filter(held -> held.at(position))
                .forEach(held -> files.computeIfAbsent(held.body().number(), any -> new ArrayList<>())
                        .add(held.body()));
    }

    private <T> Stream<FactReader.Held<T>> of(FactKind kind, Set<Integer> numbers, Class<T> type) {
        return facts.heldByNumber(budget, position, kind, numbers, type).stream();
    }

    private static EventAccount account(RecordedEvent event) {
        return EventAccount.of(event.of(BudgetEvent.class).message());
    }

    Step step(long position, Optional<Moved> money, Optional<Changed> words) {
        if (!events.containsKey(position)) {
            expect(List.of(position));
        }
        RecordedEvent event = Objects.requireNonNull(events.get(position));
        Envelope<BudgetEvent> envelope = event.of(BudgetEvent.class);
        EventAccount account = account(event);
        Optional<Facts.AdjustmentFact> adjustment = account.adjustment().map(adjustments::get);
        boolean staff = told != Told.PUBLIC;
        String reason = adjustment.map(one -> one.request().reason()).orElse(account.reason());
        return new Step(
                position,
                event.eventId().toString(),
                event.name().name(),
                envelope.businessDay(),
                Optional.of(event.recordedAt()).filter(at -> staff),
                money,
                words,
                account.document().map(TellingOfSteps::document),
                Optional.of(reason).filter(given -> staff && !given.isBlank()),
                account.adjustment().filter(number -> staff),
                Optional.of(maker(envelope.actor(), adjustment)).filter(person -> staff),
                staff ? checks(account.adjustment()) : List.of(),
                staff ? files(account.adjustment()) : List.of(),
                proof(position),
                Optional.of(person(envelope.actor())).filter(person -> staff));
    }

    /** Where an auditor takes the proof that the event is in the ledger. */
    Optional<String> proof(long position) {
        return told == Told.AUDITOR
                ? Optional.of("/api/ledger/proofs/inclusion?position=" + position)
                : Optional.empty();
    }

    boolean tellsPeople() {
        return told != Told.PUBLIC;
    }

    static Document document(Basis basis) {
        return new Document(basis.documentNumber(), basis.title(), basis.issuer(), basis.date(), basis.invented());
    }

    /** Of an adjustment it is whoever submitted it, whoever put it into effect. */
    private static Person maker(Actor actor, Optional<Facts.AdjustmentFact> adjustment) {
        return adjustment.map(one -> new Person(one.makerName(), "")).orElseGet(() -> person(actor));
    }

    private static Person person(Actor actor) {
        return new Person(
                actor.onBehalfOf()
                        .map(other -> actor.displayName() + "（代 " + other + "）")
                        .orElse(actor.displayName()),
                actor.role().name());
    }

    private List<Check> checks(Optional<Integer> adjustment) {
        return adjustment.map(number -> steps.getOrDefault(number, List.of())).orElse(List.of()).stream()
                .filter(step -> !step.step().equals("submitted"))
                .map(step -> new Check(
                        step.step(),
                        step.station().map(AdjustmentStation::label).orElse(""),
                        step.station().map(AdjustmentStation::name).orElse(""),
                        step.day(),
                        new Person(step.actor(), step.role().name()),
                        step.words(),
                        step.document().map(TellingOfSteps::document)))
                .toList();
    }

    private List<File> files(Optional<Integer> adjustment) {
        return adjustment.map(number -> files.getOrDefault(number, List.of())).orElse(List.of()).stream()
                .map(one -> new File(
                        one.file().name(),
                        one.role().label(),
                        one.file().size(),
                        one.file().sha256(),
                        "/execute/%s/adjustments/%d/attachments/%s"
                                .formatted(budget, one.number(), one.file().sha256())))
                .toList();
    }
}
