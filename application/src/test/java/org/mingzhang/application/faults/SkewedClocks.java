package org.mingzhang.application.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.AppendObserver;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** F12: two nodes whose clocks jump by days; the log has one order all the same, and its times never run backwards. */
final class SkewedClocks implements Fault {
    private static final String ONE = "411200-103-2025";
    private static final String OTHER = "411200-104-2025";

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
        try (OpenDatabase open = database.open();
                JdbcEventLog fast = node(open, random, told);
                JdbcEventLog slow = node(open, random, told)) {
            for (int i = 0; i < appends; i++) {
                (i % 3 == 0 ? slow : fast)
                        .append(LogAlone.append(i % 2 == 0 ? ONE : OTHER, i / 2 - 1, 1, "n" + i + "-"));
            }
            List<RecordedEvent> events = fast.read(0, appends + 1);
            for (int i = 0; i < events.size(); i++) {
                if (events.get(i).position() != i + 1) {
                    wrongs.add("position " + events.get(i).position() + " at place " + (i + 1));
                }
                if (i > 0
                        && events.get(i).recordedAt().isBefore(events.get(i - 1).recordedAt())) {
                    wrongs.add("position " + (i + 1) + " was recorded before the one before it");
                }
            }
            if (events.size() != appends) {
                wrongs.add(events.size() + " events instead of " + appends);
            }
        }
        long backwards = backwards(told);
        return new Finding(
                backwards == 0 ? "" : "clocks ran backwards " + backwards + " times",
                appends + " appends in one order, times never decreasing",
                wrongs);
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
