package org.mingzhang.command.attachments;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Tells the packages apart by the names in their directory; nothing is inflated. */
final class PackageScan {
    private static final int MOST_ENTRIES = 10_000;
    private static final List<String> PROGRAMS =
            List.of("vbaproject.bin", ".exe", ".dll", ".js", ".vbs", ".bat", ".ps1", ".jar", ".html", ".htm");

    private PackageScan() {}

    static FileType typeOf(byte[] content) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            List<String> names = Collections.list(zip.getEntries()).stream()
                    .limit(MOST_ENTRIES)
                    .map(ZipArchiveEntry::getName)
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList();
            if (names.stream().anyMatch(PackageScan::isActive)) {
                return FileType.ACTIVE;
            }
            return named(names);
        } catch (IOException | RuntimeException e) {
            return FileType.ZIP; // what the library cannot open, no office program will
        }
    }

    private static boolean isActive(String name) {
        return PROGRAMS.stream().anyMatch(name::endsWith)
                || name.contains("/macrosheets/")
                || name.contains("/activex/");
    }

    private static FileType named(List<String> names) {
        if (names.contains("ofd.xml")) {
            return FileType.OFD;
        }
        if (!names.contains("[content_types].xml")) {
            return FileType.ZIP;
        }
        if (names.contains("word/document.xml")) {
            return FileType.DOCX;
        }
        return names.contains("xl/workbook.xml") ? FileType.XLSX : FileType.ZIP;
    }
}
