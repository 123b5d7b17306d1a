package org.mingzhang.query.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.query.export.GridFile;
import org.mingzhang.query.export.GridFormat;

/** Ten years of as many lines as one likes beside each other. */
public final class LargeComparison {
    private static final int YEARS = 10;

    private LargeComparison() {}

    public static Supplier<GridFile<?>> of(int rows, GridFormat format) {
        List<Optional<Amount>> amounts = IntStream.range(0, YEARS)
                .mapToObj(year -> Optional.of(new Amount(1_000_00L + year)))
                .toList();
        Comparison comparison = new Comparison(
                IntStream.range(0, YEARS)
                        .mapToObj(year -> new Comparison.Year(
                                new FiscalYear(2016 + year), Comparison.Standing.KEPT, 1, 0, List.of()))
                        .toList(),
                List.of(row("", amounts)),
                IntStream.range(0, rows).mapToObj(at -> row("P" + at, amounts)).toList());
        KnownYears known = new KnownYears(Map.of(), Map.of());
        ComparisonReader.Answer answer = new ComparisonReader.Answer(
                ComparisonQuestion.read("411200-103", Map.of()),
                Map.of(),
                known,
                known,
                comparison,
                code -> code,
                List.of(),
                List.of(),
                Set.of(),
                Set.of());
        return () -> ComparisonGrid.GRID.file("large", ComparisonGrid.entries(answer), format);
    }

    private static Comparison.Row row(String code, List<Optional<Amount>> amounts) {
        return new Comparison.Row(FigureLevel.TOTAL, code, "支出", 1, "", 0, amounts);
    }
}
