package org.mingzhang.query.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.facts.FactWriter;

/** Makes the facts again from the log, in a new generation beside the live one, and switches in one step. */
public final class FactRebuild {
    private static final int RUN = 5_000;

    private final DataSource dataSource;
    private final EventLog log;
    private final FactWriter writer = new FactWriter();

    public FactRebuild(DataSource dataSource, EventLog log) {
        this.dataSource = dataSource;
        this.log = log;
    }

    /** Returns the new generation once it is live; what the old one held stays for a roll-back. */
    public int rebuild() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            int generation = newest(connection) + 1;
            long position = 0;
            while (position < log.head()) {
                position = fold(connection, generation, position, Long.MAX_VALUE);
                connection.commit();
            }
            switchTo(connection, generation, position);
            connection.commit();
            return generation;
        }
    }

    private long fold(Connection connection, int generation, long from, long upTo) throws SQLException {
        List<RecordedEvent> events = log.read(from, RUN).stream()
                .filter(event -> event.position() <= upTo)
                .toList();
        if (events.isEmpty()) {
            return from;
        }
        writer.write(connection, generation, events);
        return events.getLast().position();
    }

    /** Takes the position row, so that the feed waits; catches up to where the feed is; switches. */
    private void switchTo(Connection connection, int generation, long built) throws SQLException {
        long live;
        try (PreparedStatement select =
                        connection.prepareStatement("select position from projection where name = 'facts' for update");
                ResultSet result = select.executeQuery()) {
            result.next();
            live = result.getLong(1);
        }
        long position = built;
        while (position < live) {
            position = fold(connection, generation, position, live);
        }
        try (PreparedStatement update = connection.prepareStatement(
                "update projection set generation = ?, position = ? where name = 'facts'")) {
            update.setInt(1, generation);
            update.setLong(2, position);
            update.executeUpdate();
        }
    }

    private static int newest(Connection connection) throws SQLException {
        String newest = """
                select max(generation) from (
                    select generation from projection where name = 'facts'
                    union all select max(generation) from fact_posting
                    union all select max(generation) from fact_row) as generations""";
        try (PreparedStatement select = connection.prepareStatement(newest);
                ResultSet result = select.executeQuery()) {
            result.next();
            return result.getInt(1);
        }
    }
}
