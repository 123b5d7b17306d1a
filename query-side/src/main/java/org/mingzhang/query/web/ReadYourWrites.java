package org.mingzhang.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.mingzhang.query.feed.FactFeed;
import org.springframework.web.servlet.HandlerInterceptor;

/** A page that is asked with {@code ?after=position} shows what happened up to there, or as much as there is in time. */
final class ReadYourWrites implements HandlerInterceptor {
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final FactFeed feed;

    ReadYourWrites(FactFeed feed) {
        this.feed = feed;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String after = request.getParameter("after");
        if (after != null && after.matches("\\d{1,18}")) {
            feed.await(Long.parseLong(after), LONGEST);
        }
        return true;
    }
}
