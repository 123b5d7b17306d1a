package org.mingzhang.query.facts;

import java.sql.Connection;
import java.sql.SQLException;
import org.mingzhang.query.projection.LiveGeneration;

/**
 * Which generation of the facts is read, and how far it is.
 *
 * @param position the last event that its rows cover
 */
public record LiveFacts(int generation, long position) {
    /** As it is stored. */
    public static final String PROJECTION = "facts";

    /** As it stands now. */
    public static LiveFacts read(Connection connection) throws SQLException {
        return of(LiveGeneration.read(connection, PROJECTION));
    }

    /** Keeps everybody else from moving or switching until the transaction ends. */
    public static LiveFacts take(Connection connection) throws SQLException {
        return of(LiveGeneration.take(connection, PROJECTION));
    }

    /** Says so; only on a connection that has taken the row. */
    public void write(Connection connection) throws SQLException {
        new LiveGeneration(PROJECTION, generation, position).write(connection);
    }

    private static LiveFacts of(LiveGeneration live) {
        return new LiveFacts(live.generation(), live.position());
    }
}
