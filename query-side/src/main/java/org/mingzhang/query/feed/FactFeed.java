package org.mingzhang.query.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.mingzhang.ledger.follow.Follower;
import org.mingzhang.ledger.follow.HeldRows;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.facts.FactWriter;
import org.mingzhang.query.facts.LiveFacts;

/** Keeps the facts up with the log; one at a time over all nodes, because the position row is taken for each run. */
public final class FactFeed implements AutoCloseable {
    private static final int RUN = 1_000;
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final EventLog log;
    private final FactWriter writer = new FactWriter();
    private final FeedPosition feed = new FeedPosition("facts", RUN, AFTER_FAILURE);
    private final Follower follower = new Follower("fact-feed", this::look);

    public FactFeed(DataSource dataSource, EventLog log) {
        this.dataSource = dataSource;
        this.log = log;
    }

    public void start() {
        log.onAppend(follower::wake);
        follower.start();
    }

    /** How far it is, and what stops it. */
    public FeedPosition feed() {
        return feed;
    }

    /** The position up to which facts are written, as this node last saw it. */
    public long position() {
        return feed.reached();
    }

    /** What stops the feed; empty while it runs. */
    public Optional<FeedStop> stopped() {
        return feed.stopped();
    }

    /** Waits until the facts cover a position; false when they do not in time. */
    public boolean await(long wanted, Duration longest) {
        return feed.await(wanted, longest);
    }

    /** The same for somebody who looks at a page: while something stops the feed, waiting would bring nothing. */
    public boolean awaitUnlessStopped(long wanted, Duration longest) {
        return feed.awaitUnlessStopped(wanted, longest);
    }

    @Override
    public void close() {
        feed.close();
        follower.close();
    }

    private Duration look() {
        try {
            return run() ? Duration.ZERO : POLL;
        } catch (SQLException | RuntimeException | Error e) {
            return feed.failed(e);
        }
    }

    /** Folds one run of events and moves the position in the same transaction; returns whether there may be more. */
    private boolean run() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            HeldRows.notForEver(connection);
            try {
                LiveFacts live = LiveFacts.take(connection);
                List<RecordedEvent> events = log.read(live.position(), feed.most());
                long reached = live.position();
                if (!events.isEmpty()) {
                    writer.write(connection, live.generation(), events);
                    reached = events.getLast().position();
                    new LiveFacts(live.generation(), reached).write(connection);
                }
                connection.commit();
                return feed.arrived(reached, events.size());
            } catch (SQLException | RuntimeException | Error e) {
                connection.rollback();
                throw e;
            }
        }
    }
}
