package org.mingzhang.application.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Takes the token against forged requests of an upload from its address, as if it were the header.
 *
 * <p>Asked for as a parameter, it would make the server read the whole upload first, and one that is too large would be
 * turned away before anybody could say why.
 */
final class UploadToken extends OncePerRequestFilter {
    private static final String PARAMETER = "_csrf";
    private static final String HEADER = "X-CSRF-TOKEN";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> token = isUpload(request) ? token(request) : Optional.empty();
        chain.doFilter(token.isPresent() ? withHeader(request, token.get()) : request, response);
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .getFirst(PARAMETER));
    }

    private static HttpServletRequest withHeader(HttpServletRequest request, String token) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public @Nullable String getHeader(String name) {
                return HEADER.equalsIgnoreCase(name) ? token : super.getHeader(name);
            }
        };
    }
}
