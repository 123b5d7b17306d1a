package org.mingzhang.query.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.mingzhang.query.rebuild.Comparison;

/**
 * When figures made again from the log were last equal to those in use.
 *
 * @param at the minute, as people read it
 */
record ProvedEqual(long position, String at, long rows, String digest) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    static ProvedEqual of(Comparison comparison) {
        Instant finished = comparison.finished().orElseThrow();
        return new ProvedEqual(comparison.position(), MINUTE.format(finished), comparison.rows(), comparison.digest());
    }
}
