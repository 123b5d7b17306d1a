package org.mingzhang.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.RandomHistory;
import org.mingzhang.query.facts.StoredRows;
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
            RandomHistory.record(log, event);
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

    Rebuild rebuild() {
        return Rebuild.ofFacts(open.dataSource(), log, ((InstantSource) () -> now).withZone(ZoneOffset.UTC));
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
        return StoredRows.of(open.dataSource(), generation);
    }

    List<Map<String, Object>> sums(int generation) {
        return StoredRows.sums(open.dataSource(), generation);
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
}
