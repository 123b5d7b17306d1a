package org.mingzhang.ledger.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The versions of streams that one writer remembers, so that it need not ask again.
 *
 * <p>They hold as long as the head of the log is where this writer left it, because any other writer would have moved
 * it. Used by the writer's thread alone.
 */
final class StreamVersions {
    private static final int MOST = 10_000;

    private final Map<String, Long> versions = new Recent();
    private Optional<LogWrites.Head> head = Optional.empty();

    /** Where this writer left the head; empty when that is not known for certain. */
    Optional<LogWrites.Head> head() {
        return head;
    }

    /** Forgets everything if somebody else has appended meanwhile. */
    void at(long nextPosition) {
        if (head.filter(left -> left.nextPosition() == nextPosition).isEmpty()) {
            forget();
        }
    }

    void forget() {
        versions.clear();
        head = Optional.empty();
    }

    /** Version of a stream's last event, -1 when it has none; null when it is not remembered. */
    @Nullable
    Long of(String stream) {
        return versions.get(stream);
    }

    /** After a commit of this writer that left the head here. */
    void left(LogWrites.Head left, Map<String, Long> changed) {
        head = Optional.of(left);
        versions.putAll(changed);
    }

    private static final class Recent extends LinkedHashMap<String, Long> {
        private static final long serialVersionUID = 1;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    }
}
