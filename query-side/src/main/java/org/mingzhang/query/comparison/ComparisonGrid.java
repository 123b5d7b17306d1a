package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.comparison.Comparison.Standing;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridCell;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.web.HeadlineFigures;

/** A comparison as a file: a row for each figure of each year, exact, in 元; the changes are of the exact amounts. */
final class ComparisonGrid {
    private static final GridCell UNKNOWN = new GridCell.Words("comparison.unpublished");
    private static final GridCell NOTHING = new GridCell.Text("");
    private static final int WIDTH = 16;

    static final Grid<Entry> GRID = new Grid<>(
            "comparison.title",
            List.of(
                    GridColumn.words(
                            "comparison.level",
                            entry -> "comparison.level." + entry.row.level().name()),
                    GridColumn.code("comparison.code", entry -> entry.row.code()),
                    GridColumn.text("comparison.name", entry -> entry.row.name()),
                    GridColumn.count("comparison.depth", entry -> entry.row.depth()),
                    GridColumn.code("comparison.parent", entry -> entry.row.parent()),
                    GridColumn.code(
                            "comparison.year", entry -> entry.year().year().toString()),
                    GridColumn.words("comparison.stage", entry -> "comparison.stage." + entry.stage.key()),
                    GridColumn.words(
                            "comparison.standing",
                            entry -> "comparison.standing."
                                    + entry.year().standing().name()),
                    new GridColumn<>("comparison.amount", WIDTH, Entry::amount),
                    GridColumn.code("comparison.share", Entry::share),
                    GridColumn.code("comparison.against", Entry::against),
                    new GridColumn<>("comparison.change", WIDTH, Entry::delta),
                    GridColumn.code("comparison.percent", Entry::percent),
                    GridColumn.text("comparison.source", Entry::source)));

    private ComparisonGrid() {}

    /** A figure of a year; {@code at} is the place of the year. */
    record Entry(Comparison comparison, Comparison.Row row, ComparedStage stage, int at) {
        Comparison.Year year() {
            return comparison.years().get(at);
        }

        private Optional<Amount> fen() {
            return row.amounts().get(at);
        }

        GridCell amount() {
            return fen().<GridCell>map(GridCell.Money::new).orElse(UNKNOWN);
        }

        String share() {
            return fen().flatMap(part -> comparison.total(at).flatMap(whole -> HeadlineFigures.share(part, whole)))
                    .orElse("");
        }

        String against() {
            return at == 0 ? "" : comparison.years().get(at - 1).year().toString();
        }

        private Change change() {
            return at == 0
                    ? Change.of(Optional.empty(), Optional.empty(), AmountUnit.YUAN)
                    : Change.of(row.amounts().get(at - 1), fen(), AmountUnit.YUAN);
        }

        GridCell delta() {
            if (at == 0) {
                return NOTHING;
            }
            return change().known()
                    ? new GridCell.Money(
                            fen().orElseThrow().minus(row.amounts().get(at - 1).orElseThrow()))
                    : UNKNOWN;
        }

        String percent() {
            return change().printedPercent().replace('\u2212', '-');
        }

        /** The documents that print it. */
        String source() {
            return year().standing() == Standing.KEPT
                    ? ""
                    : String.join(
                            "; ",
                            year().stated().stream()
                                    .map(stated -> stated.figures().source().documentNumber())
                                    .distinct()
                                    .toList());
        }
    }

    /** The named figures and then the classification, as it is filtered. */
    static List<Entry> entries(Comparison comparison, List<Comparison.Row> rows, ComparedStage stage) {
        List<Entry> entries = new ArrayList<>();
        for (List<Comparison.Row> part : List.of(comparison.headline(), rows)) {
            for (Comparison.Row row : part) {
                for (int at = 0; at < comparison.years().size(); at++) {
                    entries.add(new Entry(comparison, row, stage, at));
                }
            }
        }
        return entries;
    }
}
