package org.mingzhang.query.trail;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.mingzhang.ledger.follow.Follower;
import org.mingzhang.ledger.follow.HeldRows;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.feed.FeedPosition;
import org.mingzhang.query.projection.LiveGeneration;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the postings of the trail up with the log, in the manner of the facts: one at a time over all nodes, a run and
 * its position in one transaction. Nothing waits for it; what is newer than it covers is said on the page.
 */
final class TrailFeed implements SmartLifecycle {
    /** Raised when entries are found by something else than before: then all postings are made again, beside these. */
    static final int VERSION = 2;

    private static final int RUN = 500;
    private static final Duration POLL = Duration.ofMillis(200);
    /** What is appended within this time is written together: nobody waits for the trail, and a commit costs. */
    private static final Duration TOGETHER = Duration.ofMillis(100);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final EventLog log;
    private final TrailWriter writer = new TrailWriter();
    private final Follower follower = new Follower("trail-feed", TOGETHER, this::look);
    private final FeedPosition feed = new FeedPosition("audit trail", RUN, AFTER_FAILURE);
    private volatile boolean running;

    TrailFeed(DataSource dataSource, EventLog log) {
        this.dataSource = dataSource;
        this.log = log;
    }

    @Override
    public void start() {
        running = true;
        log.onAppend(follower::wake);
        follower.start();
    }

    @Override
    public void stop() {
        running = false;
        feed.close();
        follower.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Up to which position entries can be found, and what stops it. */
    FeedPosition feed() {
        return feed;
    }

    private Duration look() {
        try {
            return run() ? Duration.ZERO : POLL;
        } catch (SQLException | RuntimeException | Error e) {
            return feed.failed(e);
        }
    }

    private boolean run() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            HeldRows.notForEver(connection);
            try {
                LiveGeneration live = LiveGeneration.take(connection, TrailRows.PROJECTION);
                List<RecordedEvent> events = log.read(live.position(), feed.most());
                if (!events.isEmpty()) {
                    writer.write(connection, live.generation(), events);
                    live.at(events.getLast().position()).write(connection);
                }
                connection.commit();
                writer.wrote(events);
                return feed.arrived(
                        events.isEmpty() ? live.position() : events.getLast().position(), events.size());
            } catch (SQLException | RuntimeException | Error e) {
                connection.rollback();
                throw e;
            }
        }
    }
}
