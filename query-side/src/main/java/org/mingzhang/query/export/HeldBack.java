package org.mingzhang.query.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Holds back the last bytes that were written, so that there is something to send while nothing else comes: only what is sent
 * tells that a client has left.
 *
 * <p>What is held back goes out when it is closed, and not when the writing breaks off.
 */
final class HeldBack extends OutputStream {
    /** At one byte a second longer than any search takes. */
    private static final int MOST = 1_024;

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final OutputStream out;
    private final LongSupplier nanos;
    private final byte[] held = new byte[MOST];
    private int from;
    private int count;
    private long sent;

    /** @param nanos a clock that only tells how much time has passed */
    HeldBack(OutputStream out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
        this.sent = nanos.getAsLong();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int start, int length) throws IOException {
        int tooMany = Math.max(0, count + length - MOST);
        int older = Math.min(count, tooMany);
        send(older);
        out.write(some, start, tooMany - older);
        System.arraycopy(held, from, held, 0, count);
        from = 0;
        int kept = length - (tooMany - older);
        System.arraycopy(some, start + length - kept, held, count, kept);
        count += kept;
    }

    /** Sends a byte when it is time to, and fails when nobody is there to take it. */
    void beat() {
        long now = nanos.getAsLong();
        if (now - sent < EVERY.toNanos() || count == 0) {
            return;
        }
        sent = now;
        try {
            send(1);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        finish();
        out.close();
    }

    /** Sends all of it; what it goes to stays open. */
    void finish() throws IOException {
        send(count);
        out.flush();
    }

    private void send(int bytes) throws IOException {
        out.write(held, from, bytes);
        from += bytes;
        count -= bytes;
    }
}
