package org.mingzhang.query.audit;

import java.util.List;
import java.util.Locale;
import org.mingzhang.kernel.event.SubmissionEvent;

/** Says why something was refused; the command side has the words. */
@FunctionalInterface
public interface ReasonWords {
    /** A sentence for each of the first reasons that were kept. */
    List<String> of(SubmissionEvent.CommandRefused refused, int atMost, Locale locale);
}
