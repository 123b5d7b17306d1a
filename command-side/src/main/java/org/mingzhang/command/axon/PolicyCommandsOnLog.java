package org.mingzhang.command.axon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands.TurnedAway;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.Policy;
import org.mingzhang.command.budget.PolicyCommand;
import org.mingzhang.command.budget.PolicyCommands;
import org.mingzhang.command.budget.PolicyDecider;
import org.mingzhang.command.budget.PolicyDecision;
import org.mingzhang.kernel.amendment.PolicyBook;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.PolicyEvent;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.ledger.codec.KernelJson;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.ledger.store.RecordedEvent;

/**
 * Amendments in their stream of the log. They are few and rarely made, so that they need no bus: the log itself says when
 * somebody else was faster, and then it is decided again.
 */
final class PolicyCommandsOnLog implements PolicyCommands {
    private static final int ATTEMPTS = 20;

    private final EventLog log;
    private final Submissions submissions;
    private final ObjectMapper json = KernelJson.mapper();
    private final Map<DivisionCode, Known> seen = new ConcurrentHashMap<>();

    PolicyCommandsOnLog(EventLog log) {
        this.log = log;
        this.submissions = new Submissions(log);
    }

    private record Known(long version, PolicyBook book) {}

    @Override
    public PolicyBook current(DivisionCode division) {
        return known(division).book();
    }

    /** The rules for a command, the same on every node; only adjustments ask for those of the division. */
    Policy rules(BudgetCommand command, LocalDate day) {
        boolean adjusts = switch (command) {
            case AdjustmentCommand ignored -> true;
            case BudgetCommand.Batch batch -> batch.commands().stream().anyMatch(AdjustmentCommand.class::isInstance);
            case BudgetCommand ignored -> false;
        };
        return adjusts ? inForceOn(command.budget().division(), day) : Policy.inForceOn(day);
    }

    @Override
    public Outcome submit(Envelope<PolicyCommand> envelope, String key, Origin origin) {
        Handed handed = Handed.of(envelope, key, origin);
        Append.Claim claim = claim(handed, envelope);
        Outcome outcome = log.receipt(claim.actor(), key)
                .map(receipt -> submissions.repeated(receipt, claim))
                .orElseGet(() -> decideUntilRecorded(envelope, handed, claim));
        submissions.keepUndecided(handed, claim, outcome);
        return outcome;
    }

    @Override
    public void turnedAway(Envelope<PolicyCommand> envelope, String key, Origin origin) {
        Handed handed = Handed.of(envelope, key, origin);
        submissions.keepTurnedAway(handed, claim(handed, envelope), TurnedAway.NOT_THEIR_DIVISION);
    }

    private Append.Claim claim(Handed handed, Envelope<PolicyCommand> envelope) {
        return new Append.Claim(
                envelope.actor().login(),
                handed.key(),
                digest(envelope.message()),
                envelope.commandId(),
                handed.about());
    }

    private Outcome decideUntilRecorded(Envelope<PolicyCommand> envelope, Handed handed, Append.Claim claim) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Outcome> outcome = once(envelope, handed, claim);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        long version = log.streamVersion(claim.stream());
        return new Outcome.Stale(version, version);
    }

    /** Empty when somebody else's amendment came first. */
    private Optional<Outcome> once(Envelope<PolicyCommand> envelope, Handed handed, Append.Claim claim) {
        Known known = known(envelope.message().division());
        Map<String, Long> on = Map.of(claim.stream(), known.version());
        Append append = switch (PolicyDecider.decide(envelope, known.book())) {
            case PolicyDecision.Refused refused ->
                submissions.refused(handed, claim, on, new Outcome.Refused(refused.objections()));
            case PolicyDecision.Accepted accepted -> {
                Envelope<LedgerEvent> event = envelope.with(accepted.event());
                yield new Append(
                        List.of(new NewEvent(UUID.randomUUID(), claim.stream(), event)),
                        on,
                        submissions.accepted(handed, claim, known.version() + 1, 1),
                        claim);
            }
        };
        return submissions.answer(log.append(append), claim);
    }

    /** What was known before is carried on with what has been recorded since, by whichever node. */
    private Known known(DivisionCode division) {
        Known known = seen.getOrDefault(division, new Known(-1, PolicyBook.none()));
        for (RecordedEvent event : log.readStream(PolicyEvent.stream(division), known.version() + 1)) {
            known = new Known(event.streamVersion(), known.book().evolve(event.of(PolicyEvent.class)));
        }
        if (known.version() >= 0) {
            seen.put(division, known);
        }
        return known;
    }

    private Bytes digest(PolicyCommand command) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(command.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8));
            digest.update(json.writeValueAsBytes(command));
            return Bytes.of(digest.digest());
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("a command cannot be digested: " + command, e);
        }
    }
}
