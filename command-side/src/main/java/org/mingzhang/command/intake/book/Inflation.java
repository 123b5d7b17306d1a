package org.mingzhang.command.intake.book;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Inflates entries and counts what really comes out, whatever the headers claim; what differs from its checksum is
 * refused, because a damaged amount must not pass for another one.
 */
final class Inflation {
    private static final long JUDGED_FROM = 1L << 20;

    /** Somebody who looks at the bytes. */
    @FunctionalInterface
    interface Sink {
        /** @param length of what is new in the buffer, which is full except at the end */
        void bytes(byte[] buffer, int length);
    }

    private final ZipFile zip;
    private final long fileBytes;
    private final Meter meter;
    private long inflated;
    private long stored;

    Inflation(ZipFile zip, long fileBytes, Meter meter) {
        this.zip = zip;
        this.fileBytes = fileBytes;
        this.meter = meter;
    }

    void of(ZipArchiveEntry entry, Sink sink) throws IOException {
        stored = Math.min(fileBytes, stored + Math.max(0, entry.getCompressedSize()));
        CRC32 sum = new CRC32();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            int length = in.readNBytes(buffer, 0, buffer.length);
            while (length > 0) {
                count(length);
                sum.update(buffer, 0, length);
                sink.bytes(buffer, length);
                length = in.readNBytes(buffer, 0, buffer.length);
            }
        }
        if (sum.getValue() != entry.getCrc()) {
            throw new UnreadableBook("book.unreadable", ZipEntries.name(entry));
        }
    }

    private void count(int bytes) {
        inflated += bytes;
        Limits limits = meter.limits();
        boolean bomb = inflated > JUDGED_FROM && inflated / Math.max(1, stored) > limits.ratio();
        if (bomb || inflated > limits.inflatedBytes()) {
            throw new UnreadableBook("book.zip-bomb", (limits.inflatedBytes() >> 20) + " MB");
        }
        meter.tick();
    }
}
