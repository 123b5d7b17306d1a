package org.mingzhang.query.web;

import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.server.ResponseStatusException;

/**
 * Something was asked for that is not there, by somebody who may know that: it is said in words what is wrong. To programs
 * the problem has the title of its status, as every other has, and what does not change with the language as {@code key}.
 *
 * <p>Whoever may not know gets {@link PageNotFound} instead.
 */
public final class AskedAmiss extends ResponseStatusException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String words;
    private final String[] arguments;

    /** @param words after {@code amiss.} in the message bundles */
    public AskedAmiss(HttpStatus status, String words, Object... arguments) {
        super(status, words);
        this.words = "amiss." + words;
        this.arguments = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        getBody().setProperty("key", words);
    }

    public String words() {
        return words;
    }

    public List<String> arguments() {
        return List.of(arguments);
    }

    /** The words in the language of whoever asks. */
    @Override
    public ProblemDetail updateAndGetBody(@Nullable MessageSource messages, Locale locale) {
        if (messages != null) {
            getBody().setDetail(messages.getMessage(words, arguments, locale));
        }
        return getBody();
    }
}
