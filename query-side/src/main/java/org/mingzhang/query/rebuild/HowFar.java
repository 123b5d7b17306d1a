package org.mingzhang.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.mingzhang.query.projection.Projection;

/**
 * How far a comparison is.
 *
 * @param rows compared so far
 * @param inAll rows to compare, as they were counted when it began; 0 where nobody counted
 * @param worked the time spent on it, by whichever node
 */
public record HowFar(long rows, long inAll, Duration worked) {
    /** Where rows of two generations differ in number, the larger number is to be compared at least. */
    static HowFar begun(Connection connection, Projection projection, int own, int live, long position)
            throws SQLException {
        long most = Math.max(projection.count(connection, own, position), projection.count(connection, live, position));
        return new HowFar(0, most, Duration.ZERO);
    }

    HowFar and(long more) {
        return new HowFar(rows + more, inAll, worked);
    }

    HowFar after(Duration more) {
        return new HowFar(rows, inAll, worked.plus(more));
    }

    /** Rows compared in a second of work; 0 when nothing was measured. */
    public long rowsPerSecond() {
        return worked.toMillis() == 0 ? 0 : rows * 1_000 / worked.toMillis();
    }

    /** The time that the rest will take at the speed so far; empty when nothing was measured or counted. */
    public Optional<Duration> remaining() {
        long speed = rowsPerSecond();
        return speed == 0 || inAll == 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.max(0, inAll - rows) / speed));
    }
}
