package org.mingzhang.application.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.mingzhang.query.web.AskedAmiss;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A program that names a role, or whom it acts for, acts so or not at all: never in another role than the one it named,
 * because what it does then is in the log for ever.
 */
final class NamedRole extends OncePerRequestFilter {
    private final SessionVisitor visitors;

    NamedRole(SessionVisitor visitors) {
        this.visitors = visitors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<AskedAmiss> amiss = visitors.misnamed();
        if (amiss.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Choice.ignoreHeaders();
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, amiss.get());
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
