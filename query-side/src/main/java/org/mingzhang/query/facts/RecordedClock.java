package org.mingzhang.query.facts;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which position an instant means: times of recording never decrease along dense positions, so it is looked up by halves. */
public final class RecordedClock {
    private final JdbcClient jdbc;

    public RecordedClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The last position up to {@code head} that was recorded by then.
     *
     * @return 0 when nothing was
     */
    public long position(Instant instant, long head) {
        long known = 0;
        long beyond = head + 1;
        while (beyond - known > 1) {
            long middle = (known + beyond) >>> 1;
            if (recorded(middle).isAfter(instant)) {
                beyond = middle;
            } else {
                known = middle;
            }
        }
        return known;
    }

    /** When the event at a position was recorded. */
    public Instant recorded(long position) {
        return jdbc.sql("select recorded_at from event_log where position = :position")
                .param("position", position)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
