package org.mingzhang.query.audit;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** What commands are called where people speak of them; one that has no words keeps its own name. */
public final class CommandNames {
    private CommandNames() {}

    /** @param command as it stands in the note that it was handed in */
    public static String of(String command, MessageSource messages, Locale locale) {
        return String.valueOf(messages.getMessage("command." + command, null, command, locale));
    }
}
