package org.mingzhang.query.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Comparatives;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.PrintedFigure;
import org.mingzhang.query.comparison.Comparison.Row;
import org.mingzhang.query.comparison.ComparisonQuestion.Sorting;

/** The rows of a comparison: levels below each other, unknown beside nothing, order, words and folding. */
class RowTreeTest {
    private static final List<String> CODES =
            List.of("2010301", "2010302", "2010350", "2080505", "2080501", "2101101", "2210201");

    private static YearFigures.Kept kept(Map<String, Long> fen) {
        YearFigures.Kept year = new YearFigures.Kept(ComparedBy.FUNCTION);
        fen.forEach((code, amount) ->
                year.add(code, new ClassifiedSums.Money(true, false, new DeptEconomicCode("30201"), amount)));
        return year;
    }

    private static YearFigures stated(PrintedFigure... figures) {
        Basis source = new Basis("x", "x", "x", java.time.LocalDate.of(2024, 2, 1), true);
        return new YearFigures.Stated(
                Optional.of(new Comparatives(new FiscalYear(2024), List.of(figures), source)), ComparedBy.FUNCTION);
    }

    private static PrintedFigure printed(String code, long fen) {
        return new PrintedFigure(FigureLevel.FUNCTION, code, new Amount(fen));
    }

    private static List<Row> rows(Sorting sorting, YearFigures... years) {
        return new RowTree(ComparedBy.FUNCTION, List.of(years), code -> "name of " + code)
                .rows(sorting, AmountUnit.YUAN);
    }

    private static ComparisonQuestion question(Map<String, String> said) {
        return ComparisonQuestion.read("411200-103", said);
    }

    @Test
    void what_is_known_stands_below_its_unknown_parents() {
        List<Row> rows = rows(Sorting.CODE, stated(printed("2010301", 5)));
        assertThat(rows).extracting(Row::code).containsExactly("201", "20103", "2010301");
        assertThat(rows.getFirst().amounts()).containsExactly(Optional.empty());
        assertThat(rows.getLast().amounts()).containsExactly(Optional.of(new Amount(5)));
    }

    @Test
    void what_was_drafted_and_removed_is_no_row_but_a_printed_nought_is() {
        YearFigures.Kept removed = kept(Map.of("2010301", 0L, "2010302", 7L));
        assertThat(rows(Sorting.CODE, removed, kept(Map.of("2010302", 7L))))
                .extracting(Row::code)
                .containsExactly("201", "20103", "2010302");
        assertThat(rows(Sorting.CODE, removed, kept(Map.of("2010301", 3L))))
                .as("known in another year")
                .extracting(Row::code)
                .contains("2010301");
        assertThat(rows(Sorting.CODE, stated(printed("2010301", 0)), removed))
                .extracting(Row::code)
                .contains("2010301");
        assertThat(rows(Sorting.CODE, kept(Map.of("2010301", 5L, "2010302", -5L))))
                .as("parts that cancel each other are known, and so is what stands above them")
                .extracting(Row::code)
                .containsExactly("201", "20103", "2010301", "2010302");
    }

    @Property(tries = 200)
    void what_stands_below_a_row_adds_up_to_it_at_every_level_and_in_every_year(@ForAll long seed) {
        Random random = new Random(seed);
        YearFigures[] years = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(year -> {
                    YearFigures.Kept kept = new YearFigures.Kept(ComparedBy.FUNCTION);
                    for (int line = 0; line < 20; line++) {
                        kept.add(
                                CODES.get(random.nextInt(CODES.size())),
                                new ClassifiedSums.Money(
                                        random.nextBoolean(),
                                        random.nextBoolean(),
                                        new DeptEconomicCode(random.nextBoolean() ? "30201" : "30217"),
                                        random.nextInt(1_000_000) - 100_000));
                    }
                    return kept;
                })
                .toArray(YearFigures[]::new);

        List<Row> rows = rows(Sorting.AMOUNT, years);
        for (int at = 0; at < years.length; at++) {
            int year = at;
            for (Row row : rows) {
                List<Amount> below = rows.stream()
                        .filter(child -> child.parent().equals(row.code()))
                        .map(child -> child.amounts().get(year).orElseThrow())
                        .toList();
                assertThat(below).hasSize(row.children());
                if (!below.isEmpty()) {
                    assertThat(Amount.sum(below))
                            .isEqualTo(row.amounts().get(year).orElseThrow());
                }
            }
            assertThat(Amount.sum(rows.stream()
                            .filter(row -> row.depth() == 1)
                            .map(row -> row.amounts().get(year).orElseThrow())
                            .toList()))
                    .isEqualTo(years[year].named(FigureLevel.TOTAL).orElseThrow());
        }
    }

