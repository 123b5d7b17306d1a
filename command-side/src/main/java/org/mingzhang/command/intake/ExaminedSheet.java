package org.mingzhang.command.intake;

import java.util.List;
import java.util.Optional;

/**
 * A sheet that was read.
 *
 * @param name as the file calls it
 * @param heads from left to right
 * @param problems with the sheet as a whole
 * @param missing keys of what the budget has and the sheet has not; it stays as it is
 */
public record ExaminedSheet(
        SheetKind kind,
        String name,
        List<Head> heads,
        List<ExaminedRow> rows,
        List<Problem> problems,
        List<String> missing) {
    public ExaminedSheet {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
        missing = List.copyOf(missing);
    }

    /**
     * A head and what became of its column.
     *
     * @param own whether the head is the sheet's own, so that there is nothing to choose
     * @param field empty when it is not known or not to be read
     */
    public record Head(String text, boolean own, Optional<String> field, boolean ignored) {}

    public long count(Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }
}
