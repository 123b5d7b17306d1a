package org.mingzhang.command.intake.book;

import java.time.Duration;

/**
 * How much a file may hold before it is refused.
 *
 * @param fileBytes of everything that is sent in one go
 * @param inflatedBytes of everything in a ZIP, counted while inflating
 * @param ratio inflated to stored, judged above one megabyte
 * @param entries of a ZIP
 * @param rows with something in them, over all sheets
 * @param columns of a sheet
 * @param cellCharacters of one cell
 * @param time for reading it
 */
public record Limits(
        long fileBytes,
        long inflatedBytes,
        int ratio,
        int entries,
        int rows,
        int columns,
        int cellCharacters,
        Duration time) {
    /** Some times what the largest department needs; fits into half a gigabyte of memory. */
    public static Limits usual() {
        return new Limits(64L << 20, 256L << 20, 200, 2_000, 200_000, 100, 10_000, Duration.ofMinutes(2));
    }
}
