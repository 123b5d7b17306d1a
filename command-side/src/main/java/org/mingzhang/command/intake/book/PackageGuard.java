package org.mingzhang.command.intake.book;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Inflates every entry of a workbook once, before it is read, and lets {@link XmlScan} look at each part. */
final class PackageGuard {
    private final ZipFile zip;
    private final Meter meter;
    private final Inflation inflation;
    private final Map<String, List<String>> merged = new HashMap<>();
    private long strings;
    private long formats;
    private long highestIndex = -1;

    PackageGuard(ZipFile zip, long fileBytes, Meter meter) {
        this.zip = zip;
        this.meter = meter;
        this.inflation = new Inflation(zip, fileBytes, meter);
    }

    /** Looks at everything; answers the merged ranges by the name of the part in small letters. */
    Map<String, List<String>> check() throws IOException {
        for (ZipArchiveEntry entry : ZipEntries.of(zip, meter.limits())) {
            String name = entry.getName().toLowerCase(Locale.ROOT);
            refuse("/" + name, entry.getName());
            look(entry, name);
        }
        // The reader of the cells would add strings for ever, looking for one that is not there.
        if (highestIndex >= strings) {
            throw new UnreadableBook("book.unreadable", "sharedStrings");
        }
        return merged;
    }

    /** Whether any cell, told by {@link #check()}, asks for a shared string. */
    boolean asksForStrings() {
        return highestIndex >= 0;
    }

    /** Whether any part tells of formats. */
    boolean tellsFormats() {
        return formats > 0;
    }

    private static void refuse(String name, String shown) {
        if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/")) {
            throw new UnreadableBook("book.macros", shown);
        }
        if (name.contains("/externallinks/") || name.contains("/querytables/") || name.endsWith("/connections.xml")) {
            throw new UnreadableBook("book.external-reference", shown);
        }
        if (name.contains("/embeddings/") || name.contains("/activex/") || name.contains("/ctrlprops/")) {
            throw new UnreadableBook("book.embedded-object", shown);
        }
    }

    private void look(ZipArchiveEntry entry, String name) throws IOException {
        PartRules rules = new PartRules(entry.getName(), meter.limits());
        inflation.of(entry, new XmlScan(entry.getName(), rules)::bytes);
        strings += rules.strings();
        formats += rules.formats();
        highestIndex = Math.max(highestIndex, rules.highestIndex());
        if (!rules.merged().isEmpty()) {
            merged.put(name, rules.merged());
        }
    }
}
