package org.mingzhang.command.intake.book;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A file of CSV as a sheet: UTF-8, or else GB18030, as spreadsheets in China write it; each strictly. */
final class CsvSheets {
    private static final char[] SEPARATORS = {',', ';', '\t'};

    private final Meter meter;
    private final Texts texts = new Texts();

    CsvSheets(Meter meter) {
        this.meter = meter;
    }

    RawSheet read(String name, byte[] content) throws IOException {
        String text = decoded(name, content);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreEmptyLines(true)
                .get();
        List<RawRow> rows = new ArrayList<>();
        long line = 0;
        try (CSVParser parser = format.parse(new StringReader(text))) {
            for (CSVRecord record : parser) {
                List<RawCell> cells = cells(record, name + " " + (line + 1));
                if (!cells.isEmpty()) {
                    rows.add(new RawRow((int) line + 1, cells));
                    meter.row();
                }
                line = parser.getCurrentLineNumber();
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new UnreadableBook("book.csv", name + " " + (line + 1));
        }
        return new RawSheet(sheet(name), rows, List.of());
    }

    private List<RawCell> cells(CSVRecord record, String where) {
        if (record.size() > meter.limits().columns()) {
            throw new UnreadableBook("book.too-many-columns", where);
        }
        List<RawCell> cells = new ArrayList<>();
        boolean blank = true;
        for (String value : record) {
            String text = meter.fits(value, where);
            blank &= text.isBlank();
            cells.add(text.isBlank() ? RawCell.EMPTY : texts.cell(RawCell.Kind.TEXT, text));
        }
        return blank ? List.of() : cells;
    }

    private static String decoded(String name, byte[] content) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(content))
                        .toString();
                if (text.indexOf('\0') >= 0) {
                    throw new UnreadableBook("book.unreadable", name);
                }
                return text.startsWith("\ufeff") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                // Then it is not this one.
            }
        }
        throw new UnreadableBook("book.encoding", name);
    }

    /** The one that the first line has most of; a comma when it has none. */
    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        char best = SEPARATORS[0];
        long most = 0;
        for (char separator : SEPARATORS) {
            long found = first.chars().filter(c -> c == separator).count();
            if (found > most) {
                best = separator;
                most = found;
            }
        }
        return best;
    }

    /** The name of the file without its folders and its ending. */
    private static String sheet(String name) {
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
