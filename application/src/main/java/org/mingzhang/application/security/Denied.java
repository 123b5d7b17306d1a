package org.mingzhang.application.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * No: 404 where no rule names anything, 403 where there is something. A program that brought nothing to be known by is asked
 * for that first; it comes here and not to {@link AskToSignIn} because it has no token against forged requests either.
 */
final class Denied implements AccessDeniedHandler {
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        boolean unknown = SessionVisitor.signedIn().isEmpty();
        if (!AccessRules.exists(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (unknown && request.getRequestURI().startsWith("/api/")) {
            AskToSignIn.programs(response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
