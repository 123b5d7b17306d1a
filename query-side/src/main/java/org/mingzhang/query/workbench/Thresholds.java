package org.mingzhang.query.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** From where on something is flagged, as the file {@code flags.tsv} says it; a file that is not as it should be stops the start. */
record Thresholds(List<Row> rows) {
    private static final String FILE = "flags.tsv";
    private static final List<String> HEAD = List.of("flag", "threshold", "value", "meaning");
    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

    /** What has to be there, and nothing else. */
    private static final Set<String> KNOWN = Set.of(
            "split days",
            "split documents",
            "back days",
            "back percent",
            "year-end from",
            "year-end documents",
            "year-end percent",
            "reason days",
            "reason documents",
            "pair documents");

    Thresholds {
        rows = List.copyOf(rows);
        Set<String> names = new HashSet<>();
        for (Row row : rows) {
            if (!KNOWN.contains(row.key()) || !names.add(row.key())) {
                throw new IllegalStateException(FILE + ": " + row.key() + " is not known or stands there twice");
            }
            row.check();
        }
        if (!names.equals(KNOWN)) {
            throw new IllegalStateException(FILE + " has " + names + ", and it takes " + KNOWN);
        }
    }

    /** One of them, as it is shown. */
    public record Row(String flag, String threshold, String value, String meaning) {
        String key() {
            return flag + " " + threshold;
        }

        private void check() {
            boolean good = threshold.equals("from")
                    ? value.matches("(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])")
                    : value.matches("[1-9]\\d{0,3}");
            if (!good) {
                throw new IllegalStateException(FILE + ": " + key() + " is not written so: " + value);
            }
        }
    }

    static Thresholds shipped() {
        try (InputStream in = Thresholds.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Thresholds read(String text) {
        List<String> lines = text.lines().filter(line -> !line.startsWith("#")).toList();
        if (lines.isEmpty() || !List.of(lines.getFirst().split("\t", -1)).equals(HEAD)) {
            throw new IllegalStateException(FILE + " does not begin with " + HEAD);
        }
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (cells.length != HEAD.size()) {
                throw new IllegalStateException(FILE + ": a line has " + cells.length + " cells: " + line);
            }
            rows.add(new Row(cells[0], cells[1], cells[2], cells[3]));
        }
        return new Thresholds(rows);
    }

    int count(FlagKind flag, String threshold) {
        return Integer.parseInt(value(flag, threshold));
    }

    LocalDate day(FlagKind flag, String threshold, int year) {
        return MonthDay.parse(value(flag, threshold), MONTH_AND_DAY).atYear(year);
    }

    private String value(FlagKind flag, String threshold) {
        return rows.stream()
                .filter(row -> row.key().equals(flag.word() + " " + threshold))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
