package org.mingzhang.application.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.codec.EventSamples;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.PlantedEvent;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.feed.FactFeed;
import org.mingzhang.query.feed.FeedStop;

/**
 * F11: the frozen bytes of every version of every event that was ever stored make the rows that were written down when
 * they were frozen, of the facts and of the audit trail; after them comes one that no release knows, and everything stops there and says its name.
 */
final class FrozenEvents implements Fault {
    private static final String STREAM = "411200-103-2025";
    private static final String UNKNOWN = "line-vanished";
    private static final String ROWS = """
            select kind, row_key, from_position, to_position, body from fact_row
            order by kind, row_key, from_position""";
    private static final String POSTINGS = """
            select 'posting', line_key, position, ordinal, delta_fen from fact_posting order by position, ordinal""";

    @Override
    public String name() {
        return "F11";
    }

    @Override
    public Finding inject(TestDatabase database, Size size) throws Exception {
        List<String> wrongs = new ArrayList<>();
        try (OpenDatabase open = database.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec());
                FactFeed feed = new FactFeed(open.dataSource(), log)) {
            FrozenFiles frozen = FrozenFiles.read();
            int events = frozen.events().size();
            frozen.plant(open, STREAM);
            List<RecordedEvent> read = log.read(0, events + 1);
            asItHasBecome(frozen, read, wrongs);
            feed.start();
            if (!feed.await(events, Duration.ofMinutes(1))) {
                wrongs.add("the frozen events are not folded: " + feed.stopped());
            }
            String made = rows(open);
            if (!made.equals(golden("frozen-events.tsv"))) {
                wrongs.add("the rows are not those that were written down:\n" + made);
            }
            String trail = String.join("\n", FrozenTrail.lines(open, read)) + "\n";
            if (!trail.equals(golden("frozen-trail.tsv"))) {
                wrongs.add("the audit trail finds them by something else than was written down:\n" + trail);
            }
            PlantedEvent.plant(open.dataSource(), STREAM, UNKNOWN, 9);
            boolean passed = feed.await(events + 1L, Duration.ofSeconds(2));
            String stopped = feed.stopped().map(FeedStop::reason).orElse("nothing");
            if (passed || !stopped.contains(UNKNOWN + "/9") || !stopped.contains("position " + (events + 1))) {
                wrongs.add("of the unknown event is said: " + stopped);
            }
            return new Finding(
                    "%d frozen kinds, %d of them only read, and one that is unknown"
                            .formatted(events, frozen.earlier()),
                    "%d rows and %d lines of the trail as written down"
                            .formatted(made.lines().count(), trail.lines().count()),
                    wrongs);
        }
    }

    /** Under the name that is stored, and with the content of the sample: an earlier version is one of today. */
    private static void asItHasBecome(FrozenFiles frozen, List<RecordedEvent> read, List<String> wrongs) {
        List<LedgerEvent> samples = new ArrayList<>(EventSamples.all());
        samples.addAll(EventSamples.earlier());
        for (int at = 0; at < read.size(); at++) {
            LedgerEvent event = read.get(at).envelope().message();
            if (!read.get(at).name().equals(frozen.events().get(at).name()) || !samples.contains(event)) {
                wrongs.add(frozen.events().get(at).name() + " is read as "
                        + read.get(at).name() + " " + event);
            }
        }
        if (read.size() != frozen.events().size() || frozen.earlier() == 0) {
            wrongs.add(read.size() + " events are read, " + frozen.earlier() + " files are of earlier versions");
        }
    }

    private static String rows(OpenDatabase open) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = open.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(ROWS, POSTINGS)) {
                try (ResultSet row = statement.executeQuery(sql)) {
                    while (row.next()) {
                        lines.add(Stream.of(1, 2, 3, 4, 5)
                                .map(column -> text(row, column))
                                .collect(Collectors.joining("\t")));
                    }
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String text(ResultSet row, int column) {
        try {
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = FrozenEvents.class.getResourceAsStream(name)) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
