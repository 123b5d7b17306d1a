package org.mingzhang.kernel.value;

/** Bounds for texts that people type: not blank where needed, not endless, no control characters. */
public final class Texts {
    private Texts() {}

    /** Returns the text; refuses blank ({@code <rule>.missing}) and what {@link #optional} refuses. */
    public static String required(String rule, String text, int longest) {
        if (text.isBlank()) {
            throw new InvalidValueException(rule + ".missing", text);
        }
        return optional(rule, text, longest);
    }

    /** Returns the text; refuses more than {@code longest} characters ({@code .too-long}) and control characters. */
    public static String optional(String rule, String text, int longest) {
        if (text.length() > longest) {
            throw new InvalidValueException(rule + ".too-long", text);
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            throw new InvalidValueException(rule + ".control-character", text);
        }
        return text;
    }
}
