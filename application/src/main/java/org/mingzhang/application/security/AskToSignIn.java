package org.mingzhang.application.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Sends people to the sign-in page, programs a 401; an address that no rule names does not exist for them. */
final class AskToSignIn implements AuthenticationEntryPoint {
    private final AuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/sign-in");

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException, ServletException {
        boolean listed = AccessRules.exists(request);
        if (!listed) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getRequestURI().startsWith("/api/")) {
            programs(response);
        } else {
            page.commence(request, response, cause);
        }
    }

    /** Of the two ways in for programs the one that no browser asks for a password about. */
    static void programs(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
