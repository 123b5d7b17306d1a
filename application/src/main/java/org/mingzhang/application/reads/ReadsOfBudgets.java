package org.mingzhang.application.reads;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mingzhang.kernel.event.DisclosureEvent;
import org.mingzhang.kernel.event.ReadingEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.ledger.identity.Identities;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;

/** Records reads beside the budgets that were read; of tables only when they may be other than what is released. */
final class ReadsOfBudgets implements ReadsRecorder.ReadLog {
    /** Whose receipts these are; no account can be called so, because a login has no blank in it. */
    private static final String RECORDER = "mingzhang reads";

    private static final int REMEMBERED = 20_000;

    private final EventLog log;
    private final FactReader facts;
    /** Keys that are surely recorded; one thread asks. */
    private final Set<String> kept = new LinkedHashSet<>();

    ReadsOfBudgets(EventLog log, FactReader facts) {
        this.log = log;
        this.facts = facts;
    }

    @Override
    public void keep(Noticed noticed) {
        long version = log.streamVersion(noticed.about());
        boolean ofBudget = !noticed.about().equals("ledger");
        if (ofBudget && (version < 0 || (noticed.tables() && released(noticed.about(), version)))) {
            return;
        }
        String phase = phase(noticed.about());
        String key = key(noticed, phase);
        if (kept.contains(key)) {
            return;
        }
        append(noticed, phase, key);
        kept.add(key);
        if (kept.size() > REMEMBERED) {
            kept.remove(kept.iterator().next());
        }
    }

    /** Whether nothing has happened to the budget since it was released, so that everybody sees the same. */
    private boolean released(String stream, long version) {
        List<RecordedEvent> last = log.readStream(stream, version);
        return !last.isEmpty() && last.getLast().envelope().message() instanceof DisclosureEvent.DisclosurePublished;
    }

    private String phase(String about) {
        try {
            List<Facts.PhaseFact> phases =
                    facts.history(BudgetId.parse(about), Long.MAX_VALUE, FactKind.PHASE, Facts.PhaseFact.class);
            return phases.isEmpty() ? "" : phases.getLast().phase();
        } catch (InvalidValueException e) {
            return ""; // of funds or of the whole ledger
        }
    }

    private static String key(Noticed noticed, String phase) {
        Actor actor = noticed.actor();
        return hex(digest(String.join(
                "\n",
                noticed.day().toString(),
                noticed.about(),
                phase,
                actor.login(),
                actor.role().name(),
                actor.onBehalfOf().orElse(""))));
    }

    private void append(Noticed noticed, String phase, String key) {
        UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        ReadingEvent event =
                new ReadingEvent.UndisclosedRead(noticed.about(), phase, log.head(), noticed.path(), noticed.origin());
        NewEvent note = new NewEvent(
                Identities.next(), event.stream(), new Envelope<>(id, noticed.actor(), noticed.day(), event));
        Append.Claim claim = new Append.Claim(RECORDER, key, Bytes.of(digest(key)), id, event.stream());
        log.append(new Append(List.of(), Map.of(), List.of(note), claim));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
