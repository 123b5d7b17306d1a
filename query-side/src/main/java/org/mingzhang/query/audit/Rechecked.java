package org.mingzhang.query.audit;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.mingzhang.ledger.checkpoint.Recheck;

/**
 * How far the events were last hashed anew.
 *
 * @param began the minute, as people read it
 * @param at the same
 */
record Rechecked(long events, String began, String at) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    static Rechecked of(Recheck.Progress progress) {
        return new Rechecked(progress.events(), MINUTE.format(progress.began()), MINUTE.format(progress.at()));
    }
}
