package org.mingzhang.query.trail;

import java.util.Locale;
import org.mingzhang.query.audit.ReasonWords;
import org.mingzhang.query.web.Principals;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What telling the trail needs, whatever the language: words, names, how things were handed in, and the facts. */
record TrailTellings(
        JdbcClient jdbc, ActNotes notes, MessageSource messages, ReasonWords reasons, Principals principals) {
    TrailTelling ofPage(Locale locale) {
        return telling(locale, false);
    }

    /** For many pieces, each older than the one before. */
    TrailTelling ofFile(Locale locale) {
        return telling(locale, true);
    }

    private TrailTelling telling(Locale locale, boolean file) {
        return new TrailTelling(messages, reasons, notes, new StoodInFacts(jdbc, file), principals, locale);
    }
}
