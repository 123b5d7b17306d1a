package org.mingzhang.application.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.ApiTokens;
import org.mingzhang.kernel.value.Origin;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a program in with a token of its account; nothing is remembered from one request to the next. */
final class TokenSignIn extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final ApiTokens tokens;
    private final AccountDirectory directory;
    private final SignInRecord record;

    TokenSignIn(ApiTokens tokens, AccountDirectory directory, SignInRecord record) {
        this.tokens = tokens;
        this.directory = directory;
        this.record = record;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .orElse("");
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            chain.doFilter(request, response);
            return;
        }
        Optional<SignedIn> person = tokens.login(
                        header.substring(BEARER.length()).strip())
                .flatMap(directory::find)
                .map(SignedIn::new)
                .filter(SignedIn::isEnabled);
        if (person.isEmpty()) {
            record.count(new Origin(Origin.Channel.API, request.getRemoteAddr()));
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new UsernamePasswordAuthenticationToken(
                person.get(), "", person.get().getAuthorities()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
