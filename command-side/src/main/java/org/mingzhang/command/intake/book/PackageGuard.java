package org.mingzhang.command.intake.book;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Inflates every entry of a workbook once, before it is read: counts what really comes out, whatever the headers claim,
 * and lets {@link XmlScan} look at each part.
 *
 * <p>It opens the file with the library that the reader of the cells uses, so that both see the same entries.
 */
final class PackageGuard {
    private static final long JUDGED_FROM = 1L << 20;

    private final ZipFile zip;
    private final Meter meter;
    private final Map<String, List<String>> merged = new HashMap<>();
    private long inflated;
    private long stored;

    PackageGuard(ZipFile zip, Meter meter) {
        this.zip = zip;
        this.meter = meter;
    }

    /** Looks at everything; answers the merged ranges by the name of the part in small letters. */
    Map<String, List<String>> check() throws IOException {
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : entries(zip, meter.limits())) {
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (!names.add(name)) {
                throw new UnreadableBook("book.unreadable", entry.getName());
            }
            refuseByName(name);
            inflate(entry, name);
        }
        return merged;
    }

    static List<ZipArchiveEntry> entries(ZipFile zip, Limits limits) {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > limits.entries()) {
            throw new UnreadableBook("book.too-many-entries", Integer.toString(entries.size()));
        }
        for (ZipArchiveEntry entry : entries) {
            if (entry.getGeneralPurposeBit().usesEncryption() || !zip.canReadEntryData(entry)) {
                throw new UnreadableBook("book.encrypted", entry.getName());
            }
        }
        return entries;
    }

    private static void refuseByName(String name) {
        if (name.contains("..")) {
            throw new UnreadableBook("book.unreadable", name);
        }
        if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/")) {
            throw new UnreadableBook("book.macros", name);
        }
        if (name.contains("/externallinks/") || name.contains("/querytables/") || name.endsWith("/connections.xml")) {
            throw new UnreadableBook("book.external-reference", name);
        }
        if (name.contains("/embeddings/") || name.contains("/activex/") || name.contains("/ctrlprops/")) {
            throw new UnreadableBook("book.embedded-object", name);
        }
    }

    private void inflate(ZipArchiveEntry entry, String name) throws IOException {
        XmlScan scan = new XmlScan(entry.getName(), meter.limits());
        stored += Math.max(0, entry.getCompressedSize());
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            int length = in.read(buffer);
            while (length >= 0) {
                count(length);
                scan.bytes(buffer, length);
                length = in.read(buffer);
            }
        }
        if (!scan.merged().isEmpty()) {
            merged.put(name, scan.merged());
        }
    }

    private void count(int bytes) {
        inflated += bytes;
        count(inflated, stored, meter.limits());
        meter.tick();
    }

    static void count(long inflated, long stored, Limits limits) {
        boolean bomb = inflated > JUDGED_FROM && inflated / Math.max(1, stored) > limits.ratio();
        if (bomb || inflated > limits.inflatedBytes()) {
            throw new UnreadableBook("book.zip-bomb", (limits.inflatedBytes() >> 20) + " MB");
        }
    }
}
