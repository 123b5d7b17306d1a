package org.mingzhang.command.intake.book;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The entries of a ZIP, as the library sees them that the reader of the cells uses too; refused before anything is
 * inflated if there are too many, if one is there twice, or if one is stored in an uncommon way.
 */
final class ZipEntries {

    private ZipEntries() {}

    /** Counts the entries before the library makes an object of each. */
    static ZipFile open(byte[] content, Limits limits) throws IOException {
        int found = 0;
        for (int at = 0; at + 4 <= content.length; at++) {
            if (content[at] == 'P' && content[at + 1] == 'K' && content[at + 2] == 1 && content[at + 3] == 2) {
                found++;
            }
        }
        refuseTooMany(found, limits);
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get();
    }

    static List<ZipArchiveEntry> of(ZipFile zip, Limits limits) {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        refuseTooMany(entries.size(), limits);
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new UnreadableBook("book.encrypted", name(entry));
            }
            boolean common =
                    entry.getMethod() == ZipArchiveEntry.STORED || entry.getMethod() == ZipArchiveEntry.DEFLATED;
            if (!common || name(entry).contains("..") || !names.add(name(entry).toLowerCase(Locale.ROOT))) {
                throw new UnreadableBook("book.unreadable", name(entry));
            }
        }
        return entries;
    }

    /** Spreadsheets write UTF-8; the archiver of a Chinese Windows writes GB18030 and does not say so. */
    static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        if (raw == null || entry.getGeneralPurposeBit().usesUTF8ForNames()) {
            return entry.getName();
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw));
            return entry.getName();
        } catch (CharacterCodingException e) {
            return new String(raw, Charset.forName("GB18030"));
        }
    }

    private static void refuseTooMany(int entries, Limits limits) {
        if (entries > limits.entries()) {
            throw new UnreadableBook("book.too-many-entries", Integer.toString(entries));
        }
    }
}
