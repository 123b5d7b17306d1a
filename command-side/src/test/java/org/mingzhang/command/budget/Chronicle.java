package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;

/** A history of two budgets and the funds of their division, act by act, and the same without some documents. */
final class Chronicle {
    private final List<List<Envelope<LedgerEvent>>> acts = new ArrayList<>();
    private LocalDate today = LocalDate.of(2025, 3, 31);
    private Spec spec = Spec.given(Budget.none());

    static Chronicle of(LedgerEvent... events) {
        Chronicle chronicle = new Chronicle();
        Arrays.stream(events).forEach(event -> chronicle.happened(Scene.DEPARTMENT, List.of(event)));
        return chronicle;
    }

    Chronicle on(LocalDate day) {
        today = day;
        spec = spec.on(day);
        return this;
    }

    Spec spec() {
        return spec;
    }

    Spec seenFrom(BudgetId id) {
        return spec.seenFrom(id);
    }

    /** Carried out when it is accepted; refused acts are not part of a history. */
    boolean tried(Actor actor, LedgerCommand command) {
        Decision decision = switch (command) {
            case BudgetCommand one ->
                spec.seenFrom(one.budget()).when(actor, one).decision();
            case FundsCommand one -> spec.when(actor, one).decision();
        };
        if (decision instanceof Decision.Accepted accepted && !accepted.events().isEmpty()) {
            happened(actor, accepted.events());
            return true;
        }
        return false;
    }

    Chronicle then(Actor actor, LedgerCommand command) {
        if (!tried(actor, command)) {
            throw new AssertionError("refused: " + command);
        }
        return this;
    }

    private void happened(Actor actor, List<LedgerEvent> events) {
        UUID act = UUID.randomUUID();
        acts.add(events.stream()
                .map(event -> new Envelope<>(act, actor, today, event))
                .toList());
        spec = spec.and(actor, events.toArray(LedgerEvent[]::new));
    }

    /** The same acts, recorded in other words by a release that asked less. */
    Chronicle recordedAs(UnaryOperator<LedgerEvent> said) {
        Chronicle earlier = new Chronicle();
        acts.forEach(act -> {
            earlier.today = act.getFirst().businessDay();
            earlier.happened(
                    act.getFirst().actor(),
                    act.stream().map(Envelope::message).map(said).toList());
        });
        return earlier;
    }

    List<Envelope<LedgerEvent>> events() {
        return acts.stream().flatMap(List::stream).toList();
    }

    /** Told again; positions are those of the acts. */
    Told without(Integer... numbers) {
        Set<AdjustmentRef> without = new HashSet<>();
        Stream.of(numbers)
                .map(number -> new AdjustmentRef(Scene.BUDGET, number))
                .forEach(without::add);
        return told(new HistoryWithout(Scene.BUDGET, without, Chronicle::rules));
    }

    /** The same, told of another of the budgets. */
    Told without(AdjustmentRef document) {
        return told(new HistoryWithout(document.budget(), Set.of(document), Chronicle::rules));
    }

    /** Every command decided again, with nothing missing. */
    Told decidedAgain() {
        return told(HistoryWithout.decidedFromTheStart(Scene.BUDGET, Set.of(), Chronicle::rules));
    }

    private static Policy rules(Envelope<BudgetCommand> envelope) {
        return Policy.inForceOn(envelope.businessDay());
    }

    private Told told(HistoryWithout history) {
        List<Envelope<LedgerEvent>> events = new ArrayList<>();
        for (int at = 0; at < acts.size(); at++) {
            events.addAll(history.next(at, acts.get(at)));
        }
        return new Told(history, events);
    }

    record Told(HistoryWithout history, List<Envelope<LedgerEvent>> events) {
        List<Departure.Stopped> stopped() {
            return history.departures().stream()
                    .filter(Departure.Stopped.class::isInstance)
                    .map(Departure.Stopped.class::cast)
                    .toList();
        }

        Set<Integer> documents() {
            return stopped().stream().map(Departure.Stopped::number).collect(Collectors.toSet());
        }
    }
}
