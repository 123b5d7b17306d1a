package org.mingzhang.command.axon;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.mingzhang.command.budget.Budget;
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
import org.mingzhang.ledger.store.Receipt;
import org.mingzhang.ledger.store.RecordedEvent;

/** Hands commands to Axon's bus and turns what happened into an {@link Outcome}. */
final class BudgetCommandsOnAxon implements BudgetCommands {
    /** How often a race is decided again; at worst every other command of a full queue comes first. */
    private static final int ATTEMPTS = 100;

    private final CommandBus bus;
    private final Repository<BudgetAggregate> repository;
    private final EventLog log;
    private final CommandDigest digest = new CommandDigest();
    private final Map<String, Handled> underway = new ConcurrentHashMap<>();

    BudgetCommandsOnAxon(CommandBus bus, Repository<BudgetAggregate> repository, EventLog log) {
        this.bus = bus;
        this.repository = repository;
        this.log = log;
        CommandTypes.all().forEach(type -> bus.subscribe(type.getName(), this::handle));
    }

    @Override
    public Outcome submit(Submission submission) {
        Envelope<BudgetCommand> envelope = submission.envelope();
        Append.Claim claim = new Append.Claim(
                envelope.actor().login(),
                submission.key(),
                digest.of(envelope.message()),
                envelope.commandId(),
                envelope.message().budget().toString());
        Optional<Outcome> earlier = log.receipt(claim.actor(), claim.key()).map(receipt -> repeated(receipt, claim));
        return earlier.orElseGet(() -> decideUntilRecorded(submission, claim));
    }

    @Override
    public Decision preview(Envelope<BudgetCommand> envelope) {
        Budget state = current(envelope.message().budget()).budget();
        return BudgetDecider.decide(Policy.inForceOn(envelope.businessDay()), envelope, state);
    }

    @Override
    public Known current(BudgetId budget) {
        Known known = new Known(-1, Budget.none());
        for (RecordedEvent event : log.readStream(budget.toString(), 0)) {
            known = new Known(event.streamVersion(), known.budget().evolve(event.envelope()));
        }
        return known;
    }

    private Outcome decideUntilRecorded(Submission submission, Append.Claim claim) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Handled handled = new Handled(submission, new AppendUnderway(claim));
            try {
                Outcome outcome = dispatch(handled);
                if (!(outcome instanceof Outcome.Done)) {
                    return outcome;
                }
                return recorded(handled.append.answer().orElseGet(() -> log.append(receiptOnly(claim))), claim);
            } catch (ConcurrencyException e) {
                Optional<Appended> answer = handled.append.answer();
                if (answer.isPresent() && !(answer.get() instanceof Appended.Conflict)) {
                    return recorded(answer.get(), claim);
                }
            }
        }
        return new Outcome.Stale(submission.expectedVersion().orElse(-1), log.streamVersion(claim.stream()));
    }

    private static Append receiptOnly(Append.Claim claim) {
        return new Append(java.util.List.of(), Map.of(), claim);
    }

    private static Outcome recorded(Appended answer, Append.Claim claim) {
        return switch (answer) {
            case Appended.Recorded recorded -> done(recorded.receipt(), false);
            case Appended.Repeated repeated -> repeated(repeated.receipt(), claim);
            case Appended.KeyReused ignored -> new Outcome.KeyReused(claim.key());
            case Appended.Conflict conflict -> new Outcome.Stale(conflict.expectedVersion(), conflict.actualVersion());
        };
    }

    private static Outcome repeated(Receipt receipt, Append.Claim claim) {
        return receipt.bodyHash().equals(claim.bodyHash()) ? done(receipt, true) : new Outcome.KeyReused(claim.key());
    }

    private static Outcome done(Receipt receipt, boolean repeated) {
        return new Outcome.Done(receipt.streamVersion(), receipt.lastPosition(), receipt.events(), repeated);
    }

    private Outcome dispatch(Handled handled) {
        Envelope<BudgetCommand> envelope = handled.submission.envelope();
        CommandMessage<BudgetCommand> message =
                new GenericCommandMessage<>(envelope.message(), Circumstances.of(envelope));
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        underway.put(message.getIdentifier(), handled);
        try {
            bus.<BudgetCommand, Outcome>dispatch(message, (sent, result) -> {
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

    /** Runs on the bus, inside a unit of work. */
    private Outcome handle(CommandMessage<?> message) throws Exception {
        Handled handled = underway.get(message.getIdentifier());
        if (handled == null) {
            throw new IllegalStateException("a command that nobody submitted: " + message.getCommandName());
        }
        handled.append.begin();
        String stream = handled.append.claim().stream();
        Aggregate<BudgetAggregate> aggregate = repository.loadOrCreate(stream, () -> new BudgetAggregate(stream));
        Long loaded = aggregate.version();
        long seen = loaded == null ? -1 : loaded;
        long actual = log.streamVersion(stream);
        if (seen != actual) {
            throw new ConcurrencyException("another node moved " + stream + " on");
        }
        var expected = handled.submission.expectedVersion();
        if (expected.isPresent() && expected.getAsLong() != actual) {
            return new Outcome.Stale(expected.getAsLong(), actual);
        }
        Decision decision = aggregate.invoke(budget -> budget.decide(envelope(handled, message.getMetaData())));
        return switch (decision) {
            case Decision.Accepted accepted ->
                new Outcome.Done(actual, 0, accepted.events().size(), false);
            case Decision.Refused refused -> new Outcome.Refused(refused.objections());
        };
    }

    private static Envelope<BudgetCommand> envelope(Handled handled, MetaData circumstances) {
        return Circumstances.around(handled.submission.envelope().message(), circumstances);
    }

    private record Handled(Submission submission, AppendUnderway append) {}
}
