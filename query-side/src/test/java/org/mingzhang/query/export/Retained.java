package org.mingzhang.query.export;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;

/** How much more memory stays in use while something large is written than before it began. */
public final class Retained extends OutputStream {
    private static final long FIRST = 1 << 16;

    private final long before = used();
    private long bytes;
    private long next = FIRST;
    private long most;

    /** Something that is written. */
    @FunctionalInterface
    public interface Written {
        void to(OutputStream out) throws IOException;
    }

    private Retained() {}

    /** @param mebibytes the most that it held at any of the looks */
    public record Held(long bytes, double mebibytes, int looks) {}

    public static Held during(Written written) throws IOException {
        Retained out = new Retained();
        written.to(out);
        int looks = Long.numberOfTrailingZeros(out.next / FIRST);
        return new Held(out.bytes, out.most / (double) (1 << 20), looks);
    }

    @Override
    public void write(int one) {
        count(1);
    }

    @Override
    public void write(byte[] some, int from, int length) {
        count(length);
    }

    private void count(int more) {
        bytes += more;
        if (bytes >= next) {
            next *= 2;
            most = Math.max(most, used() - before);
        }
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
