package org.mingzhang.kernel.codes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the shipped catalogues: UTF-8, a head row, quotes only around cells that need them.
 *
 * <p>Our own few lines because this module may use nothing but the JDK, and the files are ours; foreign CSV is read by a
 * library elsewhere.
 */
final class CsvRows {
    private CsvRows() {}

    /** One row, its cells named by the head. */
    record Row(List<String> head, List<String> cells, String file) {
        String text(String column) {
            int index = head.indexOf(column);
            if (index < 0) {
                throw new IllegalStateException(file + " has no column " + column);
            }
            return index < cells.size() ? cells.get(index) : "";
        }

        /** A year; the mark {@code ?} of a doubtful one is dropped, since such rows have certainty C anyway. */
        int year(String column, int otherwise) {
            String text = text(column).replace("?", "");
            return text.isEmpty() ? otherwise : Integer.parseInt(text);
        }

        char certainty() {
            return text("certainty").charAt(0);
        }
    }

    static List<Row> read(String file) {
        List<String> lines = lines(file);
        List<String> head = cells(lines.getFirst());
        return lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> new Row(head, cells(line), file))
                .toList();
    }

    private static List<String> lines(String file) {
        try (InputStream in = CsvRows.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing data file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
