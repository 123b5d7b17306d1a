package org.mingzhang.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Where in the log everything stands that was recorded together, whatever stream it belongs to. */
public final class CommandPlaces {
    private static final int TOGETHER = 200;
    private static final String ROWS = "select position, stream, command_id from event_log where command_id in"
            + " (select command_id from event_log where position in ";

    private final DataSource dataSource;

    public CommandPlaces(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A place in the log. */
    public record Place(long position, String stream, String command) {}

    /** The events of the commands that the events at some positions belong to, by position. */
    public List<Place> around(Collection<Long> positions) {
        TreeMap<Long, Place> found = new TreeMap<>();
        List<Long> all = List.copyOf(positions);
        try (Connection connection = dataSource.getConnection()) {
            for (int from = 0; from < all.size(); from += TOGETHER) {
                List<Long> some = all.subList(from, Math.min(all.size(), from + TOGETHER));
                read(connection, some).forEach(place -> found.put(place.position(), place));
            }
        } catch (SQLException e) {
            throw new LogUnavailableException("the log could not be read", e);
        }
        return List.copyOf(found.values());
    }

    private static List<Place> read(Connection connection, List<Long> positions) throws SQLException {
        String marks = String.join(", ", positions.stream().map(one -> "?").toList());
        try (PreparedStatement select = connection.prepareStatement(ROWS + "(" + marks + ")) order by position")) {
            for (int at = 0; at < positions.size(); at++) {
                select.setLong(at + 1, positions.get(at));
            }
            List<Place> places = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    places.add(new Place(row.getLong(1), row.getString(2), row.getString(3)));
                }
            }
            return places;
        }
    }
}
