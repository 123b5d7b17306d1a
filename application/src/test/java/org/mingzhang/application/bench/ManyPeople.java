package org.mingzhang.application.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mingzhang.application.bench.ledger.LeanNode;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;

/**
 * 64 people who adjust one budget at the same moment: different lines, one line, and one line that each of them saw
 * before; what must hold is checked, and how long it took is told.
 */
final class ManyPeople {
    private static final int PEOPLE = 64;
    private static final int SHARES = 5;

    private final LeanNode node;
    private final BudgetId id;
    private final List<LineFact> lines;

    private ManyPeople(LeanNode node, BudgetFacts facts) {
        this.node = node;
        this.id = facts.header().id();
        this.lines = AdjustmentBenchmark.basic(facts).limit(2L * PEOPLE + 2).toList();
        ApprovedDepartment.record(node.log(), facts);
    }

    static void adjust(TestDatabase kind, BudgetFacts facts, Consumer<BenchFigure> told) {
        try (OpenDatabase database = kind.open();
                LeanNode node = new LeanNode(database.dataSource())) {
            ManyPeople people = new ManyPeople(node, facts);
            people.onDifferentLines(kind, told);
            people.onOneLine(kind, told);
            people.onWhatTheySawBefore(kind, told);
            people.nothingIsPromisedTwice();
        }
    }

    private void onDifferentLines(TestDatabase kind, Consumer<BenchFigure> told) {
        List<Outcome> outcomes = timed(
                PEOPLE + " people adjust different lines at once, " + kind,
                "all done",
                told,
                person -> shift(lines.get(2 * person), lines.get(2 * person + 1), new Amount(1)),
                OptionalLong.empty());
        expect(PEOPLE, count(outcomes, Outcome.Done.class), outcomes);
    }

    /** A fifth of what is left is wanted by each: five get it, and the others hear why not. */
    private void onOneLine(TestDatabase kind, Consumer<BenchFigure> told) {
        LineFact wanted = lines.get(2 * PEOPLE);
        Amount fifth = new Amount(wanted.amount().fen() / SHARES);
        List<Outcome> outcomes = timed(
                PEOPLE + " people want a fifth of the same line, " + kind,
                "5 done, 59 refused",
                told,
                person -> shift(wanted, lines.get(2 * PEOPLE + 1), fifth),
                OptionalLong.empty());
        expect(SHARES, count(outcomes, Outcome.Done.class), outcomes);
        expect(PEOPLE - SHARES, count(outcomes, Outcome.Refused.class), outcomes);
    }

    private void onWhatTheySawBefore(TestDatabase kind, Consumer<BenchFigure> told) {
        List<Outcome> outcomes = timed(
                PEOPLE + " people with the version they saw, " + kind,
                "1 done, 63 stale",
                told,
                person -> shift(lines.get(1), lines.get(3), new Amount(1)),
                OptionalLong.of(node.commands().current(id).version()));
        expect(1, count(outcomes, Outcome.Done.class), outcomes);
        expect(PEOPLE - 1, count(outcomes, Outcome.Stale.class), outcomes);
    }

    /** At every position of the log no line has promised more than it has. */
    private void nothingIsPromisedTwice() {
        Budget budget = Budget.none();
        for (RecordedEvent event : node.log().readStream(id.toString(), 0)) {
            budget = budget.evolve(event.of(BudgetEvent.class));
            for (LineFact line : lines) {
                LineKey key = line.key();
                if (budget.execution().available(key, budget.content()).isNegative()) {
                    throw new IllegalStateException(key + " is overdrawn at position " + event.position());
                }
            }
        }
    }

    private List<Outcome> timed(
            String figure,
            String target,
            Consumer<BenchFigure> told,
            Function<Integer, AdjustmentRequest> wish,
            OptionalLong version) {
        List<Callable<Outcome>> all = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            AdjustmentRequest request = wish.apply(person);
            all.add(() -> submit(request, version));
        }
        try (ExecutorService crowd = Executors.newFixedThreadPool(PEOPLE)) {
            long from = System.nanoTime();
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> one : crowd.invokeAll(all)) {
                outcomes.add(one.get());
            }
            double millis = (System.nanoTime() - from) / 1e6;
            told.accept(new BenchFigure(figure, "ms", millis, Optional.empty(), target, 0));
            return outcomes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Outcome submit(AdjustmentRequest request, OptionalLong version) {
        UUID key = UUID.randomUUID();
        Envelope<BudgetCommand> envelope = new Envelope<>(
                key,
                AdjustmentBenchmark.MAKER,
                AdjustmentBenchmark.DAY,
                new AdjustmentCommand.SubmitAdjustment(id, request));
        return node.commands().submit(new BudgetCommands.Submission(envelope, key.toString(), version));
    }

    private static AdjustmentRequest shift(LineFact from, LineFact to, Amount amount) {
        return AdjustmentBenchmark.shifting(List.of(
                new AdjustmentEntry(from.key(), AdjustmentBenchmark.spent(from), amount.negated()),
                new AdjustmentEntry(to.key(), AdjustmentBenchmark.spent(to), amount)));
    }

    private static long count(List<Outcome> outcomes, Class<? extends Outcome> kind) {
        return outcomes.stream().filter(kind::isInstance).count();
    }

    private static void expect(long wanted, long found, List<Outcome> outcomes) {
        if (wanted != found) {
            throw new IllegalStateException(wanted + " were expected and not " + found + ": " + outcomes);
        }
    }
}
