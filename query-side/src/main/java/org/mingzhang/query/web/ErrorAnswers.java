package org.mingzhang.query.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.web.ErrorProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * What is answered where nobody else could: to people the page of errors, to programs a problem (RFC 9457) in the words of
 * that page. Without it a refusal by the doorkeeper and an address that is not there would look unlike all other refusals.
 */
@Controller
class ErrorAnswers extends BasicErrorController {
    private final ErrorAttributes errors;
    private final ProblemWords words;
    private final MessageSource messages;

    ErrorAnswers(ErrorAttributes errors, List<ErrorViewResolver> pages, ProblemWords words, MessageSource messages) {
        super(errors, new ErrorProperties(), pages);
        this.errors = errors;
        this.words = words;
        this.messages = messages;
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        HttpStatus status = getStatus(request);
        if (status == HttpStatus.NO_CONTENT) {
            return ResponseEntity.noContent().build();
        }
        Locale locale = LocaleContextHolder.getLocale();
        ProblemDetail problem = errors.getError(new ServletWebRequest(request)) instanceof AskedAmiss amiss
                ? amiss.updateAndGetBody(messages, locale)
                : ProblemDetail.forStatus(status);
        words.fill(problem, locale);
        address(request).ifPresent(problem::setInstance);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(written(problem));
    }

    /** Boot's controller promises a map. */
    private static Map<String, Object> written(ProblemDetail problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", String.valueOf(problem.getTitle()));
        fields.put("status", problem.getStatus());
        fields.put("detail", String.valueOf(problem.getDetail()));
        Optional.ofNullable(problem.getProperties()).ifPresent(fields::putAll);
        Optional.ofNullable(problem.getInstance()).ifPresent(address -> fields.put("instance", address.toString()));
        return fields;
    }

    /** As it came; left out where it is no address at all. */
    private static Optional<URI> address(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                    .map(Object::toString)
                    .map(URI::create);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
