package org.mingzhang.command.intake.book;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
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
        Charset charset = charset(name, content);
        char separator = separator(content, charset);
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        List<RawRow> rows = new ArrayList<>();
        long line = 0;
        try (Reader reader = new RecordGuard(reader(content, charset), name, separator, meter.limits());
                CSVParser parser = format.parse(reader)) {
            for (CSVRecord record : parser) {
                List<RawCell> cells = cells(record, name + " " + (line + 1));
                meter.tick();
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

    /** Up to the last text that is not blank. */
    private List<RawCell> cells(CSVRecord record, String where) {
        List<RawCell> cells = new ArrayList<>();
        int column = 0;
        for (String value : record) {
            column++;
            if (value.isBlank()) {
                continue;
            }
            if (column > meter.limits().columns()) {
                throw new UnreadableBook("book.too-many-columns", where);
            }
            while (cells.size() < column - 1) {
                cells.add(RawCell.EMPTY);
            }
            cells.add(meter.kept(texts.cell(RawCell.Kind.TEXT, meter.fits(value, where))));
        }
        return cells;
    }

    private static Charset charset(String name, byte[] content) throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try (Reader reader = reader(content, charset)) {
                char[] buffer = new char[1 << 13];
                for (int length = reader.read(buffer); length >= 0; length = reader.read(buffer)) {
                    refuseNul(name, buffer, length);
                }
                return charset;
            } catch (CharacterCodingException e) {
                // Then it is not this one.
            }
        }
        throw new UnreadableBook("book.encoding", name);
    }

    private static void refuseNul(String name, char[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            if (buffer[i] == 0) {
                throw new UnreadableBook("book.unreadable", name);
            }
        }
    }

    /** Strict, and behind the mark that says it is UTF-8. */
    private static Reader reader(byte[] content, Charset charset) throws IOException {
        PushbackReader reader = new PushbackReader(new InputStreamReader(
                new ByteArrayInputStream(content),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        int first = reader.read();
        if (first >= 0 && first != '\ufeff') {
            reader.unread(first);
        }
        return reader;
    }

    /** The one that the first line has most of; a comma when it has none. */
    private static char separator(byte[] content, Charset charset) throws IOException {
        int[] found = new int[SEPARATORS.length];
        try (Reader reader = new BufferedReader(reader(content, charset))) {
            for (int c = reader.read(); c >= 0 && c != '\n' && c != '\r'; c = reader.read()) {
                for (int i = 0; i < SEPARATORS.length; i++) {
                    found[i] += c == SEPARATORS[i] ? 1 : 0;
                }
            }
        }
        int best = 0;
        for (int i = 1; i < SEPARATORS.length; i++) {
            best = found[i] > found[best] ? i : best;
        }
        return SEPARATORS[best];
    }

    /** The name of the file without its folders and its ending. */
    private static String sheet(String name) {
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
