package org.mingzhang.query.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
final class HeadlineFigures {
    private static final Properties CELLS = read();

    private HeadlineFigures() {}

    /**
     * One figure.
     *
     * @param label key of its words
     * @param share such as {@code 82.99%} of the first; empty when it is not a part of the first, or that is nil
     */
    record Figure(String label, Amount amount, String printed, Optional<String> share) {}

    static List<Figure> of(Table table, AmountUnit unit) {
        String wanted = CELLS.getProperty(Integer.toString(table.number()), "");
        List<Figure> figures = new ArrayList<>();
        for (String cell : wanted.isEmpty() || table.empty() ? new String[0] : wanted.split(";")) {
            String[] parts = cell.strip().split("~");
            Optional<Amount> whole =
                    parts.length > 3 ? figures.stream().findFirst().map(Figure::amount) : Optional.empty();
            table.amount(parts[1], parts[2])
                    .ifPresent(amount -> figures.add(new Figure(
                            parts[0], amount, unit.print(amount), whole.flatMap(all -> share(amount, all)))));
        }
        return figures;
    }

    /** Two decimals, half up (disclosure-rules.md §2.1); shares are rounded each for itself. */
    static Optional<String> share(Amount part, Amount whole) {
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
