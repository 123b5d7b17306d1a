package org.mingzhang.query.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.LogUnavailableException;
import org.mingzhang.query.feed.FactFeed;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Somebody who is signed in reads what the log held when they asked, so that they see what a colleague has just done; the
 * public only when it asks with {@code ?after=position}, and after a start until the facts have covered the log once:
 * nobody is told that nothing is released while that is still being read.
 *
 * <p>Everybody gets as much as there is in time. For a position that the log has not reached, and while something stops
 * the feed, nobody waits. What the answer covers stands in its head, and whether it comes too early for what was wanted.
 */
final class ReadYourWrites implements HandlerInterceptor {
    /** The position that the answer covers. */
    static final String COVERS = "Mingzhang-Position";

    /** The position that was wanted and is not covered yet; only then. */
    static final String WANTED = "Mingzhang-Wanted-Position";

    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final FactFeed feed;
    private final EventLog log;
    private final CurrentVisitor visitors;
    private volatile boolean coveredOnce;

    ReadYourWrites(FactFeed feed, EventLog log, CurrentVisitor visitors) {
        this.feed = feed;
        this.log = log;
        this.visitors = visitors;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod && request.getDispatcherType() == DispatcherType.REQUEST) {
            long wanted = wanted(request);
            if (feed.position() < wanted) {
                feed.awaitUnlessStopped(wanted, LONGEST);
            }
            long covers = feed.position();
            coveredOnce |= wanted > 0 && covers >= wanted;
            response.setHeader(COVERS, Long.toString(covers));
            if (covers < wanted) {
                response.setHeader(WANTED, Long.toString(wanted));
                request.setAttribute("lateFacts", Late.of(covers, wanted));
            }
        }
        return true;
    }

    /** For the page: what it covers of what it should, as texts. */
    record Late(String covers, String wanted) {
        static Late of(long covers, long wanted) {
            return new Late(Long.toString(covers), Long.toString(wanted));
        }
    }

    /** The position to wait for; 0 for none. */
    private long wanted(HttpServletRequest request) {
        boolean reader = request.getMethod().equals("GET")
                && (!coveredOnce || visitors.visitor().isPresent());
        long asked = asked(request);
        boolean mayBeBehind = reader || feed.position() < asked;
        long head = mayBeBehind ? head() : 0;
        return reader ? head : asked <= head ? asked : 0;
    }

    private static long asked(HttpServletRequest request) {
        String after = request.getParameter("after");
        return after != null && after.matches("\\d{1,18}") ? Long.parseLong(after) : 0;
    }

    /** While the log cannot be asked there is nothing to wait for; the page itself says so. */
    private long head() {
        try {
            return log.head();
        } catch (LogUnavailableException e) {
            return 0;
        }
    }
}
