package org.mingzhang.query.execution;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The words of an official form, which is Chinese whoever prints it. */
public record OfficialWords(MessageSource source) {
    public String of(String key) {
        return source.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }

    public String of(String key, int number) {
        return source.getMessage(key, new Object[] {number}, Locale.SIMPLIFIED_CHINESE);
    }
}
