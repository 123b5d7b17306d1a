package org.mingzhang.query.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * Puts the words of the page of errors into problems that are answered to programs, and makes them alike: each has a
 * {@code key}, and in {@code errors} what is wrong one by one, as the commands say it (RFC 9457 leaves both to the API).
 */
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

    /**
     * One thing that is wrong, as the command side names it.
     *
     * @param pointer JSON pointer into the body; empty for the whole
     */
    record Fault(String pointer, String key, String words, Map<String, String> arguments) {}

    /**
     * What is said already stays: only a title that is the bare status, and a detail, a key or a list of errors that is
     * missing, are filled.
     */
    public void fill(ProblemDetail problem, Locale locale) {
        Map<String, Object> said = Objects.requireNonNullElse(problem.getProperties(), Map.of());
        problem.setProperties(new LinkedHashMap<>(said)); // whoever made it may have made it for ever
        if (!said.containsKey("key")) {
            problem.setProperty("key", keyOf(problem));
        }
        HttpStatus bare = HttpStatus.resolve(problem.getStatus());
        String words = "error." + words(HttpStatusCode.valueOf(problem.getStatus()));
        if (bare == null || Objects.equals(problem.getTitle(), bare.getReasonPhrase())) {
            problem.setTitle(messages.getMessage(words, null, locale));
        }
        if (problem.getDetail() == null) {
            problem.setDetail(messages.getMessage(words + ".words", null, locale));
        }
        if (!said.containsKey("errors")) {
            String key = said.getOrDefault("key", keyOf(problem)).toString();
            Fault whole = new Fault("", key, String.valueOf(problem.getDetail()), Map.of());
            problem.setProperty("errors", List.of(whole));
        }
    }

    private static String keyOf(ProblemDetail problem) {
        return KEYS.getOrDefault(problem.getStatus(), "unreadable");
    }

    private static String words(HttpStatusCode status) {
        if (WITH_WORDS.contains(status.value())) {
            return Integer.toString(status.value());
        }
        return status.is5xxServerError() ? "500" : "400";
    }
}
