package org.mingzhang.ledger.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** An event in the log that no release wrote, as a newer one would have left it. */
public final class PlantedEvent {
    private PlantedEvent() {}

    /** At the next position and version of a stream that has events. */
    public static void plant(DataSource dataSource, String stream, String name, int version) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement event = connection.prepareStatement("""
                        insert into event_log
                        select (select next_position from log_head), ?, stream, stream_version + 1, ?, ?, recorded_at,
                            actor, command_id, payload, metadata, leaf
                        from event_log where stream = ? order by stream_version desc fetch first 1 rows only""");
                PreparedStatement head =
                        connection.prepareStatement("update log_head set next_position = next_position + 1")) {
            event.setObject(1, UUID.randomUUID());
            event.setString(2, name);
            event.setInt(3, version);
            event.setString(4, stream);
            if (event.executeUpdate() != 1 || head.executeUpdate() != 1) {
                throw new IllegalStateException("nothing was planted in " + stream);
            }
        }
    }
}
