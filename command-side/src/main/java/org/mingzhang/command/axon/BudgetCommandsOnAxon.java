package org.mingzhang.command.axon;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.BudgetDecider;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.Policy;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.ledger.axon.AppendUnderway;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Appended;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.LogUnavailableException;

/** Hands commands to Axon's bus and turns what happened into an {@link Outcome}. */
final class BudgetCommandsOnAxon implements BudgetCommands {
    /** How often a race is decided again; at worst every other command of a full queue comes first. */
    private static final int ATTEMPTS = 100;

    private final DecisionsOnBus decisions;
    private final EventLog log;
    private final KnownStates known;
    private final PolicyCommandsOnLog policies;
    private final CommandDigest digest = new CommandDigest();
    private final Submissions submissions;

    /** @param known what was last seen of budgets and funds */
    BudgetCommandsOnAxon(
            CommandBus bus,
            Repository<BudgetAggregate> budgets,
            Repository<FundsAggregate> funds,
            EventLog log,
            KnownStates known,
            PolicyCommandsOnLog policies) {
        this.decisions = new DecisionsOnBus(bus, budgets, funds, log, policies);
        this.log = log;
        this.known = known;
        this.policies = policies;
        this.submissions = new Submissions(log);
    }

    @Override
    public Outcome submit(Submission submission) {
        if (CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("a command inside another message would be answered before it is durable");
        }
        Append.Claim claim = claim(submission);
        try {
            Outcome outcome = decideUntilRecorded(submission, claim);
            submissions.keepUndecided(Handed.of(submission), claim, outcome);
            return outcome;
        } catch (LogUnavailableException e) {
            // what cannot be written may still have been answered before
            return earlierAnswer(claim).orElseThrow(() -> e);
        }
    }

    @Override
    public boolean isDone(Submission submission) {
        return earlierAnswer(claim(submission))
                .filter(Outcome.Done.class::isInstance)
                .isPresent();
    }

    @Override
    public void turnedAway(Submission submission, TurnedAway why) {
        submissions.keepTurnedAway(Handed.of(submission), claim(submission), why);
    }

    @Override
    public void thrownAway(Envelope<Oversized> request, String key, Origin origin) {
        String about = request.message().budget().toString();
        Append.Claim claim = new Append.Claim(
                request.actor().login(), key, digest.of(request.message()), request.commandId(), about);
        submissions.keepThrownAway(
                new Handed(request, about, key, origin),
                claim,
                request.message().limit());
    }

    private Append.Claim claim(Submission submission) {
        Envelope<? extends LedgerCommand> envelope = submission.envelope();
        return new Append.Claim(
                envelope.actor().login(),
                submission.key(),
                digest.of(envelope.message()),
                envelope.commandId(),
                envelope.message().stream());
    }

    private Optional<Outcome> earlierAnswer(Append.Claim claim) {
        return log.receipt(claim.actor(), claim.key()).map(receipt -> submissions.repeated(receipt, claim));
    }

    @Override
    public Decision preview(Envelope<BudgetCommand> envelope) {
        return BudgetDecider.decide(rulesFor(envelope), envelope, known.of(envelope.message()));
    }

    @Override
    public Known current(BudgetId budget) {
        return known.budget(budget);
    }

    @Override
    public KnownFunds current(FundsId id) {
        return known.funds(id);
    }

    private Outcome decideUntilRecorded(Submission submission, Append.Claim claim) {
        SortedSet<String> wanted = new TreeSet<>();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Outcome> outcome = decideOnce(handled(submission, claim, attempt > 1, wanted), claim);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return new Outcome.Stale(submission.expectedVersion().orElse(-1), log.streamVersion(claim.stream()));
    }

    private DecisionsOnBus.Handled handled(
            Submission submission, Append.Claim claim, boolean again, SortedSet<String> wanted) {
        return new DecisionsOnBus.Handled(
                submission,
                again,
                wanted,
                new AppendUnderway(
                        claim,
                        (version, events) -> submissions.accepted(Handed.of(submission), claim, version, events)));
    }

    /** Empty when somebody else's events came first. */
    private Optional<Outcome> decideOnce(DecisionsOnBus.Handled handled, Append.Claim claim) {
        try {
            DecisionsOnBus.Answer answer = decisions.dispatch(handled);
            return switch (answer.outcome()) {
                case Outcome.Done ignored -> submissions.answer(durable(handled, answer, claim), claim);
                case Outcome.Refused refused ->
                    submissions.answer(
                            log.append(submissions.refused(
                                    Handed.of(handled.submission()), claim, answer.seen(), refused)),
                            claim);
                // the same command may have arrived twice at once: then the state that speaks against it is its own
                // work
                case Outcome other -> Optional.of(earlierAnswer(claim).orElse(other));
            };
        } catch (DeadlockException e) {
            return Optional.empty(); // two commands wait for each other's streams: one begins anew, and in order
        } catch (ConcurrencyException e) {
            return handled.append().answer().flatMap(answer -> submissions.answer(answer, claim));
        }
    }

    /** A command that changes nothing still gets its receipt, if it still changes nothing. */
    private Appended durable(DecisionsOnBus.Handled handled, DecisionsOnBus.Answer answer, Append.Claim claim) {
        return handled.append()
                .answer()
                .orElseGet(() -> log.append(new Append(
                        List.of(),
                        answer.seen(),
                        handled.append().notes(answer.seen().getOrDefault(claim.stream(), -1L), 0),
                        claim)));
    }

    @Override
    public Policy rulesFor(Envelope<BudgetCommand> envelope) {
        return policies.rules(envelope.message(), envelope.businessDay());
    }
}
