package org.mingzhang.query.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.disclosure.Table;

/**
 * The few amounts that stand large above a table: cells of the table itself, never sums of their own.
 *
 * <p>Which cells is data ({@code site/headlines.properties}): for each table number {@code label~row~column} separated
 * by semicolons, with {@code ~share} where it is a part of the first. A table without an entry has no headline.
 */
public final class HeadlineFigures {
    private static final Properties CELLS = read();

    private HeadlineFigures() {}

    /**
     * One figure.
     *
     * @param label key of its words
     * @param share such as {@code 82.99%} of the first; empty when it is not a part of the first, or that is nil
     * @param place of its cell, at the end of the address of its explanation
     */
    record Figure(String label, Amount amount, String printed, Optional<String> share, String place) {}

    /**
     * What share of another cell a cell is said to be.
     *
     * @param percent rounded once, from the exact amounts
     * @param row of the whole
     * @param column of the whole
     */
    public record Share(String percent, Amount whole, String row, String column) {}

    /** The share that stands above the table for a cell; empty for cells without one. */
    public static Optional<Share> share(Table table, String row, String column) {
        List<String[]> cells = cells(table);
        return cells.stream()
                .filter(cell -> cell.length > 3 && cell[1].equals(row) && cell[2].equals(column))
                .findFirst()
                .flatMap(part -> {
                    String[] whole = cells.getFirst();
                    Amount all = table.amount(whole[1], whole[2]).orElse(Amount.ZERO);
                    return table.amount(row, column)
                            .flatMap(amount -> share(amount, all))
                            .map(percent -> new Share(percent, all, whole[1], whole[2]));
                });
    }

    private static List<String[]> cells(Table table) {
        String wanted = CELLS.getProperty(Integer.toString(table.number()), "");
        return wanted.isEmpty() || table.empty()
                ? List.of()
                : Arrays.stream(wanted.split(";"))
                        .map(cell -> cell.strip().split("~"))
                        .toList();
    }

    static List<Figure> of(Table table, AmountUnit unit) {
        List<Figure> figures = new ArrayList<>();
        for (String[] parts : cells(table)) {
            Optional<Amount> whole =
                    parts.length > 3 ? figures.stream().findFirst().map(Figure::amount) : Optional.empty();
            table.amount(parts[1], parts[2])
                    .ifPresent(amount -> figures.add(new Figure(
                            parts[0],
                            amount,
                            unit.print(amount),
                            whole.flatMap(all -> share(amount, all)),
                            PrintedTable.place(parts[1], parts[2]))));
        }
        return figures;
    }

    /** Two decimals, half up (disclosure-rules.md §2.1); shares are rounded each for itself. */
    public static Optional<String> share(Amount part, Amount whole) {
        return whole.isZero()
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part.fen())
                                .multiply(BigDecimal.valueOf(100))
                                .divide(BigDecimal.valueOf(whole.fen()), 2, RoundingMode.HALF_UP)
                                .toPlainString()
                        + "%");
    }

    private static Properties read() {
        Properties cells = new Properties();
        try (InputStream in = HeadlineFigures.class.getResourceAsStream("/site/headlines.properties")) {
            if (in == null) {
                throw new IllegalStateException("site/headlines.properties is missing");
            }
            cells.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return cells;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
