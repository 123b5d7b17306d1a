package org.mingzhang.kernel.value;

/**
 * A text or number that is not a value of the field.
 *
 * <p>{@link #rule()} is a stable key of the message bundles, such as {@code amount.finer-than-fen}; {@link #text()} is
 * what was offered, shortened to 80 characters.
 */
public final class InvalidValueException extends IllegalArgumentException {
    private static final int SHOWN = 80;

    private final String rule;
    private final String text;

    public InvalidValueException(String rule, String text) {
        super(rule + ": " + shorten(text));
        this.rule = rule;
        this.text = shorten(text);
    }

    public String rule() {
        return rule;
    }

    public String text() {
        return text;
    }

    private static String shorten(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
