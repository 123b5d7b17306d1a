package org.mingzhang.query.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.mingzhang.query.feed.FeedStop;

/**
 * Figures that do not follow the log: every page says so, on paper too.
 *
 * @param position the last event that they cover
 * @param head the last event of the log
 * @param since the minute in which they stopped, as people read it
 */
record Standstill(long position, long head, String since) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    static Standstill of(FeedStop stop, long head) {
        return new Standstill(stop.position(), head, MINUTE.format(stop.since()));
    }

    boolean behind() {
        return position < head;
    }
}
