package org.mingzhang.application.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.HistoryWithout;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.counterfactual.Replayed;
import org.mingzhang.query.counterfactual.WithoutDocuments;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.ReplayedFacts;
import org.springframework.stereotype.Component;

/**
 * Tells the deciding side a budget's history once more, without some of its documents, and folds what happens then as the
 * reading side does; what is recorded goes through the same folds beside it.
 *
 * <p>Told are the budget, those that documents move together with it, and the funds of the division: a departure in one may
 * stop something in another. Documents of other budgets on the same sources are not decided anew and named as such.
 */
@Component
class ReplayedWithout implements WithoutDocuments {
    private final EventLog log;
    private final FactReader facts;
    private final BudgetCommands commands;

    ReplayedWithout(EventLog log, FactReader facts, BudgetCommands commands) {
        this.log = log;
        this.facts = facts;
        this.commands = commands;
    }

    @Override
    public Replayed replay(Question question, Progress progress) {
        HistoryWithout history =
                new HistoryWithout(question.budget(), missing(question), new RulesOfDays(commands)::of);
        return replay(question, history, progress);
    }

    /** The same, where every command is decided again from the first on. */
    Replayed decidedFromTheStart(Question question, Progress progress) {
        return replay(
                question,
                HistoryWithout.decidedFromTheStart(question.budget(), Set.of(), new RulesOfDays(commands)::of),
                progress);
    }

    private Replayed replay(Question question, HistoryWithout history, Progress progress) {
        Moment moment = Moment.at(question.position());
        ReplayedFacts recorded = new ReplayedFacts(moment, TableBasis.ADJUSTED);
        ReplayedFacts then = new ReplayedFacts(moment, TableBasis.ADJUSTED);
        StreamsInOrder streams = new StreamsInOrder(log, streams(question), question.position());
        String home = question.budget().toString();
        long events = 0;
        for (List<RecordedEvent> act = streams.act(); !act.isEmpty(); act = streams.act()) {
            List<Envelope<LedgerEvent>> happened =
                    act.stream().map(RecordedEvent::envelope).toList();
            fold(recorded, home, happened);
            fold(then, home, history.next(act.getLast().position(), happened));
            events += act.size();
            progress.told(events, streams.length());
        }
        return new ToldDepartures(question, history, undecided(question))
                .replayed(events, recorded.facts().orElseThrow(), then.facts().orElseThrow());
    }

    private List<AdjustmentRef> undecided(Question question) {
        String funds = FundsId.of(question.budget()).toString();
        return NotDecided.of(
                facts.history(funds, question.position(), FactKind.FUNDS_STEP, Facts.FundsStep.class),
                missing(question),
                together(question.budget(), question.position()));
    }

    private static Set<AdjustmentRef> missing(Question question) {
        return question.without().stream()
                .map(number -> new AdjustmentRef(question.budget(), number))
                .collect(Collectors.toSet());
    }

    private static void fold(ReplayedFacts facts, String stream, List<Envelope<LedgerEvent>> events) {
        events.stream().filter(event -> event.message().stream().equals(stream)).forEach(facts::apply);
    }

    private List<String> streams(Question question) {
        List<String> streams = new ArrayList<>();
        together(question.budget(), question.position()).forEach(budget -> streams.add(budget.toString()));
        streams.add(FundsId.of(question.budget()).toString());
        return streams;
    }

    /** Every budget that a 划转 connects with it, also by way of others. */
    private Set<BudgetId> together(BudgetId budget, long position) {
        Set<BudgetId> found = new TreeSet<>(Set.of(budget));
        List<BudgetId> open = new ArrayList<>(found);
        while (!open.isEmpty()) {
            facts
                    .rows(open.removeLast(), position, FactKind.ADJUSTMENT_COUNTERPART, Facts.Counterpart.class)
                    .values()
                    .stream()
                    .map(counterpart -> counterpart.document().budget())
                    .filter(found::add)
                    .forEach(open::add);
        }
        return found;
    }
}
