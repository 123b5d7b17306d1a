package org.mingzhang.query.comparison;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.comparison.Comparison.Standing;
import org.mingzhang.query.comparison.ComparisonReader.Answer;
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
                    GridColumn.code(
                            "comparison.code",
                            entry -> ClassifiedSums.WITHOUT.equals(entry.row.code()) ? "" : entry.row.code()),
                    GridColumn.text("comparison.name", entry -> entry.row.name()),
                    GridColumn.count("comparison.depth", entry -> entry.row.depth()),
                    GridColumn.code("comparison.parent", entry -> entry.row.parent()),
                    GridColumn.code(
                            "comparison.year", entry -> entry.year().year().toString()),
                    GridColumn.words(
                            "comparison.stage",
                            entry -> "comparison.stage."
                                    + entry.question().stage().key()),
                    GridColumn.words("comparison.basis", Entry::basis),
                    GridColumn.words(
                            "comparison.standing",
                            entry -> "comparison.standing."
                                    + entry.year().standing().name()),
                    new GridColumn<>("comparison.amount", WIDTH, Entry::amount),
                    GridColumn.code("comparison.share", Entry::share),
                    GridColumn.code("comparison.against", Entry::against),
                    new GridColumn<>("comparison.change", WIDTH, Entry::delta),
                    GridColumn.code("comparison.percent", Entry::percent),
                    GridColumn.text("comparison.source", Entry::source),
                    GridColumn.text("comparison.lacking", Entry::lacking)));

    private ComparisonGrid() {}

    /** A figure of a year; {@code at} is the place of the year. */
    record Entry(Answer answer, Comparison.Row row, int at) {
        private Comparison comparison() {
            return answer.all();
        }

        ComparisonQuestion question() {
            return answer.question();
        }

        Comparison.Year year() {
            return comparison().years().get(at);
        }

        String basis() {
            return question().like() ? "comparison.basis.like" : "comparison.basis.reported";
        }

        /** Departments without which the year is restated incompletely. */
        String lacking() {
            return answer.lacking().stream()
                    .filter(budget -> budget.year().equals(year().year()))
                    .map(budget -> Department.of(budget).code())
                    .collect(Collectors.joining("; "));
        }

        private Optional<Amount> fen() {
            return row.amounts().get(at);
        }

        GridCell amount() {
            return fen().<GridCell>map(GridCell.Money::new).orElse(UNKNOWN);
        }

        String share() {
            return fen().flatMap(part -> comparison().total(at).flatMap(whole -> HeadlineFigures.share(part, whole)))
                    .orElse("");
        }

        String against() {
            return at == 0 ? "" : comparison().years().get(at - 1).year().toString();
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

    /** The named figures and then the classification, as it is filtered; each is made when it is written. */
    static Iterable<Entry> entries(Answer answer) {
        int years = answer.all().years().size();
        List<Comparison.Row> filtered = answer.filtered();
        return () -> Stream.concat(answer.all().headline().stream(), filtered.stream())
                .flatMap(row -> IntStream.range(0, years).mapToObj(at -> new Entry(answer, row, at)))
                .iterator();
    }
}
