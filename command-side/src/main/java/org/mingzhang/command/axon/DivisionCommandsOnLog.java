package org.mingzhang.command.axon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mingzhang.command.budget.BudgetCommands.TurnedAway;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.DivisionCommand;
import org.mingzhang.command.budget.DivisionCommands;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.ledger.codec.KernelJson;
import org.mingzhang.ledger.identity.Identities;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.ledger.store.RecordedEvent;

/**
 * Commands to a stream of a division, in the log. They are few and rarely made, so that they need no bus: the log itself says
 * when somebody else was faster, and then it is decided again.
 *
 * @param <C> the commands
 * @param <S> what has become of the stream
 */
abstract class DivisionCommandsOnLog<C extends DivisionCommand, S> implements DivisionCommands<C, S> {
    private static final int ATTEMPTS = 20;

    private final EventLog log;
    private final Submissions submissions;
    private final ObjectMapper json = KernelJson.mapper();
    private final Map<DivisionCode, Known<S>> seen = new ConcurrentHashMap<>();

    DivisionCommandsOnLog(EventLog log) {
        this.log = log;
        this.submissions = new Submissions(log);
    }

    private record Known<S>(long version, S state) {}

    /** The name of the stream of a division. */
    abstract String stream(DivisionCode division);

    /** The state of a stream without events. */
    abstract S nothing();

    /** What an event makes of a state. */
    abstract S after(S state, RecordedEvent event);

    /** At most one event of the stream. */
    abstract Decision decide(Envelope<C> envelope, S state);

    @Override
    public S current(DivisionCode division) {
        return known(division).state();
    }

    @Override
    public Outcome submit(Envelope<C> envelope, String key, Origin origin) {
        Handed handed = Handed.of(envelope, key, origin);
        Append.Claim claim = claim(handed, envelope);
        Outcome outcome = log.receipt(claim.actor(), key)
                .map(receipt -> submissions.repeated(receipt, claim))
                .orElseGet(() -> decideUntilRecorded(envelope, handed, claim));
        submissions.keepUndecided(handed, claim, outcome);
        return outcome;
    }

    @Override
    public void turnedAway(Envelope<C> envelope, String key, Origin origin) {
        Handed handed = Handed.of(envelope, key, origin);
        submissions.keepTurnedAway(handed, claim(handed, envelope), TurnedAway.NOT_THEIR_DIVISION);
    }

    private Append.Claim claim(Handed handed, Envelope<C> envelope) {
        return new Append.Claim(
                envelope.actor().login(),
                handed.key(),
                digest(envelope.message()),
                envelope.commandId(),
                handed.about());
    }

    private Outcome decideUntilRecorded(Envelope<C> envelope, Handed handed, Append.Claim claim) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Outcome> outcome = once(envelope, handed, claim);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        long version = log.streamVersion(claim.stream());
        return new Outcome.Stale(version, version);
    }

    /** Empty when somebody else's command came first. */
    private Optional<Outcome> once(Envelope<C> envelope, Handed handed, Append.Claim claim) {
        Known<S> known = known(envelope.message().division());
        Map<String, Long> on = Map.of(claim.stream(), known.version());
        Append append = switch (decide(envelope, known.state())) {
            case Decision.Refused refused ->
                submissions.refused(handed, claim, on, new Outcome.Refused(refused.objections()));
            case Decision.Accepted accepted -> {
                Envelope<LedgerEvent> event = envelope.with(accepted.events().getFirst());
                yield new Append(
                        List.of(new NewEvent(Identities.next(), claim.stream(), event)),
                        on,
                        submissions.accepted(handed, claim, known.version() + 1, 1),
                        claim);
            }
        };
        return submissions.answer(log.append(append), claim);
    }

    /** What was known before is carried on with what has been recorded since, by whichever node. */
    private Known<S> known(DivisionCode division) {
        Known<S> known = seen.getOrDefault(division, new Known<>(-1, nothing()));
        for (RecordedEvent event : log.readStream(stream(division), known.version() + 1)) {
            known = new Known<>(event.streamVersion(), after(known.state(), event));
        }
        if (known.version() >= 0) {
            seen.put(division, known);
        }
        return known;
    }

    private Bytes digest(C command) {
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
