package org.mingzhang.command.axon;

import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
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
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.ledger.axon.AppendUnderway;
import org.mingzhang.ledger.axon.Circumstances;
import org.mingzhang.ledger.store.EventLog;

/**
 * Puts a command on Axon's bus and decides it there, inside a unit of work: once, on what is remembered of its streams or on
 * what the log says.
 */
final class DecisionsOnBus {
    private final CommandBus bus;
    private final Repository<BudgetAggregate> budgets;
    private final Repository<FundsAggregate> funds;
    private final EventLog log;
    private final PolicyCommandsOnLog policies;
    private final Map<String, Handled> underway = new ConcurrentHashMap<>();

    DecisionsOnBus(
            CommandBus bus,
            Repository<BudgetAggregate> budgets,
            Repository<FundsAggregate> funds,
            EventLog log,
            PolicyCommandsOnLog policies) {
        this.bus = bus;
        this.budgets = budgets;
        this.funds = funds;
        this.log = log;
        this.policies = policies;
        CommandTypes.all().forEach(type -> bus.subscribe(type.getName(), this::handle));
    }

    /**
     * @param again whether what was remembered of the streams has turned out to be behind
     * @param wanted the streams that earlier attempts rested on
     */
    record Handled(
            BudgetCommands.Submission submission, boolean again, SortedSet<String> wanted, AppendUnderway append) {}

    /** @param seen the version of each stream on which it was decided */
    record Answer(Map<String, Long> seen, Outcome outcome) {}

    Answer dispatch(Handled handled) {
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
}
