package org.mingzhang.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.mingzhang.query.projection.Projection;

/** Deletes the rows of a generation, some at a time. */
final class Removing {
    /** Longer than any page reads. */
    static final Duration GRACE = Duration.ofMinutes(5);

    private Removing() {}

    /** Whether nobody can be reading it any more. */
    static boolean due(Generation generation, Instant now) {
        return generation.leftAt().map(left -> left.plus(GRACE).isBefore(now)).orElse(true);
    }

    /** One piece; the caller holds the row that is taken for it. */
    static void remove(Connection connection, Generation generation, Projection projection) throws SQLException {
        if (!projection.removeSome(connection, generation.number())) {
            new Generations(connection, projection).update(generation.in(GenerationState.REMOVED));
        }
    }
}
