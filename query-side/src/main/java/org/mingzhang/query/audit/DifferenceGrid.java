package org.mingzhang.query.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.audit.Difference.Cell;
import org.mingzhang.query.audit.Difference.Movement;
import org.mingzhang.query.audit.Explanation.Step;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridCell;
import org.mingzhang.query.export.GridColumn;

/** A difference as one list: its cells, then its targets, then its states. */
final class DifferenceGrid {
    private static final int MONEY = 16;

    static final Grid<Row> GRID = new Grid<>(
            "diff.title",
            List.of(
                    GridColumn.words("diff.part", Row::part),
                    GridColumn.code("impact.of-table", Row::table),
                    GridColumn.code("diff.row-key", Row::rowKey),
                    GridColumn.text("impact.row", Row::row),
                    GridColumn.code("diff.column-key", Row::columnKey),
                    GridColumn.text("impact.column", Row::column),
                    GridColumn.words("diff.standing", Row::standing),
                    value("diff.from", Row::from),
                    value("diff.to", Row::to),
                    value("diff.delta", Row::delta),
                    GridColumn.text("diff.events", Row::events),
                    GridColumn.text("diff.documents", Row::documents)));

    private DifferenceGrid() {}

    /** @param from an amount, words, or the key of words of the site */
    record Row(
            String part,
            String table,
            String rowKey,
            String row,
            String columnKey,
            String column,
            String standing,
            GridCell from,
            GridCell to,
            GridCell delta,
            String events,
            String documents) {}

    private static GridColumn<Row> value(String head, Function<Row, GridCell> cell) {
        return new GridColumn<>(head, MONEY, cell);
    }

    /** Each is made when it is written: there are as many as cells of all tables. */
    static Iterable<Row> rows(Difference difference) {
        Map<Long, Step> steps =
                difference.events().stream().collect(Collectors.toMap(Step::position, Function.identity()));
        return () -> Stream.concat(
                        difference.cells().stream().map(cell -> cell(cell, steps)),
                        Stream.concat(
                                difference.targets().stream()
                                        .flatMap(targets ->
                                                targets.indicators().stream().map(one -> target(targets, one, steps))),
                                difference.states().stream().map(state -> state(state, steps))))
                .iterator();
    }

    private static Row cell(Cell cell, Map<Long, Step> steps) {
        List<Long> events = cell.events().stream().map(Movement::position).toList();
        return new Row(
                "diff.cells",
                Integer.toString(cell.table()),
                cell.row().key(),
                cell.row().name(),
                cell.column().key(),
                cell.column().name(),
                "diff.standing." + cell.standing(),
                value(cell.fromFen(), cell.from()),
                value(cell.toFen(), cell.to()),
                value(cell.deltaFen(), ""),
                told(cell),
                documents(events, steps));
    }

    private static GridCell value(Optional<Long> fen, String words) {
        return fen.<GridCell>map(amount -> new GridCell.Money(new Amount(amount)))
                .orElseGet(() -> new GridCell.Text(words));
    }

    /** Positions, with what each adds. */
    private static String told(Cell cell) {
        String listed = cell.events().stream()
                .map(event -> event.position()
                        + (event.text().isEmpty() ? "" : " (" + yuan(event.fen().orElse(0L)) + ")"))
                .collect(Collectors.joining("; "));
        return cell.earlier()
                .map(earlier -> listed + "; +" + earlier.events() + " (" + yuan(earlier.fen()) + ")")
                .orElse(listed);
    }

    private static String yuan(long fen) {
        return ToldDifference.signed(AmountUnit.YUAN, new Amount(fen));
    }

    private static String positions(List<Long> events) {
        return events.stream().map(Object::toString).collect(Collectors.joining("; "));
    }

    private static String documents(List<Long> events, Map<Long, Step> steps) {
        return events.stream()
                .map(steps::get)
                .filter(Objects::nonNull)
                .flatMap(step -> step.document().stream())
                .map(Explanation.Document::number)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static Row target(Difference.Targets targets, Difference.Indicator one, Map<Long, Step> steps) {
        return new Row(
                "diff.targets",
                "",
                targets.project(),
                targets.name(),
                one.level(),
                one.name(),
                one.from().isEmpty()
                        ? "diff.standing.appeared"
                        : one.to().isEmpty() ? "diff.standing.vanished" : "diff.standing.both",
                new GridCell.Text(one.from()),
                new GridCell.Text(one.to()),
                new GridCell.Text(""),
                positions(targets.events()),
                documents(targets.events(), steps));
    }

    private static Row state(Difference.State state, Map<Long, Step> steps) {
        return new Row(
                "diff.states",
                "",
                state.subject(),
                "",
                state.kind(),
                "",
                "diff.standing.both",
                new GridCell.Words(state.fromWords()),
                new GridCell.Words(state.toWords()),
                new GridCell.Text(""),
                positions(state.events()),
                documents(state.events(), steps));
    }
}
