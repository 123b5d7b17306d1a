package org.mingzhang.query.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private final Map<Integer, Facts.AdjustmentFact> adjustments;
    private final Map<Integer, List<Facts.AdjustmentStep>> steps;
    private final Map<Integer, List<Facts.AttachmentFact>> files;
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
        this.adjustments =
                facts.rows(budget, position, FactKind.ADJUSTMENT, Facts.AdjustmentFact.class).values().stream()
                        .collect(Collectors.toMap(Facts.AdjustmentFact::number, one -> one));
        this.steps = facts.history(budget, position, FactKind.ADJUSTMENT_STEP, Facts.AdjustmentStep.class).stream()
                .collect(Collectors.groupingBy(Facts.AdjustmentStep::number));
        this.files = facts.rows(budget, position, FactKind.ATTACHMENT, Facts.AttachmentFact.class).values().stream()
                .collect(Collectors.groupingBy(Facts.AttachmentFact::number));
    }

    /** Reads what will be told, in fewer questions than one for each. */
    void expect(Collection<Long> positions) {
        events.putAll(ReadEvents.at(log, positions));
    }

    Step step(long position, Optional<Moved> money, Optional<Changed> words) {
        RecordedEvent event =
                events.computeIfAbsent(position, at -> log.read(at - 1, 1).getFirst());
        Envelope<BudgetEvent> envelope = event.of(BudgetEvent.class);
        EventAccount account = EventAccount.of(envelope.message());
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
                proof(position));
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
        return adjustment
                .map(one -> new Person(one.makerName(), ""))
                .orElseGet(() -> new Person(
                        actor.onBehalfOf()
                                .map(other -> actor.displayName() + "（代 " + other + "）")
                                .orElse(actor.displayName()),
                        actor.role().name()));
    }

    private List<Check> checks(Optional<Integer> adjustment) {
        return adjustment.map(number -> steps.getOrDefault(number, List.of())).orElse(List.of()).stream()
                .filter(step -> !step.step().equals("submitted"))
                .map(step -> new Check(
                        step.step(),
                        step.station().map(AdjustmentStation::label).orElse(""),
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
