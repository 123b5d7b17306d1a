package org.mingzhang.query.trail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.codec.EventSamples;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.facts.RandomHistory;

/** A log with one of every kind of event, and histories of two budgets before and behind them. */
final class RecordedSamples {
    static final LocalDate DAY = LocalDate.of(2025, 2, 5);
    static final Actor WANG = new Actor("wang.min", "王敏", Role.DEPARTMENT_FINANCE, Optional.of("zhao.li"));
    private static final Actor LI = Actor.of("li.qiang", "李强", Role.BUDGET_OFFICE);

    private RecordedSamples() {}

    /** Appends them; returns all, in order. */
    static List<RecordedEvent> record(EventLog log, int before) {
        RandomHistory.of(77, before).forEach(event -> RandomHistory.record(log, event));
        List<LedgerEvent> samples = EventSamples.all();
        for (int at = 0; at < samples.size(); at++) {
            record(log, at % 2 == 0 ? WANG : LI, samples.get(at));
        }
        return all(log);
    }

    static void record(EventLog log, Actor actor, LedgerEvent event) {
        UUID command = UUID.randomUUID();
        NewEvent note = new NewEvent(UUID.randomUUID(), event.stream(), new Envelope<>(command, actor, DAY, event));
        log.append(new Append(
                List.of(),
                Map.of(),
                List.of(note),
                new Append.Claim(actor.login(), command.toString(), Bytes.of(new byte[32]), command, event.stream())));
    }

    static List<RecordedEvent> all(EventLog log) {
        List<RecordedEvent> all = new ArrayList<>();
        while (all.size() < log.head()) {
            all.addAll(log.read(all.size(), 500));
        }
        return all;
    }
}
