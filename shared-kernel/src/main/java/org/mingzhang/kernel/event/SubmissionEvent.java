package org.mingzhang.kernel.event;

import java.util.List;
import org.mingzhang.kernel.value.HandedIn;
import org.mingzhang.kernel.value.Objected;

/**
 * What became of a command that somebody handed in.
 *
 * <p>These events stand in a stream beside the one that the command is about ({@link #beside}), so that what was tried
 * neither moves that one's version nor floods its history.
 */
public sealed interface SubmissionEvent extends LedgerEvent {
    /** The stream that the command is about. */
    String about();

    /** How it was handed in. */
    HandedIn submission();

    @Override
    default String stream() {
        return beside(about());
    }

    /** The stream of what was handed in about a stream. */
    static String beside(String about) {
        return about + "-submissions";
    }

    /**
     * It was done; its events carry the same command id and stand directly before this one in the log.
     *
     * @param version the version of that stream after it
     * @param events how many events it made; 0 when everything was already as wanted
     */
    record CommandAccepted(String about, HandedIn submission, long version, int events) implements SubmissionEvent {}

    /**
     * It was not done.
     *
     * @param version the version of that stream that spoke against it; -1 when there was none
     * @param content what it said, as JSON; empty when that would be too long to keep
     * @param objections the reasons against it that were said, at least one
     */
    record CommandRefused(String about, HandedIn submission, long version, String content, List<Objected> objections)
            implements SubmissionEvent {
        public CommandRefused {
            objections = List.copyOf(objections);
        }
    }
}
