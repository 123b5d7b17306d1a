package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingzhang.kernel.crosswalk.Crosswalk.Entry;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Successor;
import org.mingzhang.query.comparison.Bridge.Step;
import org.mingzhang.query.comparison.BridgeReader.Answer;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridCell;
import org.mingzhang.query.export.GridColumn;

/** A bridge as a file: the start, a row for each step with what is reached by it, the end; exact, in 元. */
final class BridgeGrid {
    private static final GridCell NOTHING = new GridCell.Text("");
    private static final GridCell UNKNOWN = new GridCell.Words("comparison.unpublished");
    private static final int WIDTH = 16;

    static final Grid<Row> GRID = new Grid<>(
            "bridge.title",
            List.of(
                    GridColumn.words("bridge.row", row -> "bridge.row." + row.kind()),
                    GridColumn.code("comparison.year", Row::year),
                    GridColumn.words(
                            "comparison.stage",
                            row -> "comparison.stage." + row.stage().key()),
                    new GridColumn<>("bridge.reason", WIDTH, Row::reason),
                    GridColumn.code(
                            "comparison.code", row -> row.step().map(Step::key).orElse("")),
                    GridColumn.text("comparison.name", Row::name),
                    GridColumn.code(
                            "bridge.document-number",
                            row -> row.document().map(Basis::documentNumber).orElse("")),
                    new GridColumn<>(
                            "bridge.before", WIDTH, row -> money(row.step().flatMap(Step::before))),
                    new GridColumn<>(
                            "bridge.after", WIDTH, row -> money(row.step().flatMap(Step::after))),
                    new GridColumn<>(
                            "bridge.gross",
                            WIDTH,
                            row -> money(row.step()
                                    .filter(step -> step.reason().ofDocuments())
                                    .map(Step::gross))),
                    new GridColumn<>(
                            "bridge.change", WIDTH, row -> money(row.step().map(Step::amount))),
                    new GridColumn<>(
                            "bridge.reached",
                            WIDTH,
                            row -> row.reached()
                                    .<GridCell>map(GridCell.Money::new)
                                    .orElse(UNKNOWN)),
                    GridColumn.text("bridge.restated-by", Row::restatedBy),
                    GridColumn.text(
                            "comparison.lacking",
                            row -> String.join("; ", row.answer().lacking()))));

    private BridgeGrid() {}

    private static GridCell money(Optional<Amount> amount) {
        return amount.<GridCell>map(GridCell.Money::new).orElse(NOTHING);
    }

    /**
     * A row.
     *
     * @param step empty for the two ends
     * @param reached the whole with it; empty where it is not known
     */
    record Row(Answer answer, boolean start, Optional<Step> step, Optional<Amount> reached) {
        String kind() {
            return step.isPresent() ? "step" : start ? "start" : "end";
        }

        String year() {
            return (start ? answer.ends().from() : answer.ends().to()).toString();
        }

        ComparedStage stage() {
            return start ? answer.ends().fromStage() : answer.ends().toStage();
        }

        GridCell reason() {
            return step.<GridCell>map(of ->
                            new GridCell.Words("bridge.reason." + of.reason().name()))
                    .orElse(NOTHING);
        }

        String name() {
            return step.map(of -> new StepSource(answer, of).official()).orElse("");
        }

        Optional<Basis> document() {
            return step.flatMap(of -> new StepSource(answer, of).basis());
        }

        String restatedBy() {
            return step.stream()
                    .flatMap(of -> new StepSource(answer, of).successions().stream())
                    .map(Entry::succession)
                    .map(one -> one.before() + " → "
                            + one.after().stream().map(Successor::code).collect(Collectors.joining(", ")) + " "
                            + one.basis().documentNumber())
                    .collect(Collectors.joining("; "));
        }
    }

    static List<Row> rows(Answer answer) {
        List<Row> rows = new ArrayList<>();
        Optional<Amount> reached = answer.bridge().start();
        rows.add(new Row(answer, true, Optional.empty(), reached));
        for (Step step : answer.bridge().steps()) {
            reached = reached.map(sum -> sum.plus(step.amount()));
            rows.add(new Row(answer, false, Optional.of(step), reached));
        }
        rows.add(new Row(answer, false, Optional.empty(), answer.bridge().end()));
        return rows;
    }
}
