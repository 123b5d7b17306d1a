package org.mingzhang.command.intake.book;

/**
 * One cell as it stands in the file.
 *
 * @param text of a number in plain decimal notation with the fifteen digits that a spreadsheet keeps; of a truth value 是
 *     or 否; of a formula the formula
 */
public record RawCell(Kind kind, String text) {
    public static final RawCell EMPTY = new RawCell(Kind.EMPTY, "");

    /** What was stored. */
    public enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        TRUTH,
        FORMULA,
        /** An error such as #N/A, or a number that is none. */
        FAULT
    }
}
