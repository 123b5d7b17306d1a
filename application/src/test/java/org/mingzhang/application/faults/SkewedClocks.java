package org.mingzhang.application.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.AppendObserver;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.RecordedClock;
import org.mingzhang.query.feed.FactFeed;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * F12: two nodes whose clocks jump by days; the log has one order all the same, its times never run
 * backwards, a position shows what it showed when it was the last one, and a time means one position.
 */
final class SkewedClocks implements Fault {
    private static final String ONE = "411200-103-2025";
    private static final String OTHER = "411200-104-2025";
    private static final int LOOKS = 10;
    private static final int ASKED = 200;

    @Override
    public String name() {
        return "F12";
    }

    @Override
    public Finding inject(TestDatabase database, Size size) throws Exception {
        List<String> wrongs = new ArrayList<>();
        int appends = size.of(200, 5_000);
        Random random = new Random(size.seed());
        List<Instant> told = new ArrayList<>();
        int lookedUp;
        try (OpenDatabase open = database.open();
                JdbcEventLog fast = node(open, random, told);
                JdbcEventLog slow = node(open, random, told);
                FactFeed feed = new FactFeed(open.dataSource(), fast)) {
            feed.start();
            JdbcClient jdbc = JdbcClient.create(open.dataSource());
            FactReader reader = new FactReader(jdbc);
            Map<Long, Map<String, JsonNode>> asSeen = new TreeMap<>();
            for (int i = 0; i < appends; i++) {
                (i % 3 == 0 ? slow : fast).append(LogAlone.lines(i % 2 == 0 ? ONE : OTHER, i / 2 - 1, i, 1));
                if (i % (appends / LOOKS) == 0 && feed.await(i + 1L, Duration.ofSeconds(30))) {
                    asSeen.put(i + 1L, lines(reader, i + 1L));
                }
            }
            List<RecordedEvent> events = fast.read(0, appends + 1);
            inOneOrder(events, appends, wrongs);
            asOf(reader, asSeen, wrongs);
            lookedUp = instants(new RecordedClock(jdbc), events, told, wrongs);
        }
        long backwards = backwards(told);
        return new Finding(
                backwards == 0 ? "" : "clocks ran backwards " + backwards + " times",
                appends + " appends in one order, times never decreasing, " + LOOKS + " positions as they were seen, "
                        + lookedUp + " times looked up",
                wrongs);
    }

    private static void inOneOrder(List<RecordedEvent> events, int appends, List<String> wrongs) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).position() != i + 1) {
                wrongs.add("position " + events.get(i).position() + " at place " + (i + 1));
            }
            if (i > 0 && events.get(i).recordedAt().isBefore(events.get(i - 1).recordedAt())) {
                wrongs.add("position " + (i + 1) + " was recorded before the one before it");
            }
        }
        if (events.size() != appends) {
            wrongs.add(events.size() + " events instead of " + appends);
        }
    }

    private static Map<String, JsonNode> lines(FactReader reader, long position) {
        Map<String, JsonNode> lines = new TreeMap<>();
        for (String budget : List.of(ONE, OTHER)) {
            lines.putAll(reader.rows(BudgetId.parse(budget), position, FactKind.LINE, JsonNode.class));
        }
        return lines;
    }

    /** Every append adds a line: at a position there are so many, the same as when it was the last one. */
    private static void asOf(FactReader reader, Map<Long, Map<String, JsonNode>> asSeen, List<String> wrongs) {
        if (asSeen.size() != LOOKS) {
            wrongs.add("looked at only " + asSeen.keySet());
        }
        asSeen.forEach((position, seen) -> {
            Map<String, JsonNode> now = lines(reader, position);
            if (seen.size() != position || !now.equals(seen)) {
                wrongs.add("at position " + position + " there were " + seen.keySet() + ", now " + now.keySet());
            }
        });
    }

    /** Whatever any of the clocks said, and every time that was recorded, means the last event that was there by then. */
    private static int instants(
            RecordedClock clock, List<RecordedEvent> events, List<Instant> told, List<String> wrongs) {
        List<Instant> asked = new ArrayList<>(told.subList(0, Math.min(told.size(), ASKED)));
        events.stream().limit(ASKED).map(RecordedEvent::recordedAt).forEach(asked::add);
        asked.add(events.getFirst().recordedAt().minus(1, ChronoUnit.MICROS));
        asked.add(events.getLast().recordedAt().plus(Duration.ofDays(1)));
        for (Instant instant : asked) {
            long by = events.stream()
                    .filter(event -> !event.recordedAt().isAfter(instant))
                    .count();
            long position = clock.position(instant, events.size());
            if (position != by) {
                wrongs.add(instant + " means position " + position + ", not " + by);
            }
        }
        return asked.size();
    }

    private static JdbcEventLog node(OpenDatabase open, Random random, List<Instant> told) {
        InstantSource clock = () -> {
            synchronized (told) {
                Instant now = Instant.parse("2025-02-05T04:00:00Z").plus(Duration.ofHours(random.nextInt(96) - 48L));
                told.add(now);
                return now;
            }
        };
        return new JdbcEventLog(open.dataSource(), new EventCodec(), clock, AppendObserver.NOBODY);
    }

    private static long backwards(List<Instant> told) {
        long times = 0;
        for (int i = 1; i < told.size(); i++) {
            times += told.get(i).isBefore(told.get(i - 1)) ? 1 : 0;
        }
        return times;
    }
}
