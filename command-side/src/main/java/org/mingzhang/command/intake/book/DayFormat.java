package org.mingzhang.command.intake.book;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;

/**
 * Tells days from numbers: a spreadsheet stores a day as a number and says in its format alone that it is one. Read as
 * a number, the first day of 2025 would be an amount of 45,658.
 */
final class DayFormat {
    /** What a format prints as it stands, its colours and conditions, and escaped characters. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");

    private static final Pattern DAY_OR_TIME = Pattern.compile("[ydhs]|m{1,5}");

    /** 31 December 9999, the last day that spreadsheets know. */
    private static final double LAST = 2_958_465;

    private DayFormat() {}

    /** The day, ISO, when the cell is one; empty when it is a number. */
    static Optional<String> of(Cell cell, double number) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        boolean day = id != null && (built(id) || (format != null && isDay(format)));
        return day && number >= 0 && number <= LAST
                ? Optional.of(cell.asDate().toLocalDate().toString())
                : Optional.empty();
    }

    /** Formats that every spreadsheet has without writing them down: days and times, and those of East Asia. */
    private static boolean built(int id) {
        return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    }

    private static boolean isDay(String format) {
        String marks = LITERAL.matcher(format).replaceAll("").replaceAll("(?i)general", "");
        return DAY_OR_TIME.matcher(marks.toLowerCase(Locale.ROOT)).find();
    }
}
