package org.mingzhang.ledger.store;

import java.util.LinkedHashMap;
import java.util.Map;
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
    private long nextPosition = -1;

    /** Forgets everything if somebody else has appended meanwhile. */
    void at(long head) {
        if (head != nextPosition) {
            versions.clear();
            nextPosition = head;
        }
    }

    /** Version of a stream's last event, -1 when it has none; null when it is not remembered. */
    @Nullable
    Long of(String stream) {
        return versions.get(stream);
    }

    /** After a commit of this writer that left the head here. */
    void left(long head, Map<String, Long> changed) {
        nextPosition = head;
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
