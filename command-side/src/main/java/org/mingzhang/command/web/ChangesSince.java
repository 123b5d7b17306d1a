package org.mingzhang.command.web;

import java.util.List;
import java.util.Locale;

/**
 * What happened to a budget, or to funds, after a version of it that somebody has seen: whoever comes second is told what came
 * between. The application knows, because sentences are the reading side's.
 */
@FunctionalInterface
public interface ChangesSince {
    /**
     * The latest changes that whoever asks may see, the oldest first.
     *
     * @param stream of the budget or the funds
     */
    Told told(String stream, long version, Locale locale);

    /** @param more changes than are said, those that are not theirs to see among them */
    record Told(List<String> sentences, int more) {
        public Told {
            sentences = List.copyOf(sentences);
        }
    }
}
