package org.mingzhang.query.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.export.GridFile;
import org.mingzhang.query.export.GridFormat;

/** The lines behind a cell as a file: exact amounts, every code with its name, the events that moved them. */
final class CellLines {
    private CellLines() {}

    static GridFile<Explanation.Line> file(String subject, List<Explanation.Line> lines, GridFormat format) {
        List<GridColumn<Explanation.Line>> columns = new ArrayList<>();
        columns.add(GridColumn.code("explain.line", Explanation.Line::line));
        columns.add(GridColumn.money("line.amount", line -> new Amount(line.fen())));
        dimensions(lines)
                .forEach(dimension ->
                        columns.add(GridColumn.text("explain.dimension." + dimension, line -> coded(line, dimension))));
        columns.add(GridColumn.text(
                "explain.line-events",
                line -> line.events().stream().map(Object::toString).collect(Collectors.joining(" "))));
        return new Grid<>("explain.lines", columns).file(subject, lines, format);
    }

    private static List<String> dimensions(List<Explanation.Line> lines) {
        return lines.stream()
                .limit(1)
                .flatMap(line -> line.codes().stream())
                .map(Explanation.Coded::dimension)
                .toList();
    }

    private static String coded(Explanation.Line line, String dimension) {
        return line.codes().stream()
                .filter(coded -> coded.dimension().equals(dimension))
                .map(coded -> isOfCatalogue(coded) ? coded.code() + " " + coded.name() : coded.name())
                .collect(Collectors.joining(" "));
    }

    /** What stands for one of a closed choice is no code that anybody knows. */
    private static boolean isOfCatalogue(Explanation.Coded coded) {
        return !coded.code().equals(coded.name())
                && coded.code().chars().limit(1).allMatch(Character::isDigit);
    }
}
