package org.mingzhang.application.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.codec.EventSamples;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.PlantedEvent;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.feed.FactFeed;
import org.mingzhang.query.feed.FeedStop;

/**
 * F11: the frozen bytes of every event that was ever stored make the rows that were written down when they were frozen;
 * after them comes one that no release knows, and everything stops there and says its name.
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
            int events = append(log);
            feed.start();
            if (!feed.await(events, Duration.ofMinutes(1))) {
                wrongs.add("the frozen events are not folded: " + feed.stopped());
            }
            String made = rows(open);
            if (!made.equals(golden())) {
                wrongs.add("the rows are not those that were written down:\n" + made);
            }
            PlantedEvent.plant(open.dataSource(), STREAM, UNKNOWN, 9);
            boolean passed = feed.await(events + 1L, Duration.ofSeconds(2));
            String stopped = feed.stopped().map(FeedStop::reason).orElse("nothing");
            if (passed || !stopped.contains(UNKNOWN + "/9") || !stopped.contains("position " + (events + 1))) {
                wrongs.add("of the unknown event is said: " + stopped);
            }
            return new Finding(
                    EventName.types().size() + " frozen kinds and one that is unknown",
                    events + " events, " + made.lines().count() + " rows as written down",
                    wrongs);
        }
    }

    /** In the order of the samples, as the stored bytes say them. */
    private static int append(JdbcEventLog log) throws IOException {
        Path folder = Stream.of(Path.of(".."), Path.of("."))
                .map(root -> root.resolve(Path.of("shared-kernel", "src", "test", "resources", "events")))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
        Actor actor = Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE);
        EventCodec codec = new EventCodec();
        UUID command = UUID.randomUUID();
        List<NewEvent> events = new ArrayList<>();
        for (LedgerEvent sample : EventSamples.all()) {
            EventName name = EventName.of(sample);
            byte[] frozen = Files.readAllBytes(folder.resolve(name.name() + "-v" + name.version() + ".json"));
            events.add(new NewEvent(
                    UUID.randomUUID(),
                    STREAM,
                    new Envelope<>(command, actor, LocalDate.of(2025, 1, 2), codec.event(name, frozen, "frozen"))));
        }
        log.append(new Append(
                events,
                Map.of(STREAM, -1L),
                new Append.Claim(actor.login(), "frozen", Bytes.of(new byte[32]), command, STREAM)));
        return events.size();
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

    private static String golden() throws IOException {
        try (InputStream file = FrozenEvents.class.getResourceAsStream("frozen-events.tsv")) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
