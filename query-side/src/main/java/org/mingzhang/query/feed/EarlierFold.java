package org.mingzhang.query.feed;

import java.time.Duration;
import org.mingzhang.query.facts.FactFold;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the facts that are read were made by an earlier release, as they are until they have been made again: events of
 * before and of now then do not say the same of everything.
 */
public final class EarlierFold {
    private static final Duration KNOWN_FOR = Duration.ofSeconds(5);
    private static final String FOLD = """
            select g.fold from fact_generation g join projection p on p.generation = g.generation
            where p.name = 'facts'""";

    private final JdbcClient jdbc;
    private volatile long asked = System.nanoTime() - KNOWN_FOR.toNanos();
    private volatile boolean earlier;

    public EarlierFold(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As it was at most some seconds ago; also when nobody can be asked. */
    public boolean isRead() {
        long now = System.nanoTime();
        if (now - asked >= KNOWN_FOR.toNanos()) {
            asked = now;
            try {
                earlier = jdbc.sql(FOLD)
                        .query(Integer.class)
                        .optional()
                        .filter(fold -> fold < FactFold.VERSION)
                        .isPresent();
            } catch (DataAccessException e) {
                return earlier; // what is wrong is said by whoever needs the database
            }
        }
        return earlier;
    }
}
