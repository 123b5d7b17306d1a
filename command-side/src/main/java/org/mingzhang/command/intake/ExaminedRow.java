package org.mingzhang.command.intake;

import java.util.List;
import java.util.Map;

/**
 * A row with its verdict.
 *
 * @param key what it is recognised by; empty when that cannot be read
 * @param cells texts by field
 */
public record ExaminedRow(
        SheetKind sheet, int number, String key, Verdict verdict, Map<String, String> cells, List<Problem> problems) {
    public ExaminedRow {
        problems = List.copyOf(problems);
    }

    /** What is wrong with one cell; with an empty field, with the row as a whole. */
    public List<Problem> problemsOf(String field) {
        return problems.stream()
                .filter(problem -> problem.place().orElseThrow().field().equals(field))
                .toList();
    }
}
