package org.mingzhang.query.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.comparison.Comparison.Row;

/** The rows of a classification: every code of any year under those above it, in the order that was asked for. */
final class RowTree {
    private final ComparedBy by;
    private final List<YearFigures> years;
    private final UnaryOperator<String> names;
    private final Map<String, Set<String>> below = new TreeMap<>();

    /** @param names of codes */
    RowTree(ComparedBy by, List<YearFigures> years, UnaryOperator<String> names) {
        this.by = by;
        this.years = years;
        this.names = names;
        for (YearFigures year : years) {
            for (String code : year.codes()) {
                String above = "";
                for (String one : by.path(code)) {
                    below.computeIfAbsent(above, parent -> new TreeSet<>()).add(one);
                    above = one;
                }
            }
        }
    }

    /** All of them; those of which, and below which, nothing is known in any year are not there. */
    List<Row> rows(ComparisonQuestion.Sorting sorting, AmountUnit unit) {
        List<Row> rows = new ArrayList<>();
        append(rows, "", 1, order(sorting, unit));
        return rows;
    }

    private void append(List<Row> rows, String above, int depth, Comparator<Row> order) {
        below.getOrDefault(above, Set.of()).stream()
                .map(code -> row(code, above, depth))
                .filter(row -> known(row.code()))
                .sorted(order)
                .forEach(row -> {
                    rows.add(row);
                    append(rows, row.code(), depth + 1, order);
                });
    }

    /** Of a code, or of any below it: what is printed may leave out what stands above. */
    private boolean known(String code) {
        return years.stream().anyMatch(year -> year.coded(code).isPresent())
                || below.getOrDefault(code, Set.of()).stream().anyMatch(this::known);
    }

    private Row row(String code, String above, int depth) {
        return new Row(
                by.level(),
                code,
                names.apply(code),
                depth,
                above,
                below.getOrDefault(code, Set.of()).size(),
                years.stream().map(year -> year.coded(code)).toList());
    }

    /** What is unknown comes last, and among equals the code decides. */
    private static Comparator<Row> order(ComparisonQuestion.Sorting sorting, AmountUnit unit) {
        Comparator<Row> code = Comparator.comparing(Row::code);
        return switch (sorting) {
            case CODE -> code;
            case AMOUNT ->
                Comparator.comparing((Row row) -> row.last().orElse(new Amount(Long.MIN_VALUE)))
                        .reversed()
                        .thenComparing(code);
            case CHANGE ->
                Comparator.comparing((Row row) -> size(row.latest(unit)))
                        .reversed()
                        .thenComparing(code);
            case PERCENT ->
                Comparator.comparing((Row row) -> row.latest(unit).percent().orElse(BigDecimal.ONE.negate()))
                        .reversed()
                        .thenComparing(code);
        };
    }

    private static BigDecimal size(Change change) {
        return change.known() ? change.delta().abs() : BigDecimal.ONE.negate();
    }

    /** Those that mention a word, with all above them. */
    static List<Row> mentioning(List<Row> rows, String word) {
        if (word.isBlank()) {
            return rows;
        }
        String looked = word.toLowerCase(Locale.ROOT);
        Set<String> kept = new TreeSet<>();
        Map<String, String> parents = new TreeMap<>();
        rows.forEach(row -> parents.put(row.code(), row.parent()));
        rows.stream()
                .filter(row -> row.code().toLowerCase(Locale.ROOT).startsWith(looked)
                        || row.name().toLowerCase(Locale.ROOT).contains(looked))
                .forEach(row -> {
                    for (String code = row.code(); !code.isEmpty(); code = parents.getOrDefault(code, "")) {
                        kept.add(code);
                    }
                });
        return rows.stream().filter(row -> kept.contains(row.code())).toList();
    }

    /** Those that are not folded away; a word that is looked for opens everything. */
    static List<Row> open(List<Row> rows, ComparisonQuestion question) {
        if (!question.word().isBlank()) {
            return rows;
        }
        Set<String> open = new TreeSet<>(Set.of(""));
        List<Row> shown = new ArrayList<>();
        for (Row row : rows) {
            if (open.contains(row.parent())) {
                shown.add(row);
                if (isOpen(row, question)) {
                    open.add(row.code());
                }
            }
        }
        return shown;
    }

    static boolean isOpen(Row row, ComparisonQuestion question) {
        return row.children() > 0
                && (row.depth() < question.depth() != question.toggled().contains(row.code())
                        || !question.word().isBlank());
    }
}
