package org.mingzhang.application.bench;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.AdjustmentStatus;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetDecider;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.ExecutionCommand;
import org.mingzhang.command.budget.FiledAdjustment;
import org.mingzhang.command.budget.HistoryWithout;
import org.mingzhang.command.budget.Policy;
import org.mingzhang.command.budget.States;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.MonthFigures;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.ReplayedFacts;

/** How long a history without its first document takes, every later command decided again, beside folding it as it is. */
final class CounterfactualBenchmark implements Benchmark {
    private static final int LINES = 2_000;
    private static final int EVENTS = 10_000;
    private static final Actor HEAD = Actor.of("head", "负责人", Role.DEPARTMENT_HEAD);
    private static final Actor OFFICE = Actor.of("office", "预算科", Role.BUDGET_OFFICE);
    private static final LocalDate DAY = AdjustmentBenchmark.DAY;
    private static final Basis DOCUMENT = new Basis("1", "批复", "财政局", DAY, true);

    private final BudgetFacts facts = BenchFacts.of(LINES, 20, 30, 60);
    private final List<LineFact> lines = AdjustmentBenchmark.basic(facts).toList();
    private final BudgetId budget = facts.header().id();
    private final List<List<Envelope<LedgerEvent>>> acts = new ArrayList<>();
    private States states = States.of(budget, Budget.none());
    private int length;

    @Override
    public String name() {
        return "counterfactual";
    }

    @Override
    public void run(Consumer<BenchFigure> told) {
        ApprovedDepartment.events(facts).forEach(event -> happened(AdjustmentBenchmark.MAKER, List.of(event)));
        int half = grown(EVENTS / 2);
        int whole = grown(EVENTS);
        told.accept(Rounds.measure(
                String.format("%,d events without the first document; floor: folded as they are", length),
                "printed",
                3,
                9,
                () -> without(whole),
                () -> folded(whole)));
        told.accept(Rounds.measure(
                "the same; floor: half as many events", "<= 3 x", 2, 7, () -> without(whole), () -> without(half)));
    }

    /** Documents and payments until there are so many events; answers how many acts that are. */
    private int grown(int events) {
        for (int turn = 0; length < events; turn++) {
            LineFact from = lines.get(acts.size() % lines.size());
            LineFact to = lines.get((acts.size() + 1) % lines.size());
            int number = states.budget().execution().adjustments().size() + 1;
            done(AdjustmentBenchmark.MAKER, submission(from, to));
            FiledAdjustment filed =
                    states.budget().execution().adjustments().get(number).orElseThrow();
            filed.stations()
                    .forEach(station -> done(
                            station == AdjustmentStation.DEPARTMENT_REVIEW ? HEAD : OFFICE,
                            new AdjustmentCommand.ReviewAdjustment(
                                    budget, number, station, Optional.of(DOCUMENT), "")));
            done(
                    filed.stations().size() == 1 ? HEAD : OFFICE,
                    new AdjustmentCommand.PutAdjustmentIntoEffect(budget, number, Optional.of(DOCUMENT), DAY));
            done(AdjustmentBenchmark.MAKER, payment(from, to, turn));
        }
        return acts.size();
    }

    private AdjustmentCommand submission(LineFact from, LineFact to) {
        return new AdjustmentCommand.SubmitAdjustment(budget, AdjustmentBenchmark.shift(List.of(from, to)));
    }

    private ExecutionCommand payment(LineFact from, LineFact to, int turn) {
        return new ExecutionCommand.RecordExecution(
                budget, YearMonth.of(2025, 1 + turn % 3), DOCUMENT, List.of(paid(from, turn), paid(to, turn)));
    }

    private static ExecutionCommand.RecordedLine paid(LineFact line, int turn) {
        return new ExecutionCommand.RecordedLine(
                line.key(), new MonthFigures(new Amount(turn + 1), Amount.ZERO, Optional.empty()), "更正");
    }

    private void done(Actor actor, BudgetCommand command) {
        Envelope<BudgetCommand> envelope = new Envelope<>(UUID.randomUUID(), actor, DAY, command);
        switch (BudgetDecider.decide(Policy.inForceOn(DAY), envelope, states)) {
            case Decision.Accepted accepted -> happened(actor, accepted.events());
            case Decision.Refused refused -> throw new IllegalStateException("refused: " + refused);
        }
    }

    private void happened(Actor actor, List<? extends LedgerEvent> events) {
        UUID act = UUID.randomUUID();
        List<Envelope<LedgerEvent>> envelopes = events.stream()
                .map(event -> new Envelope<LedgerEvent>(act, actor, DAY, event))
                .toList();
        envelopes.forEach(event -> states = states.evolve(event));
        acts.add(envelopes);
        length += events.size();
    }

    /** Both histories folded into states and facts, as a run of the product does. */
    private int without(int first) {
        HistoryWithout history = new HistoryWithout(
                budget, Set.of(new AdjustmentRef(budget, 1)), envelope -> Policy.inForceOn(envelope.businessDay()));
        ReplayedFacts recorded = new ReplayedFacts(Moment.at(Long.MAX_VALUE), TableBasis.ADJUSTED);
        ReplayedFacts then = new ReplayedFacts(Moment.at(Long.MAX_VALUE), TableBasis.ADJUSTED);
        for (int at = 0; at < first; at++) {
            acts.get(at).forEach(recorded::apply);
            history.next(at, acts.get(at)).forEach(then::apply);
        }
        long effective = history.then()
                .execution()
                .adjustments()
                .values()
                .filter(document -> document.status() == AdjustmentStatus.EFFECTIVE)
                .count();
        if (effective + 1 != history.recorded().execution().adjustments().size()) {
            throw new IllegalStateException("something else is missing: " + history.departures());
        }
        return then.facts().orElseThrow().expenditure().size()
                + recorded.facts().orElseThrow().expenditure().size();
    }

    private int folded(int first) {
        States now = States.of(budget, Budget.none());
        ReplayedFacts facts = new ReplayedFacts(Moment.at(Long.MAX_VALUE), TableBasis.ADJUSTED);
        for (int at = 0; at < first; at++) {
            for (Envelope<LedgerEvent> event : acts.get(at)) {
                now = now.evolve(event);
                facts.apply(event);
            }
        }
        return facts.facts().orElseThrow().expenditure().size()
                + now.budget().execution().adjustments().size();
    }
}
