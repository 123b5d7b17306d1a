package org.mingzhang.query.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mingzhang.kernel.event.PolicyEvent;
import org.mingzhang.kernel.policy.AppliedRule;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.ledger.store.CommandPlaces;
import org.mingzhang.ledger.store.CommandPlaces.Place;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.audit.AuditScope;
import org.mingzhang.query.execution.AdjustmentShelf;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.trail.RefusedAttempts;
import org.springframework.stereotype.Component;

/**
 * Where in the log an adjustment stands: everything that was recorded together with one of its steps,
 * its rules, and what was tried with it and refused.
 */
@Component
class DocumentPlaces {
    private final FactReader facts;
    private final CommandPlaces places;
    private final EventLog log;
    private final AdjustmentShelf shelf;
    private final AuditScope scope;
    private final RefusedAttempts refused;

    DocumentPlaces(
            FactReader facts,
            CommandPlaces places,
            EventLog log,
            AdjustmentShelf shelf,
            AuditScope scope,
            RefusedAttempts refused) {
        this.facts = facts;
        this.places = places;
        this.log = log;
        this.shelf = shelf;
        this.scope = scope;
        this.refused = refused;
    }

    /**
     * The events about a document.
     *
     * @param theirs those that the auditor who asks may see
     * @param withheld how many there are beside them, in streams beyond the auditor's rights
     * @param attempts that were refused, oldest first, of those that may be seen
     * @param effect what stood right before it took effect and what right after; empty while it has not
     */
    record Found(List<Place> theirs, int withheld, List<RecordedEvent> attempts, List<Long> effect) {
        SortedSet<Long> positions() {
            return theirs.stream().map(Place::position).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** @param requestNumber under which it was asked for; blank for none */
    Found of(AdjustmentRef document, String requestNumber, long position) {
        List<FactReader.Held<Facts.AdjustmentStep>> steps = facts.held(
                document.budget(),
                position,
                FactKind.ADJUSTMENT_STEP,
                Integer.toString(document.number()),
                Facts.AdjustmentStep.class);
        List<Place> all = new ArrayList<>(places.around(
                steps.stream().map(FactReader.Held::from).distinct().toList()));
        List<Long> effect = steps.stream()
                .filter(step -> step.body().step().equals("effective"))
                .findFirst()
                .map(step -> around(step.from(), all))
                .orElse(List.of());
        all.addAll(rules(document, position));
        List<RecordedEvent> attempts = refused.on(document, requestNumber, position);
        attempts.forEach(attempt -> all.add(new Place(
                attempt.position(),
                attempt.envelope().message().stream(),
                attempt.envelope().commandId().toString())));
        all.sort(Comparator.comparingLong(Place::position));
        List<Place> theirs =
                all.stream().filter(place -> scope.covers(place.stream())).toList();
        Set<Long> seen = theirs.stream().map(Place::position).collect(Collectors.toSet());
        return new Found(
                theirs,
                all.size() - theirs.size(),
                attempts.stream()
                        .filter(attempt -> seen.contains(attempt.position()))
                        .toList(),
                effect);
    }

    /** The first position of the command less one, and its last. */
    private static List<Long> around(long position, List<Place> all) {
        String command = all.stream()
                .filter(place -> place.position() == position)
                .map(Place::command)
                .findFirst()
                .orElseThrow();
        List<Long> together = all.stream()
                .filter(place -> place.command().equals(command))
                .map(Place::position)
                .toList();
        return List.of(together.getFirst() - 1, together.getLast());
    }

    /** How the rules of the division that were applied came to be. */
    private List<Place> rules(AdjustmentRef document, long position) {
        Set<Integer> amendments = shelf.reasons(document.budget(), position, document.number()).stream()
                .flatMap(reasons -> reasons.rules().stream())
                .map(AppliedRule::amendment)
                .filter(number -> number > 0)
                .collect(Collectors.toSet());
        if (amendments.isEmpty()) {
            return List.of();
        }
        String stream = PolicyEvent.stream(document.budget().division());
        return log.readStream(stream, 0).stream()
                .filter(event -> event.position() <= position && isOf(amendments, event))
                .map(event -> new Place(
                        event.position(), stream, event.envelope().commandId().toString()))
                .toList();
    }

    private static boolean isOf(Set<Integer> amendments, RecordedEvent event) {
        return event.envelope().message() instanceof PolicyEvent policy && amendments.contains(policy.number());
    }
}
