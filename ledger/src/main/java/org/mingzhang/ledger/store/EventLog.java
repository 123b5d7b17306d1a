package org.mingzhang.ledger.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The log of everything that happened, in one order. */
public interface EventLog {
    /** Records all of it or nothing; returns when it is durable. Throws {@link LogUnavailableException}. */
    Appended append(Append append);

    /** Events after a position, in order, at most {@code limit}. */
    List<RecordedEvent> read(long afterPosition, int limit);

    /** The events at these positions, in order; a position that has none is left out. */
    List<RecordedEvent> readAt(Collection<Long> positions);

    /** Events of a stream from a version on, in order. */
    List<RecordedEvent> readStream(String stream, long fromVersion);

    /** The same, at most {@code limit} of them, for streams that are too long to be held at once. */
    default List<RecordedEvent> readStream(String stream, long fromVersion, int limit) {
        return readStream(stream, fromVersion).stream().limit(limit).toList();
    }

    /** Position of the last event; 0 when there is none. */
    long head();

    /** Version of a stream's last event; -1 when it has none. */
    long streamVersion(String stream);

    Optional<Receipt> receipt(String actor, String key);

    /** Is called after something was appended on this node; must return at once. */
    void onAppend(Runnable listener);
}
