package org.mingzhang.command.axon;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.BudgetDecider;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.FundsCommand;
import org.mingzhang.command.budget.FundsDecider;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.Policy;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.Origin;
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
    private final Repository<BudgetAggregate> budgets;
    private final Repository<FundsAggregate> funds;
    private final EventLog log;
    private final KnownStates known;
    private final PolicyCommandsOnLog policies;
    private final CommandDigest digest = new CommandDigest();
    private final Submissions submissions;
    private final Map<String, Handled> underway = new ConcurrentHashMap<>();

    /** @param known what was last seen of budgets and funds */
    BudgetCommandsOnAxon(
            CommandBus bus,
            Repository<BudgetAggregate> budgets,
            Repository<FundsAggregate> funds,
            EventLog log,
            KnownStates known,
            PolicyCommandsOnLog policies) {
        this.bus = bus;
        this.budgets = budgets;
        this.funds = funds;
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

    private Handled handled(Submission submission, Append.Claim claim, boolean again, SortedSet<String> wanted) {
        return new Handled(
                submission,
                again,
                wanted,
                new AppendUnderway(
                        claim,
                        (version, events) -> submissions.accepted(Handed.of(submission), claim, version, events)));
    }

    /** Empty when somebody else's events came first. */
    private Optional<Outcome> decideOnce(Handled handled, Append.Claim claim) {
        try {
            Answer answer = dispatch(handled);
            return switch (answer.outcome) {
                case Outcome.Done ignored -> submissions.answer(durable(handled, answer, claim), claim);
                case Outcome.Refused refused ->
                    submissions.answer(
                            log.append(submissions.refused(Handed.of(handled.submission), claim, answer.seen, refused)),
                            claim);
                // the same command may have arrived twice at once: then the state that speaks against it is its own
                // work
                case Outcome other -> Optional.of(earlierAnswer(claim).orElse(other));
            };
        } catch (DeadlockException e) {
            return Optional.empty(); // two commands wait for each other's streams: one begins anew, and in order
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
                        answer.seen,
                        handled.append.notes(answer.seen.getOrDefault(claim.stream(), -1L), 0),
                        claim)));
    }

    private Answer dispatch(Handled handled) {
        Envelope<? extends LedgerCommand> envelope = handled.submission.envelope();
        CommandMessage<LedgerCommand> message =
                new GenericCommandMessage<>(envelope.message(), Circumstances.of(envelope));
        CompletableFuture<Answer> outcome = new CompletableFuture<>();
        underway.put(message.getIdentifier(), handled);
        try {
            bus.<LedgerCommand, Answer>dispatch(message, (sent, result) -> {
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
     * <p>What is remembered of the streams is taken as true at first: the log itself says when it is not, because done or
     * refused, the answer is recorded only on the versions it was decided on. Then it is looked up.
     */
    private Answer handle(CommandMessage<?> message) throws Exception {
        Handled handled = underway.get(message.getIdentifier());
        if (handled == null) {
            throw new IllegalStateException("a command that nobody submitted: " + message.getCommandName());
        }
        handled.append.begin();
        LoadedStreams streams = new LoadedStreams(
                budgets,
                funds,
                (stream, version) -> !handled.again || log.streamVersion(stream) == version,
                handled.wanted);
        streams.inOrder(new TreeSet<>(handled.wanted));
        String stream = handled.append.claim().stream();
        Decision decision = decision(handled, streams, message.getMetaData());
        Map<String, Long> seen = streams.versions();
        long version = streams.version(stream);
        OptionalLong expected = handled.submission.expectedVersion();
        if (expected.isPresent() && expected.getAsLong() != version) {
            if (log.streamVersion(stream) != version) {
                throw new ConcurrencyException("another node moved " + stream + " on");
            }
            return new Answer(seen, new Outcome.Stale(expected.getAsLong(), version));
        }
        return switch (decision) {
            case Decision.Accepted accepted -> {
                handled.append.restsOn(seen);
                streams.happen(accepted, message.getMetaData());
                yield new Answer(
                        seen, new Outcome.Done(version, 0, accepted.events().size(), false));
            }
            case Decision.Refused refused -> new Answer(seen, new Outcome.Refused(refused.objections()));
        };
    }

    @Override
    public Policy rulesFor(Envelope<BudgetCommand> envelope) {
        return policies.rules(envelope.message(), envelope.businessDay());
    }

    private Decision decision(Handled handled, LoadedStreams streams, MetaData circumstances) throws Exception {
        LocalDate day = handled.submission.envelope().businessDay();
        return switch (handled.submission.envelope().message()) {
            case BudgetCommand command ->
                BudgetDecider.decide(
                        policies.rules(command, day),
                        Circumstances.around(command, circumstances),
                        streams.states(command));
            case FundsCommand command ->
                FundsDecider.decide(Circumstances.around(command, circumstances), streams.funds(command.funds()));
        };
    }

    /**
     * @param again whether what was remembered of the streams has turned out to be behind
     * @param wanted the streams that earlier attempts rested on
     */
    private record Handled(Submission submission, boolean again, SortedSet<String> wanted, AppendUnderway append) {}

    /** @param seen the version of each stream on which it was decided */
    private record Answer(Map<String, Long> seen, Outcome outcome) {}
}
