package org.mingzhang.query.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Puts the words of the page of errors into problems that are answered to programs. */
@Component
public class ProblemWords {
    private static final List<Integer> WITH_WORDS = List.of(401, 403, 404, 405, 429, 503);

    /** What programs go by where nothing closer is said; other statuses are of requests that cannot be read. */
    private static final Map<Integer, String> KEYS = Map.of(
            401, "not-signed-in",
            403, "not-allowed",
            404, "not-found",
            405, "no-such-method",
            429, "too-many",
            500, "failed",
            503, "unavailable");

    private final MessageSource messages;

    ProblemWords(MessageSource messages) {
        this.messages = messages;
    }

    /** What is said already stays: only a title that is the bare status, and a detail or a key that is missing, are filled. */
    public void fill(ProblemDetail problem, Locale locale) {
        if (problem.getProperties() == null || !problem.getProperties().containsKey("key")) {
            problem.setProperty("key", KEYS.getOrDefault(problem.getStatus(), "unreadable"));
        }
        HttpStatus bare = HttpStatus.resolve(problem.getStatus());
        String words = "error." + words(HttpStatusCode.valueOf(problem.getStatus()));
        if (bare == null || Objects.equals(problem.getTitle(), bare.getReasonPhrase())) {
            problem.setTitle(messages.getMessage(words, null, locale));
        }
        if (problem.getDetail() == null) {
            problem.setDetail(messages.getMessage(words + ".words", null, locale));
        }
    }

    private static String words(HttpStatusCode status) {
        if (WITH_WORDS.contains(status.value())) {
            return Integer.toString(status.value());
        }
        return status.is5xxServerError() ? "500" : "400";
    }
}
