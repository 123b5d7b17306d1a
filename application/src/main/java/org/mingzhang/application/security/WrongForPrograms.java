package org.mingzhang.application.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;

/** A program with a wrong password hears 401; one that has to wait after too many hears that, 429, whatever it sends. */
final class WrongForPrograms implements AuthenticationEntryPoint {
    private final BasicAuthenticationEntryPoint wrong = new BasicAuthenticationEntryPoint();

    WrongForPrograms() {
        wrong.setRealmName("Realm");
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (cause instanceof LockedException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(SignInAttempts.REMEMBERED.toSeconds()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            wrong.commence(request, response, cause);
        }
    }
}
