package org.mingzhang.application.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.mingzhang.application.users.AccountDirectory;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose account has changed since: locked, other roles, another password. Holds people with a first
 * password to changing it, and lets nobody go on for somebody else whose delegation is over.
 */
final class UnchangedAccount extends OncePerRequestFilter {
    private static final String CHANGE_PASSWORD = "/account/password";

    private final AccountDirectory directory;
    private final SessionVisitor visitors;

    UnchangedAccount(AccountDirectory directory, SessionVisitor visitors) {
        this.directory = directory;
        this.visitors = visitors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedIn> person = SessionVisitor.signedIn();
        if (person.isPresent() && !unchanged(person.get())) {
            new SecurityContextLogoutHandler().logout(request, response, null);
            response.sendRedirect("/sign-in?ended");
        } else if (person.filter(SignedIn::mustChangePassword).isPresent() && !allowedBefore(request)) {
            response.sendRedirect(CHANGE_PASSWORD);
        } else if (person.isPresent() && visitors.actsWithoutMandate()) {
            Choice.forgetDelegation();
            response.sendRedirect("/account?delegation-over");
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean unchanged(SignedIn person) {
        return directory.find(person.getUsername()).filter(person::isStill).isPresent();
    }

    private static boolean allowedBefore(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(CHANGE_PASSWORD) || path.equals("/sign-out") || path.startsWith("/assets/");
    }
}
