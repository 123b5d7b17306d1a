package org.mingzhang.query.trail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mingzhang.ledger.store.RecordedEvent;

/** Writes the postings of a run of events, on a connection that the caller commits. */
public final class TrailWriter {
    private final TrailTerms terms = new TrailTerms();
    /** Streams that are surely there, in a generation; what another connection has rolled back is never among them. */
    private final Set<String> streams = new TreeSet<>();

    private int streamsOf;

    public void write(Connection connection, int generation, List<RecordedEvent> events) throws SQLException {
        if (generation != streamsOf) {
            streams.clear();
            streamsOf = generation;
        }
        TrailRows rows = new TrailRows(generation);
        Set<String> abouts = new TreeSet<>();
        try (PreparedStatement term =
                        connection.prepareStatement("insert into " + rows.terms() + " (term, position) values (?, ?)");
                PreparedStatement amount = connection.prepareStatement(
                        "insert into " + rows.amounts() + " (position, fen) values (?, ?)")) {
            for (RecordedEvent event : events) {
                TrailKeys keys = TrailKeys.of(event.envelope());
                abouts.add(keys.about());
                for (long number : terms.of(keys)) {
                    term.setLong(1, number);
                    term.setLong(2, event.position());
                    term.addBatch();
                }
                for (long fen : keys.amounts()) {
                    amount.setLong(1, event.position());
                    amount.setLong(2, fen);
                    amount.addBatch();
                }
            }
            term.executeBatch();
            amount.executeBatch();
        }
        for (String about : abouts) {
            stream(connection, rows, about);
        }
    }

    /** After the transaction came through: what it wrote need not be asked for again. */
    public void wrote(List<RecordedEvent> events) {
        events.forEach(event -> streams.add(TrailKeys.about(event.envelope().message())));
    }

    private void stream(Connection connection, TrailRows rows, String about) throws SQLException {
        if (streams.contains(about)) {
            return;
        }
        try (PreparedStatement select =
                connection.prepareStatement("select 1 from " + rows.streams() + " where stream = ?")) {
            select.setString(1, about);
            try (ResultSet found = select.executeQuery()) {
                if (found.next()) {
                    return;
                }
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + rows.streams() + " (stream) values (?)")) {
            insert.setString(1, about);
            insert.executeUpdate();
        }
    }
}
