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
 * Ends a session whose account has changed since: disabled, other roles, another password. And holds people with a first
 * password to changing it.
 */
final class UnchangedAccount extends OncePerRequestFilter {
    private static final String CHANGE_PASSWORD = "/account/password";

    private final AccountDirectory directory;

    UnchangedAccount(AccountDirectory directory) {
        this.directory = directory;
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
