package org.mingzhang.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.RandomHistory;
import org.mingzhang.query.feed.FactFeed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log with a random history, and the facts that a feed made of it. */
final class FollowedFacts implements AutoCloseable {
    static final int LENGTH = 300;

    private final OpenDatabase open;
    private final JdbcEventLog log;
    private final FactFeed feed;
    private final JdbcClient jdbc;
    private final List<RecordedEvent> history;
    private int recorded;
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");

    FollowedFacts(TestDatabase database) {
        this.open = database.open();
        this.log = new JdbcEventLog(open.dataSource(), new EventCodec());
        this.feed = new FactFeed(open.dataSource(), log);
        this.jdbc = JdbcClient.create(open.dataSource());
        this.history = RandomHistory.of(20_260_301, LENGTH);
        feed.start();
    }

    /** Records the next events of the history; returns when the facts cover them. */
    FollowedFacts record(int events) {
        for (RecordedEvent event : history.subList(recorded, recorded + events)) {
            append(event);
        }
        recorded += events;
        covered();
        return this;
    }

    void covered() {
        if (!feed.await(log.head(), Duration.ofSeconds(30))) {
            throw new IllegalStateException("the facts do not follow: " + feed.stopped());
        }
    }

    FactRebuild rebuild() {
        return new FactRebuild(open.dataSource(), log, ((InstantSource) () -> now).withZone(ZoneOffset.UTC));
    }

    FactReader reader() {
        return new FactReader(jdbc);
    }

    JdbcEventLog log() {
        return log;
    }

    OpenDatabase database() {
        return open;
    }

    void later(Duration by) {
        now = now.plus(by);
    }

    RebuildStatus status() throws SQLException {
        return rebuild().status();
    }

    GenerationState state(int generation) throws SQLException {
        return known(generation).generation().state();
    }

    Comparison comparison(int generation) throws SQLException {
        return known(generation).comparison().orElseThrow();
    }

    private RebuildStatus.Known known(int generation) throws SQLException {
        return status().generations().stream()
                .filter(known -> known.generation().number() == generation)
                .findFirst()
                .orElseThrow();
    }

    /** Every stored row of a generation, without its number. */
    List<Map<String, Object>> rows(int generation) {
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.addAll(jdbc.sql("select * from fact_posting where generation = ? order by position, ordinal")
                .param(generation)
                .query()
                .listOfRows());
        rows.addAll(
                jdbc.sql("select * from fact_row where generation = ? order by budget, kind, row_key, from_position")
                        .param(generation)
                        .query()
                        .listOfRows());
        rows.forEach(row -> row.remove("generation"));
        return rows;
    }

    /** What somebody does to the rows beneath the application. */
    void beneath(String sql) throws SQLException {
        try (Connection connection = open.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            if (statement.executeUpdate(sql) == 0) {
                throw new IllegalStateException("nothing was changed by " + sql);
            }
        }
    }

    @Override
    public void close() {
        try (open;
                log;
                feed) {
            recorded = LENGTH;
        }
    }

    private void append(RecordedEvent event) {
        UUID command = event.envelope().commandId();
        Actor actor = event.envelope().actor();
        String stream = event.stream();
        log.append(new Append(
                List.of(new NewEvent(event.eventId(), stream, event.envelope())),
                Map.of(stream, log.streamVersion(stream)),
                new Append.Claim(actor.login(), command.toString(), Bytes.of(new byte[32]), command, stream)));
    }
}
