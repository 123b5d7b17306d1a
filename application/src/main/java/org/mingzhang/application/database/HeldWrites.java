package org.mingzhang.application.database;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The writes that wait for room on the disk; they are tried again and again. */
final class HeldWrites {
    private static final Logger LOG = LoggerFactory.getLogger(HeldWrites.class);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Set<Held> now = ConcurrentHashMap.newKeySet();
    private volatile boolean ending;

    HeldWrites() {
        // Whoever stops the program does not wait for room; the file is left as by a power cut.
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "held-writes"));
    }

    /** A write that waits, not equal to any other. */
    static final class Held {
        private final Instant since = Instant.now();
        private final String reason;

        private Held(String reason) {
            this.reason = reason;
        }

        Instant since() {
            return since;
        }

        /** As the operating system says it. */
        String reason() {
            return reason;
        }
    }

    /** One attempt to write. */
    interface Write {
        int written() throws IOException;
    }

    /** Nobody waits any more. */
    void end() {
        ending = true;
    }

    /** Those that wait now. */
    Set<Held> now() {
        return now;
    }

    /**
     * So many bytes as the write wrote, as soon as it could. Throws what it fails with when its file is closed or the
     * program ends meanwhile.
     */
    int untilRoom(Write write) throws IOException {
        try {
            return write.written();
        } catch (IOException e) {
            if (isClosed(e)) {
                throw e;
            }
            return held(write, e);
        }
    }

    /** What writes behind the scenes puts the reason into the failure that it throws. */
    private static boolean isClosed(IOException failure) {
        return failure instanceof ClosedChannelException || failure.getCause() instanceof ClosedChannelException;
    }

    private int held(Write write, IOException first) throws IOException {
        Held held = new Held(String.valueOf(first.getMessage()));
        LOG.error("the embedded database cannot be written and waits for room on its disk: {}", held.reason());
        now.add(held);
        try {
            int written = whenThereIsRoom(write, first);
            LOG.info("the embedded database can be written again; it waited since {}", held.since());
            return written;
        } finally {
            now.remove(held);
        }
    }

    private int whenThereIsRoom(Write write, IOException first) throws IOException {
        IOException last = first;
        while (!ending) {
            pause();
            try {
                return write.written();
            } catch (IOException e) {
                if (isClosed(e)) {
                    throw e;
                }
                last = e;
            }
        }
        throw last;
    }

    /** An interrupt does not make room, but is kept. */
    private static void pause() {
        boolean interrupted = Thread.interrupted();
        LockSupport.parkNanos(PAUSE_NANOS);
        if (interrupted || Thread.interrupted()) {
            Thread.currentThread().interrupt();
        }
    }
}