    @Test
    void what_is_kept_has_nothing_where_it_has_no_lines_and_what_was_printed_is_unknown_there() {
        List<Row> rows =
                rows(Sorting.CODE, stated(printed("201", 900)), kept(Map.of("2010301", 1_000L, "2080505", 10L)));

        assertThat(rows).extracting(Row::code).containsExactly("201", "20103", "2010301", "208", "20805", "2080505");
        assertThat(rows.get(0).amounts()).containsExactly(Optional.of(new Amount(900)), Optional.of(new Amount(1_000)));
        assertThat(rows.get(1).amounts()).containsExactly(Optional.empty(), Optional.of(new Amount(1_000)));
        assertThat(rows.get(1).latest(AmountUnit.YUAN).known()).isFalse();
        assertThat(rows(Sorting.CODE, kept(Map.of("2080505", 10L)), kept(Map.of("2010301", 1L)))
                        .getFirst()
                        .amounts())
                .containsExactly(Optional.of(Amount.ZERO), Optional.of(new Amount(1)));
    }

    @Test
    void siblings_stand_in_the_order_that_was_asked_for_and_what_is_unknown_comes_last() {
        YearFigures before = stated(printed("201", 100), printed("208", 100));
        YearFigures after = kept(Map.of("2010301", 90L, "2080505", 300L, "2101101", 500L));
        assertThat(first(rows(Sorting.CODE, before, after))).containsExactly("201", "208", "210");
        assertThat(first(rows(Sorting.AMOUNT, before, after))).containsExactly("210", "208", "201");
        assertThat(first(rows(Sorting.CHANGE, before, after))).containsExactly("208", "201", "210");
        assertThat(first(rows(Sorting.PERCENT, before, after))).containsExactly("208", "201", "210");
    }

    private static List<String> first(List<Row> rows) {
        return rows.stream().filter(row -> row.depth() == 1).map(Row::code).toList();
    }

    @Test
    void a_word_keeps_what_mentions_it_with_all_above_it() {
        List<Row> rows = rows(Sorting.CODE, kept(Map.of("2010301", 1L, "2010350", 1L, "2080505", 1L)));
        assertThat(RowTree.mentioning(rows, "2010350"))
                .extracting(Row::code)
                .containsExactly("201", "20103", "2010350");
        assertThat(RowTree.mentioning(rows, "NAME of 208"))
                .extracting(Row::code)
                .contains("208", "2080505");
        assertThat(RowTree.mentioning(rows, "nowhere")).isEmpty();
    }

    @Test
    void rows_are_folded_to_a_level_and_single_ones_opened_or_shut() {
        List<Row> rows = rows(Sorting.CODE, kept(Map.of("2010301", 1L, "2080505", 1L)));
        assertThat(RowTree.open(rows, question(Map.of()))).extracting(Row::code).containsExactly("201", "208");
        assertThat(RowTree.open(rows, question(Map.of("toggled", "201"))))
                .extracting(Row::code)
                .containsExactly("201", "20103", "208");
        assertThat(RowTree.open(rows, question(Map.of("depth", "3", "toggled", "201"))))
                .extracting(Row::code)
                .containsExactly("201", "208", "20805", "2080505");
    }

    @Test
    void several_departments_are_known_where_each_is_known() {
        YearFigures both = new YearFigures.Both(kept(Map.of("2010301", 5L)), stated(printed("201", 7)));
        assertThat(both.coded("201")).contains(new Amount(12));
        assertThat(both.coded("2010301")).isEmpty();
        assertThat(both.named(FigureLevel.TOTAL)).isEmpty();
    }
}
