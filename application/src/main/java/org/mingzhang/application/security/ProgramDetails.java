package org.mingzhang.application.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where a request comes from that brings its password with it. */
final class ProgramDetails extends WebAuthenticationDetails {
    @Serial
    private static final long serialVersionUID = 1L;

    ProgramDetails(HttpServletRequest request) {
        super(request);
    }
}
