package org.mingzhang.query.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.StatementEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.ledger.store.RecordedEvent;

/**
 * Histories of two budgets, interleaved in one log, with every family of event in any order.
 *
 * <p>Keys are few and both budgets use the same ones, so that a question that forgets to ask for its budget gets somebody
 * else's answer.
 */
public final class RandomHistory {
    public static final List<BudgetId> BUDGETS =
            List.of(BudgetId.parse("411200-103-2025"), BudgetId.parse("990000-901-2025"));
    private static final Actor ACTOR = Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE);
    static final LocalDate DAY = LocalDate.of(2025, 1, 1);
    static final Basis BASIS = new Basis("虚财预〔2025〕1号", "关于预算的通知", "虚构市财政局", DAY, true);

    private final RandomValues some;
    private final RandomPreparation preparation;
    private final RandomYear year;

    private RandomHistory(long seed) {
        this.some = new RandomValues(new Random(seed));
        this.preparation = new RandomPreparation(some);
        this.year = new RandomYear(some);
    }

    /** Appends one of its events, under a key of its own, to where its stream stands. */
    public static void record(EventLog log, RecordedEvent event) {
        UUID command = event.envelope().commandId();
        String stream = event.stream();
        log.append(new Append(
                List.of(new NewEvent(event.eventId(), stream, event.envelope())),
                Map.of(stream, log.streamVersion(stream)),
                new Append.Claim(
                        event.envelope().actor().login(),
                        command.toString(),
                        Bytes.of(new byte[32]),
                        command,
                        stream)));
    }

    /** The same seed and length give the same events; positions are dense from 1. */
    public static List<RecordedEvent> of(long seed, int length) {
        RandomHistory history = new RandomHistory(seed);
        Map<BudgetId, Long> versions = new LinkedHashMap<>();
        List<RecordedEvent> events = new ArrayList<>();
        for (int position = 1; position <= length; position++) {
            BudgetId budget = BUDGETS.get(history.some.random().nextInt(BUDGETS.size()));
            long version = versions.merge(budget, 0L, (before, first) -> before + 1);
            BudgetEvent event = version == 0 ? history.preparation.opened(budget) : history.next(budget, position);
            events.add(history.recorded(position, version, event));
        }
        return events;
    }

    private RecordedEvent recorded(long position, long version, BudgetEvent event) {
        UUID id = new UUID(some.random().nextLong(), some.random().nextLong());
        return new RecordedEvent(
                position,
                id,
                event.budget().toString(),
                version,
                EventName.of(event),
                Instant.EPOCH,
                new Envelope<>(id, ACTOR, DAY.plusDays(position), event));
    }

    private BudgetEvent next(BudgetId budget, long position) {
        return switch (some.random().nextInt(16)) {
            case 0 -> preparation.unit(budget);
            case 1 -> preparation.project(budget);
            case 2 -> preparation.targets(budget);
            case 3 -> new StatementEvent.StatementMade(budget, Optional.empty(), preparation.statement());
            case 4 -> preparation.round(budget);
            case 5 -> preparation.disclosure(budget, position);
            case 6, 7 -> preparation.revenue(budget);
            case 8, 9, 10, 11 -> preparation.line(budget);
            case 12 -> year.adjustment(budget);
            case 13, 14 -> year.execution(budget);
            case 15 -> year.performance(budget);
            default -> throw new IllegalStateException();
        };
    }
}
