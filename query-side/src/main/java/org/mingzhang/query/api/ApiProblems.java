package org.mingzhang.query.api;

import org.jspecify.annotations.Nullable;
import org.mingzhang.query.web.ProblemWords;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What cannot be read is said as {@code application/problem+json}; only here, because pages are for people. */
@RestControllerAdvice(basePackageClasses = BudgetApi.class)
class ApiProblems extends ResponseEntityExceptionHandler {
    private final ProblemWords words;

    ApiProblems(ProblemWords words) {
        this.words = words;
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem) {
            words.fill(problem, LocaleContextHolder.getLocale());
        }
        return super.createResponseEntity(body, headers, status, request);
    }
}
