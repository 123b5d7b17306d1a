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
import org.springframework.stereotype.Component;

/** Where in the log an adjustment stands: everything that was recorded together with one of its steps, and its rules. */
@Component
class DocumentPlaces {
    private final FactReader facts;
    private final CommandPlaces places;
    private final EventLog log;
    private final AdjustmentShelf shelf;
    private final AuditScope scope;

    DocumentPlaces(FactReader facts, CommandPlaces places, EventLog log, AdjustmentShelf shelf, AuditScope scope) {
        this.facts = facts;
        this.places = places;
        this.log = log;
        this.shelf = shelf;
        this.scope = scope;
    }

    /**
     * The events about a document.
     *
     * @param theirs those that the auditor who asks may see
     * @param withheld how many there are beside them, in streams beyond the auditor's rights
     * @param effect what stood right before it took effect and what right after; empty while it has not
     */
    record Found(List<Place> theirs, int withheld, List<Long> effect) {
        SortedSet<Long> positions() {
            return theirs.stream().map(Place::position).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    Found of(AdjustmentRef document, long position) {
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
        all.sort(Comparator.comparingLong(Place::position));
        List<Place> theirs =
                all.stream().filter(place -> scope.covers(place.stream())).toList();
        return new Found(theirs, all.size() - theirs.size(), effect);
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
