package org.mingzhang.application.faults;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.query.trail.TrailWriter;

/** Under what the audit trail finds events, a line for each, without its position: more kinds leave the lines as they are. */
final class FrozenTrail {
    private static final String TERMS = "select term from trail_term where position = ? order by term";
    private static final String AMOUNTS = "select fen from trail_amount where position = ? order by fen";

    private FrozenTrail() {}

    /** Stored name and version, number of terms, a digest over them, the amounts in fen; sorted by name. */
    static List<String> lines(OpenDatabase open, List<RecordedEvent> events) throws SQLException {
        try (Connection connection = open.dataSource().getConnection()) {
            new TrailWriter().write(connection, 1, events);
            TreeSet<String> lines = new TreeSet<>();
            for (RecordedEvent event : events) {
                List<Long> terms = numbers(connection, TERMS, event.position());
                lines.add("%s\t%d\t%s\t%s"
                        .formatted(
                                event.name(),
                                terms.size(),
                                UUID.nameUUIDFromBytes(terms.toString().getBytes(StandardCharsets.UTF_8)),
                                numbers(connection, AMOUNTS, event.position())));
            }
            return List.copyOf(lines);
        }
    }

    private static List<Long> numbers(Connection connection, String sql, long position) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, position);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getLong(1));
                }
            }
        }
        return numbers;
    }
}
