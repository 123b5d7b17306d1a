package org.mingzhang.command.intake.book;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Reads what was sent: one XLSX, one ZIP of CSV files, or some CSV files; told apart by what is in them. A file that
 * is no archive is a CSV only where its name does not say that it is something else.
 *
 * <p>Whatever is wrong with a file comes out as {@link UnreadableBook}, also what the libraries throw at damaged ones.
 */
public final class BookReader {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final Set<String> NO_TEXTS = Set.of(
            "xls", "xlsx", "xlsm", "xlsb", "et", "ods", "zip", "doc", "docx", "wps", "pdf", "htm", "html", "exe");
    private static final byte[] OLD_OFFICE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private final Limits limits;

    public BookReader(Limits limits) {
        this.limits = limits;
    }

    public RawBook read(List<UploadedFile> files, Progress progress) {
        Meter meter = new Meter(limits, progress);
        long bytes = files.stream().mapToLong(file -> file.content().length).sum();
        if (bytes == 0) {
            throw new UnreadableBook("book.empty", "");
        }
        if (bytes > limits.fileBytes()) {
            throw new UnreadableBook("book.too-large", (limits.fileBytes() >> 20) + " MB");
        }
        List<RawSheet> sheets = new ArrayList<>();
        for (UploadedFile file : files) {
            if (file.content().length > 0) {
                sheets.addAll(read(file, meter));
            }
        }
        if (sheets.stream().allMatch(sheet -> sheet.rows().isEmpty())) {
            throw new UnreadableBook("book.empty", "");
        }
        return new RawBook(sheets);
    }

    private static List<RawSheet> read(UploadedFile file, Meter meter) {
        try {
            if (begins(file, OLD_OFFICE)) {
                throw new UnreadableBook("book.old-format", file.name());
            }
            if (begins(file, ZIP)) {
                return zipped(file, meter);
            }
            if (isNoText(file.name())) {
                throw new UnreadableBook("book.unreadable", file.name());
            }
            return List.of(new CsvSheets(meter).read(file.name(), file.content()));
        } catch (UnreadableBook e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableBook("book.unreadable", file.name());
        }
    }

    private static List<RawSheet> zipped(UploadedFile file, Meter meter) throws IOException {
        try (ZipFile zip = ZipEntries.open(file.content(), meter.limits())) {
            if (zip.getEntry("[Content_Types].xml") == null) {
                return csvs(zip, file.content().length, meter);
            }
        }
        return new XlsxSheets(meter).read(file.content());
    }

    private static List<RawSheet> csvs(ZipFile zip, long fileBytes, Meter meter) throws IOException {
        List<RawSheet> sheets = new ArrayList<>();
        Inflation inflation = new Inflation(zip, fileBytes, meter);
        for (ZipArchiveEntry entry : ZipEntries.of(zip, meter.limits())) {
            String name = ZipEntries.name(entry);
            if (!name.toLowerCase(Locale.ROOT).endsWith(".csv") || name.contains("__MACOSX")) {
                continue;
            }
            sheets.add(new CsvSheets(meter).read(name, content(inflation, entry, meter.limits())));
        }
        if (sheets.isEmpty()) {
            throw new UnreadableBook("book.no-sheet", "");
        }
        return sheets;
    }

    /** One file of CSV is in memory as a whole, so unpacked it may be no larger than what is sent as it is. */
    private static byte[] content(Inflation inflation, ZipArchiveEntry entry, Limits limits) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        inflation.of(entry, (buffer, length) -> {
            if (content.size() + (long) length > limits.fileBytes()) {
                throw new UnreadableBook("book.too-large", (limits.fileBytes() >> 20) + " MB");
            }
            content.write(buffer, 0, length);
        });
        return content.toByteArray();
    }

    /** What calls itself a workbook, a page or a program and is no archive, is not read as a CSV that it never was. */
    private static boolean isNoText(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && NO_TEXTS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static boolean begins(UploadedFile file, byte[] magic) {
        byte[] content = file.content();
        return content.length >= magic.length && Arrays.equals(magic, Arrays.copyOf(content, magic.length));
    }
}
