package org.mingzhang.query.counterfactual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.query.counterfactual.CounterfactualView.Result;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridCell;
import org.mingzhang.query.export.GridColumn;

/** Everything that was found as one sheet; each of its rows says that it is no fact, so that none can be cut loose from it. */
final class CounterfactualGrid {
    static final Grid<Row> GRID = new Grid<>(
            "counterfactual.sheet",
            List.of(
                    new GridColumn<>(
                            "counterfactual.watermark", 34, row -> new GridCell.Words("counterfactual.watermark")),
                    GridColumn.words("counterfactual.part", row -> "counterfactual.part." + row.part),
                    GridColumn.text("counterfactual.where", Row::where),
                    GridColumn.text("counterfactual.what", Row::what),
                    GridColumn.text("counterfactual.old", Row::before),
                    GridColumn.text("counterfactual.new", Row::after),
                    amount("counterfactual.old-yuan", Row::beforeFen),
                    amount("counterfactual.new-yuan", Row::afterFen),
                    amount("counterfactual.difference", Row::differenceFen),
                    GridColumn.text("counterfactual.why", Row::why)));

    private CounterfactualGrid() {}

    private interface Fen {
        @Nullable
        Long of(Row row);
    }

    /** @param part the key of its words, such as {@code cell} */
    record Row(
            String part,
            String where,
            String what,
            String before,
            String after,
            @Nullable Long beforeFen,
            @Nullable Long afterFen,
            @Nullable Long differenceFen,
            String why) {
        static Row words(String part, String where, String what, String before, String after, String why) {
            return new Row(part, where, what, before, after, null, null, null, why);
        }

        static Row money(String part, String where, String what, @Nullable Long before, @Nullable Long after) {
            Long difference = before == null || after == null ? null : Long.valueOf(after - before);
            return new Row(part, where, what, "", "", before, after, difference, "");
        }
    }

    private static GridColumn<Row> amount(String head, Fen fen) {
        return new GridColumn<>(
                head,
                16,
                row -> Optional.ofNullable(fen.of(row))
                        .<GridCell>map(found -> new GridCell.Money(new Amount(found)))
                        .orElseGet(() -> new GridCell.Text("")));
    }

    /** What is said of all of it, and then the cells, targets and lines, each made when it is written. */
    static Iterable<Row> rows(CounterfactualView view) {
        List<Row> first = new ArrayList<>();
        first.add(Row.words(
                "without",
                view.budget(),
                view.without().stream().map(Object::toString).collect(Collectors.joining("、")),
                "",
                "",
                Long.toString(view.position())));
        first.add(Row.words("not-decided", "", view.notDecided(), "", "", ""));
        Result result = view.result();
        if (result == null) {
            return first;
        }
        documents(first, result);
        return () -> Stream.concat(first.stream(), figures(result)).iterator();
    }

    private static Stream<Row> figures(Result result) {
        return Stream.concat(
                result.cells().stream().map(CounterfactualGrid::cell),
                Stream.concat(
                        result.targets().stream()
                                .map(one -> Row.words(
                                        "target",
                                        (one.project() + " " + one.name()).strip(),
                                        one.indicator(),
                                        one.before(),
                                        one.after(),
                                        "")),
                        result.lines().stream()
                                .map(one ->
                                        Row.money("line", one.line(), one.stage(), one.recordedFen(), one.thenFen()))));
    }

    private static void documents(List<Row> rows, Result result) {
        result.withoutEffect()
                .forEach((number, status) ->
                        rows.add(Row.words("no-effect", "", Integer.toString(number), status, "", "")));
        result.elsewhere().forEach(document -> rows.add(Row.words("elsewhere", document, "", "", "", "")));
        result.undecided()
                .forEach(one -> rows.add(Row.words("undecided", one.budget() + " " + one.number(), "", "", "", "")));
        if (result.undecidedElsewhere() > 0) {
            rows.add(Row.words("undecided", "", Integer.toString(result.undecidedElsewhere()), "", "", ""));
        }
        rows.add(Row.words("rate", "", "", result.recordedRate() + "%", result.thenRate() + "%", ""));
        result.stopped().forEach(stop -> rows.add(stopped(stop)));
        result.fallen()
                .forEach(one -> rows.add(Row.words(
                        "fallen",
                        one.budget() + " " + one.number(),
                        one.day(),
                        "",
                        "",
                        Integer.toString(one.takesBack()))));
        result.limits()
                .forEach(one -> rows.add(Row.words(
                        "limit",
                        one.budget() + " " + one.number(),
                        (one.rule() + " " + one.subject()).strip(),
                        one.recorded(),
                        one.then(),
                        (one.bound() + " " + one.basis()).strip())));
        result.ways()
                .forEach(one -> rows.add(
                        Row.words("way", one.budget() + " " + one.number(), "", one.recorded(), one.then(), "")));
    }

    private static Row stopped(CounterfactualView.Stop stop) {
        String document = stop.number() == 0 ? stop.line() : Integer.toString(stop.number());
        return new Row(
                "stopped",
                (stop.budget() + " " + document).strip(),
                (stop.step() + " " + stop.month() + " " + stop.day() + " #" + stop.position()).replace("  ", " "),
                "",
                "",
                stop.shown() ? Long.valueOf(stop.amountFen()) : null,
                null,
                null,
                stop.reasons().stream().map(CounterfactualView.Why::words).collect(Collectors.joining(" ")));
    }

    private static Row cell(CounterfactualView.Cell cell) {
        String where = cell.table() + " · " + cell.label();
        return cell.differenceFen() == null
                ? Row.words("cell", where, cell.heads(), cell.before(), cell.after(), "")
                : Row.money("cell", where, cell.heads(), cell.beforeFen(), cell.afterFen());
    }
}
