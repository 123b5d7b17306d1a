package org.mingzhang.command.axon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.BudgetDecider;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.Policy;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.ledger.axon.AppendUnderway;
import org.mingzhang.ledger.axon.Circumstances;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Appended;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.LogUnavailableException;

/** Hands commands to Axon's bus and turns what happened into an {@link Outcome}. */
final class BudgetCommandsOnAxon implements BudgetCommands {
    /** How often a race is decided again; at worst every other command of a full queue comes first. */
    private static final int ATTEMPTS = 100;

    private final CommandBus bus;
    private final Repository<BudgetAggregate> repository;
    private final EventLog log;
    private final KnownBudgets known;
    private final PolicyCommandsOnLog policies;
    private final CommandDigest digest = new CommandDigest();
    private final Submissions submissions;
    private final Map<String, Handled> underway = new ConcurrentHashMap<>();

    BudgetCommandsOnAxon(
            CommandBus bus,
            Repository<BudgetAggregate> repository,
            EventLog log,
            KnownBudgets known,
            PolicyCommandsOnLog policies) {
        this.bus = bus;
        this.repository = repository;
        this.log = log;
        this.known = known;
        this.policies = policies;
        this.submissions = new Submissions(log);
        CommandTypes.all().forEach(type -> bus.subscribe(type.getName(), this::handle));
    }

    @Override
    public Outcome submit(Submission submission) {
        if (CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("a command inside another message would be answered before it is durable");
        }
        Append.Claim claim = claim(submission);
        try {
            Outcome outcome = decideUntilRecorded(submission, claim);
            submissions.keepUndecided(submission, claim, outcome);
            return outcome;
        } catch (LogUnavailableException e) {
            // what cannot be written may still have been answered before
            return earlierAnswer(claim).orElseThrow(() -> e);
        }
    }

    @Override
    public void turnedAway(Submission submission, TurnedAway why) {
        submissions.keepTurnedAway(submission, claim(submission), why);
    }

    private Append.Claim claim(Submission submission) {
        Envelope<BudgetCommand> envelope = submission.envelope();
        return new Append.Claim(
                envelope.actor().login(),
                submission.key(),
                digest.of(envelope.message()),
                envelope.commandId(),
                envelope.message().budget().toString());
    }

    private Optional<Outcome> earlierAnswer(Append.Claim claim) {
        return log.receipt(claim.actor(), claim.key()).map(receipt -> submissions.repeated(receipt, claim));
    }

    @Override
    public Decision preview(Envelope<BudgetCommand> envelope) {
        return BudgetDecider.decide(
                rules(envelope), envelope, current(envelope.message().budget()).budget());
    }

    @Override
    public Known current(BudgetId budget) {
        return known.current(budget);
    }

    private Outcome decideUntilRecorded(Submission submission, Append.Claim claim) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Outcome> outcome = decideOnce(handled(submission, claim, attempt > 1), claim);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return new Outcome.Stale(submission.expectedVersion().orElse(-1), log.streamVersion(claim.stream()));
    }

    private Handled handled(Submission submission, Append.Claim claim, boolean again) {
        return new Handled(
                submission,
                again,
                new AppendUnderway(
                        claim, (version, events) -> submissions.accepted(submission, claim, version, events)));
    }

    /** Empty when somebody else's events came first. */
    private Optional<Outcome> decideOnce(Handled handled, Append.Claim claim) {
        try {
            Answer answer = dispatch(handled);
            return switch (answer.outcome) {
                case Outcome.Done ignored -> submissions.answer(durable(handled, answer, claim), claim);
                case Outcome.Refused refused ->
                    submissions.answer(
                            log.append(submissions.refused(handled.submission, claim, answer.version, refused)), claim);
                // the same command may have arrived twice at once: then the state that speaks against it is its own
                // work
                case Outcome other -> Optional.of(earlierAnswer(claim).orElse(other));
            };
        } catch (ConcurrencyException e) {
            return handled.append.answer().flatMap(answer -> submissions.answer(answer, claim));
        }
    }

    /** A command that changes nothing still gets its receipt, if it still changes nothing. */
    private Appended durable(Handled handled, Answer answer, Append.Claim claim) {
        return handled.append
                .answer()
                .orElseGet(() -> log.append(new Append(
                        List.of(),
                        Map.of(claim.stream(), answer.version),
                        handled.append.notes(answer.version, 0),
                        claim)));
    }

    private Answer dispatch(Handled handled) {
        Envelope<BudgetCommand> envelope = handled.submission.envelope();
        CommandMessage<BudgetCommand> message =
                new GenericCommandMessage<>(envelope.message(), Circumstances.of(envelope));
        CompletableFuture<Answer> outcome = new CompletableFuture<>();
        underway.put(message.getIdentifier(), handled);
        try {
            bus.<BudgetCommand, Answer>dispatch(message, (sent, result) -> {
                if (result.isExceptional()) {
                    outcome.completeExceptionally(result.exceptionResult());
                } else {
                    outcome.complete(result.getPayload());
                }
            });
            return outcome.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        } finally {
            underway.remove(message.getIdentifier());
        }
    }

    /**
     * Runs on the bus, inside a unit of work.
     *
     * <p>What is remembered of the budget is taken as true at first: the log itself says when it is not, because done or
     * refused, the answer is recorded only on the version it was decided on. Then it is looked up.
     */
    private Answer handle(CommandMessage<?> message) throws Exception {
        Handled handled = underway.get(message.getIdentifier());
        if (handled == null) {
            throw new IllegalStateException("a command that nobody submitted: " + message.getCommandName());
        }
        handled.append.begin();
        String stream = handled.append.claim().stream();
        Aggregate<BudgetAggregate> aggregate = repository.loadOrCreate(stream, () -> new BudgetAggregate(stream));
        Long loaded = aggregate.version();
        long seen = loaded == null ? -1 : loaded;
        OptionalLong expected = handled.submission.expectedVersion();
        boolean stale = expected.isPresent() && expected.getAsLong() != seen;
        if ((handled.again || stale) && log.streamVersion(stream) != seen) {
            throw new ConcurrencyException("another node moved " + stream + " on");
        }
        if (stale) {
            return new Answer(seen, new Outcome.Stale(expected.getAsLong(), seen));
        }
        Envelope<BudgetCommand> envelope = envelope(handled, message.getMetaData());
        Policy rules = rules(envelope);
        Decision decision = aggregate.invoke(budget -> budget.decide(rules, envelope));
        return new Answer(
                seen,
                switch (decision) {
                    case Decision.Accepted accepted ->
                        new Outcome.Done(seen, 0, accepted.events().size(), false);
                    case Decision.Refused refused -> new Outcome.Refused(refused.objections());
                });
    }

    @Override
    public Policy rulesFor(Envelope<BudgetCommand> envelope) {
        return rules(envelope);
    }

    private Policy rules(Envelope<BudgetCommand> envelope) {
        return policies.rules(envelope.message(), envelope.businessDay());
    }

    private static Envelope<BudgetCommand> envelope(Handled handled, MetaData circumstances) {
        return Circumstances.around(handled.submission.envelope().message(), circumstances);
    }

    /** @param again whether what was remembered of the budget has turned out to be behind */
    private record Handled(Submission submission, boolean again, AppendUnderway append) {}

    /** @param version of the budget's stream on which it was decided */
    private record Answer(long version, Outcome outcome) {}
}
