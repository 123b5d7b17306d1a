package org.mingzhang.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.BudgetDecider;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.Funds;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.Policy;
import org.mingzhang.command.budget.States;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundsId;

/** The door for commands over the real decider, remembering in memory only; for tests of whoever stands before it. */
public final class InMemoryBudgetCommands implements BudgetCommands {
    private final Map<BudgetId, Known> budgets = new HashMap<>();
    private final Map<String, Receipt> receipts = new HashMap<>();
    private final List<Envelope<BudgetEvent>> log = new ArrayList<>();

    private record Receipt(BudgetCommand command, Outcome.Done done) {}

    @Override
    public Outcome submit(Submission submission) {
        Envelope<BudgetCommand> envelope = ofBudget(submission);
        String key = envelope.actor().login() + " " + submission.key();
        Receipt earlier = receipts.get(key);
        if (earlier != null) {
            return earlier.command().equals(envelope.message())
                    ? repeated(earlier.done())
                    : new Outcome.KeyReused(submission.key(), false);
        }
        long version = current(envelope.message().budget()).version();
        if (submission.expectedVersion().orElse(version) != version) {
            return new Outcome.Stale(submission.expectedVersion().orElseThrow(), version);
        }
        return switch (preview(envelope)) {
            case Decision.Refused refused -> new Outcome.Refused(refused.objections());
            case Decision.Accepted accepted -> record(envelope, key, accepted.events());
        };
    }

    @Override
    public Decision preview(Envelope<BudgetCommand> envelope) {
        return BudgetDecider.decide(
                Policy.inForceOn(envelope.businessDay()),
                envelope,
                States.of(
                        envelope.message().budget(),
                        current(envelope.message().budget()).budget()));
    }

    @Override
    public boolean isDone(Submission submission) {
        Receipt earlier = receipts.get(submission.envelope().actor().login() + " " + submission.key());
        return earlier != null && earlier.command().equals(submission.envelope().message());
    }

    @Override
    public void turnedAway(Submission submission, TurnedAway why) {
        throw new IllegalStateException("nobody turns commands away here");
    }

    @Override
    public Known current(BudgetId budget) {
        return budgets.getOrDefault(budget, new Known(-1, Budget.none()));
    }

    @Override
    public KnownFunds current(FundsId id) {
        return new KnownFunds(-1, Funds.none());
    }

    private static Envelope<BudgetCommand> ofBudget(Submission submission) {
        Envelope<? extends LedgerCommand> envelope = submission.envelope();
        return envelope.with((BudgetCommand) envelope.message());
    }

    /** Everything that was recorded. */
    public List<Envelope<BudgetEvent>> log() {
        return List.copyOf(log);
    }

    private Outcome record(Envelope<BudgetCommand> envelope, String key, List<LedgerEvent> events) {
        BudgetId id = envelope.message().budget();
        Known known = current(id);
        Budget after = known.budget();
        for (LedgerEvent event : events) {
            after = after.evolve(envelope.with((BudgetEvent) event));
            log.add(envelope.with((BudgetEvent) event));
        }
        long version = known.version() + events.size();
        budgets.put(id, new Known(version, after));
        Outcome.Done done = new Outcome.Done(version, log.size(), events.size(), false);
        receipts.put(key, new Receipt(envelope.message(), done));
        return done;
    }

    private static Outcome repeated(Outcome.Done done) {
        return new Outcome.Done(done.version(), done.position(), done.events(), true);
    }
}
