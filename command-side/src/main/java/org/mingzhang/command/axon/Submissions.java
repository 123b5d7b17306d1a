package org.mingzhang.command.axon;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.command.budget.BudgetCommands.TurnedAway;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.value.Objected;
import org.mingzhang.ledger.identity.Identities;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Appended;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.ledger.store.Receipt;
import org.mingzhang.ledger.store.RecordedEvent;

/** Keeps what became of submissions, and gives it again to who asks again. */
final class Submissions {
    private final EventLog log;
    private final Notes notes = new Notes();

    Submissions(EventLog log) {
        this.log = log;
    }

    List<NewEvent> accepted(Handed submission, Append.Claim claim, long version, int events) {
        return List.of(notes.accepted(submission, claim.bodyHash(), version, events));
    }

    /** Nothing but the refusal and its receipt, if the streams are still what spoke against the command. */
    Append refused(Handed submission, Append.Claim claim, Map<String, Long> seen, Outcome.Refused refused) {
        long version = seen.getOrDefault(claim.stream(), -1L);
        return new Append(
                List.of(),
                seen,
                List.of(notes.refused(submission, claim.bodyHash(), version, notes.kept(refused.objections()))),
                claim.refusal());
    }

    /** Keeps the answers that are not for ever, so that they have no receipt: the same key may still be decided on. */
    void keepUndecided(Handed submission, Append.Claim claim, Outcome outcome) {
        switch (outcome) {
            case Outcome.Stale stale ->
                keep(
                        submission,
                        claim,
                        stale.actualVersion(),
                        reason(
                                "stale",
                                "{\"expected\":" + stale.expectedVersion() + ",\"actual\":" + stale.actualVersion()
                                        + "}"));
            case Outcome.KeyReused ignored ->
                keep(submission, claim, log.streamVersion(claim.stream()), reason("key-reused", "{}"));
            case Outcome.Done ignored -> {}
            case Outcome.Refused ignored -> {}
        }
    }

    void keepTurnedAway(Handed submission, Append.Claim claim, TurnedAway why) {
        String key = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        keep(submission, claim, log.streamVersion(claim.stream()), reason(key, "{}"));
    }

    /** Nobody has read it, so that there is nothing but its address to know it by. */
    void keepThrownAway(Handed request, Append.Claim claim, String limit) {
        String facts = "{\"text\":\"" + limit + "\"}";
        keep(request, claim, log.streamVersion(claim.stream()), reason("too-large", facts));
    }

    private void keep(Handed submission, Append.Claim claim, long version, Objected reason) {
        UUID once = Identities.next();
        Append.Claim own =
                new Append.Claim(claim.actor(), "note " + once, claim.bodyHash(), once, claim.stream(), true);
        NewEvent note = notes.refused(submission, claim.bodyHash(), version, List.of(reason));
        log.append(new Append(List.of(), Map.of(), List.of(note), own));
    }

    private static Objected reason(String key, String facts) {
        return new Objected(0, "", key, facts);
    }

    /** What the log's answer means; empty when the command has to be decided on again. */
    Optional<Outcome> answer(Appended answer, Append.Claim claim) {
        return switch (answer) {
            case Appended.Recorded recorded -> Optional.of(first(recorded.receipt(), false));
            case Appended.Repeated repeated -> Optional.of(first(repeated.receipt(), true));
            case Appended.KeyReused reused ->
                Optional.of(new Outcome.KeyReused(claim.key(), reused.receipt().refused()));
            case Appended.Conflict ignored -> Optional.empty();
        };
    }

    Outcome repeated(Receipt receipt, Append.Claim claim) {
        return receipt.bodyHash().equals(claim.bodyHash())
                ? first(receipt, true)
                : new Outcome.KeyReused(claim.key(), receipt.refused());
    }

    private Outcome first(Receipt receipt, boolean repeated) {
        return receipt.refused()
                ? new Outcome.Refused(notes.objections(refusal(receipt)))
                : new Outcome.Done(receipt.streamVersion(), receipt.lastPosition(), receipt.events(), repeated);
    }

    private SubmissionEvent.CommandRefused refusal(Receipt receipt) {
        RecordedEvent note = log.read(receipt.lastPosition() - 1, 1).getFirst();
        LedgerEvent said = note.envelope().message();
        if (said instanceof SubmissionEvent.CommandRefused refused) {
            return refused;
        }
        throw new IllegalStateException("no refusal at position " + note.position());
    }
}
