package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.query.comparison.Comparison.Row;
import org.mingzhang.query.comparison.ComparisonReader.Answer;
import org.mingzhang.query.web.HeadlineFigures;

/** A comparison as it is printed in the unit that was asked for. */
final class ComparisonView {
    private static final List<FigureLevel> CHARTED =
            List.of(FigureLevel.TOTAL, FigureLevel.OPERATING, FigureLevel.THREE_PUBLICS);

    private final Answer answer;
    private final ComparisonQuestion question;
    private final AmountUnit unit;
    private final UnaryOperator<String> words;

    /** @param words of the site by their key, in the language of whoever reads */
    ComparisonView(Answer answer, UnaryOperator<String> words) {
        this.answer = answer;
        this.words = words;
        this.question = answer.question();
        this.unit = question.unit();
    }

    /**
     * An amount with its share of the whole.
     *
     * @param known false where nobody knows it, which is something else than nothing
     * @param share blank where there is no whole
     * @param link to whence it comes
     * @param arithmetic link to how its share, and its change since the year before, are worked out
     */
    public record Printed(String text, boolean known, String share, String link, String arithmetic) {}

    /**
     * A row of the table.
     *
     * @param called under which names it was reported; empty where under one
     * @param open whether the rows below it are shown
     * @param toggle link that opens or shuts it; blank where nothing stands below
     */
    public record Line(
            Row row,
            List<NamedYears> called,
            List<Printed> amounts,
            List<Change> changes,
            boolean open,
            String toggle) {}

    /** The named figures, whether anything is known of them or not. */
    List<Line> headline() {
        return answer.all().headline().stream().map(row -> line(row, false)).toList();
    }

    /** What is shown of the classification. */
    List<Line> lines() {
        return shown().stream().map(row -> line(row, true)).toList();
    }

    private List<Row> shown() {
        return RowTree.open(answer.filtered(), question);
    }

    private Line line(Row row, boolean blankWhenNothing) {
        List<Printed> amounts = new ArrayList<>();
        for (int at = 0; at < row.amounts().size(); at++) {
            amounts.add(printed(row, at, blankWhenNothing));
        }
        boolean folds = row.children() > 0 && question.word().isBlank();
        return new Line(
                row,
                answer.names().reported(row.code()),
                amounts,
                row.changes(unit),
                RowTree.isOpen(row, question),
                folds ? question.toggling(row.code()) : "");
    }

    private Printed printed(Row row, int at, boolean blankWhenNothing) {
        Optional<Amount> amount = row.amounts().get(at);
        String share = amount.flatMap(
                        part -> answer.all().total(at).flatMap(whole -> HeadlineFigures.share(part, whole)))
                .orElse("");
        String text = amount.map(known -> blankWhenNothing && known.isZero() ? "" : unit.print(known))
                .orElse("");
        boolean nothing = amount.filter(known -> !known.isZero()).isEmpty();
        return new Printed(
                text,
                amount.isPresent(),
                nothing ? "" : share,
                amount.isPresent() ? link(row, at) : "",
                amount.isPresent()
                        ? FigureLinks.arithmetic(
                                question, row, answer.all().years().get(at).year())
                        : "");
    }

    /**
     * A figure that was restated leads to what it is made of, one of several departments to that of each, and one of a single
     * department to its lines.
     */
    private String link(Row row, int at) {
        Comparison.Year year = answer.all().years().get(at);
        return FigureLinks.figure(question, row, year.year(), answer.restates(year));
    }

    private String name(Row row) {
        return words.apply("comparison.level." + row.level().name());
    }

    List<BarChart> charts() {
        List<String> years = answer.all().years().stream()
                .map(year -> year.year().toString())
                .toList();
        return answer.all().headline().stream()
                .filter(row -> CHARTED.contains(row.level()))
                .map(row -> BarChart.of(name(row), years, row.amounts(), unit, words.apply("comparison.unpublished")))
                .toList();
    }

    /** The finding of each chart, the whole first. */
    List<Finding> findings() {
        return answer.all().headline().stream()
                .filter(row -> CHARTED.contains(row.level()))
                .flatMap(row ->
                        Finding.of(row, name(row), answer.all().years(), unit, words.apply(unitWords())).stream())
                .toList();
    }

    private String unitWords() {
        return unit == AmountUnit.YUAN ? "table.unit.yuan" : "table.unit.wan";
    }
}
