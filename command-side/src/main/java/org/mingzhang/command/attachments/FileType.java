package org.mingzhang.command.attachments;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What a file is by its first bytes, or by what a package has in it. */
enum FileType {
    PDF("application/pdf", "pdf"),
    OFD("application/ofd", "ofd"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    TIFF("image/tiff", "tif", "tiff"),
    BMP("image/bmp", "bmp"),
    /** A package with macros or other programs in it, or a page with scripts. */
    ACTIVE("application/x-active-content"),
    HTML("text/html"),
    SVG("image/svg+xml"),
    ZIP("application/zip"),
    OLD_OFFICE("application/x-ole-storage"),
    PROGRAM("application/x-executable"),
    OTHER("application/octet-stream");

    private static final int LOOKED_AT = 4_096;

    private final String mediaType;
    private final Set<String> endings;

    FileType(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = Set.of(endings);
    }

    String mediaType() {
        return mediaType;
    }

    /** How the names of such files end. */
    Set<String> endings() {
        return endings;
    }

    boolean taken() {
        return !endings.isEmpty();
    }

    static FileType of(byte[] content) {
        if (begins(content, "%PDF-")) {
            return PdfScan.isActive(content) ? ACTIVE : PDF;
        }
        if (begins(content, "PK\003\004")) {
            return PackageScan.typeOf(content);
        }
        if (begins(content, "\u0089PNG\r\n\032\n")) {
            return PNG;
        }
        if (begins(content, "\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (begins(content, "II*\0") || begins(content, "MM\0*")) {
            return TIFF;
        }
        return begins(content, "BM") && content.length > 26 && sizeOfBitmap(content) == content.length
                ? BMP
                : untaken(content);
    }

    /** Only so that the refusal can say what it is. */
    private static FileType untaken(byte[] content) {
        if (begins(content, "\u00d0\u00cf\021\u00e0")) {
            return OLD_OFFICE;
        }
        if (begins(content, "MZ") || begins(content, "\177ELF")) {
            return PROGRAM;
        }
        String text = new String(content, 0, Math.min(LOOKED_AT, content.length), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        if (text.contains("<svg")) {
            return SVG;
        }
        return text.contains("<html") || text.contains("<!doctype html") || text.contains("<script") ? HTML : OTHER;
    }

    private static long sizeOfBitmap(byte[] content) {
        return Byte.toUnsignedLong(content[2])
                | Byte.toUnsignedLong(content[3]) << 8
                | Byte.toUnsignedLong(content[4]) << 16
                | Byte.toUnsignedLong(content[5]) << 24;
    }

    private static boolean begins(byte[] content, String magic) {
        byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (content.length < bytes.length) {
            return false;
        }
        for (int at = 0; at < bytes.length; at++) {
            if (content[at] != bytes[at]) {
                return false;
            }
        }
        return true;
    }
}
