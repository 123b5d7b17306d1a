package org.mingzhang.command.intake.book;

/** Counts rows and time of one reading and stops it at its limits. */
final class Meter {
    /** Of all cells together; some times what the largest budget has. */
    private static final int MOST_CELLS = 3_000_000;

    private static final long MOST_CHARACTERS = 64L << 20;

    private final Limits limits;
    private final Progress progress;
    private final long deadline;
    private int rows;
    private int cells;
    private long characters;

    Meter(Limits limits, Progress progress) {
        this.limits = limits;
        this.progress = progress;
        this.deadline = System.nanoTime() + limits.time().toNanos();
    }

    Limits limits() {
        return limits;
    }

    void row() {
        rows++;
        if (rows > limits.rows()) {
            throw new UnreadableBook("book.too-many-rows", Integer.toString(limits.rows()));
        }
        progress.rows(rows);
        tick();
    }

    RawCell kept(RawCell cell) {
        cells++;
        characters += cell.text().length();
        if (cells > MOST_CELLS || characters > MOST_CHARACTERS) {
            throw new UnreadableBook("book.too-many-cells", Integer.toString(MOST_CELLS));
        }
        return cell;
    }

    void tick() {
        if (System.nanoTime() > deadline) {
            throw new UnreadableBook(
                    "book.too-slow", Long.toString(limits.time().toSeconds()));
        }
    }

    String fits(String text, String where) {
        if (text.length() > limits.cellCharacters()) {
            throw new UnreadableBook("book.cell-too-long", where);
        }
        return text;
    }
}
