package org.mingzhang.command.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A sheet whose heads are understood, with the rows below them. */
final class HeadedSheet {
    private final SheetKind kind;
    private final String name;
    private final List<ExaminedSheet.Head> heads;
    private final List<Row> rows;
    private final List<Problem> problems;
    private final boolean clear;
    private List<String> missing = List.of();

    HeadedSheet(
            SheetKind kind,
            String name,
            List<ExaminedSheet.Head> heads,
            List<Row> rows,
            List<Problem> problems,
            boolean clear) {
        this.kind = kind;
        this.name = name;
        this.heads = heads;
        this.rows = rows;
        this.problems = new ArrayList<>(problems);
        this.clear = clear;
    }

    SheetKind kind() {
        return kind;
    }

    List<Row> rows() {
        return rows;
    }

    /** Whether the rows mean something: a sheet whose heads are not clear is not read further. */
    boolean readable() {
        return clear;
    }

    void note(String rule, String text) {
        problems.add(Problem.at(new Place(kind, 0, ""), rule, text));
    }

    /** Remembers what the budget has and these keys are not. */
    void misses(List<String> known, Set<String> there) {
        missing = known.stream().filter(key -> !there.contains(key)).collect(Collectors.toList());
    }

    ExaminedSheet examined() {
        return new ExaminedSheet(
                kind, name, heads, rows.stream().map(Row::examined).toList(), problems, missing);
    }
}
