package org.mingzhang.command.intake.book;

/** Counts rows and time of one reading and stops it at its limits. */
final class Meter {
    private final Limits limits;
    private final Progress progress;
    private final long deadline;
    private int rows;

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
