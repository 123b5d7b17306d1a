package org.mingzhang.kernel.value;

import java.util.regex.Pattern;

/** A value that is written as one short text, such as a unit code or a project code. */
public interface Code {
    /** The text exactly as it is stored, printed and typed. */
    String value();

    /** Returns the text when the pattern matches it whole; refuses it under the named rule otherwise. */
    static String matching(Pattern pattern, String rule, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new InvalidValueException(rule, text);
        }
        return text;
    }
}
