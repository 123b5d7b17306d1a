package org.mingzhang.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.feed.FactFeed;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A page that is asked with {@code ?after=position} shows what happened up to there, or as much as there is in time; for
 * a position that the log has not reached nobody waits.
 */
final class ReadYourWrites implements HandlerInterceptor {
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final FactFeed feed;
    private final EventLog log;

    ReadYourWrites(FactFeed feed, EventLog log) {
        this.feed = feed;
        this.log = log;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String after = request.getParameter("after");
        if (after != null && after.matches("\\d{1,18}")) {
            long wanted = Long.parseLong(after);
            if (feed.position() < wanted && wanted <= log.head()) {
                feed.await(wanted, LONGEST);
            }
        }
        return true;
    }
}
