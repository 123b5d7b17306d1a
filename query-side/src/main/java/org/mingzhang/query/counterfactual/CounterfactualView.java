package org.mingzhang.query.counterfactual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;

/**
 * What page and program are shown; amounts in whole fen.
 *
 * @param watermark that it is no fact
 * @param notDecided in words, what it says nothing about
 * @param state of the run: running, done, cancelled or failed
 * @param events how many of {@code of} were replayed so far
 * @param result absent until it is done
 */
public record CounterfactualView(
        String watermark,
        String notDecided,
        String budget,
        long position,
        List<Integer> without,
        String state,
        long events,
        long of,
        @Nullable Result result) {

    /**
     * @param tables how many cells differ, by the number of the table
     * @param withoutEffect how those stand that never took effect, by number
     * @param elsewhere documents of other budgets that are missing with them
     * @param undecided later documents of the reader's other budgets on the same sources, which are not decided anew
     * @param undecidedElsewhere how many there are of budgets that are not the reader's
     */
    public record Result(
            boolean nothingDiffers,
            Map<Integer, Long> tables,
            List<Cell> cells,
            List<Target> targets,
            String recordedRate,
            String thenRate,
            Map<Integer, String> withoutEffect,
            List<String> elsewhere,
            List<Document> undecided,
            int undecidedElsewhere,
            List<Stop> stopped,
            List<Fallen> fallen,
            List<Way> ways,
            List<Limit> limits,
            List<Line> lines) {}

    /** A document by its number in its budget. */
    public record Document(String budget, int number) {}

    /**
     * @param row its stable key, as {@code column}
     * @param beforeFen absent for words
     */
    public record Cell(
            int table,
            String row,
            String label,
            String column,
            String heads,
            String before,
            String after,
            @Nullable Long beforeFen,
            @Nullable Long afterFen,
            @Nullable Long differenceFen) {
        static Cell of(CellDifference cell) {
            return new Cell(
                    cell.table(),
                    cell.row(),
                    cell.label(),
                    cell.column(),
                    cell.heads(),
                    cell.before(),
                    cell.after(),
                    cell.beforeAmount().map(Amount::fen).orElse(null),
                    cell.afterAmount().map(Amount::fen).orElse(null),
                    cell.difference().map(Amount::fen).orElse(null));
        }

        /** Some rows say a whole list of targets. */
        public String shortLabel() {
            int longest = 40;
            return label.codePointCount(0, label.length()) <= longest
                    ? label
                    : label.substring(0, label.offsetByCodePoints(0, longest)) + "…";
        }

        /** The difference in 元; blank for words. */
        public String difference() {
            return differenceFen == null ? "" : AmountUnit.YUAN.print(new Amount(differenceFen));
        }
    }

    public record Target(String project, String name, String indicator, String before, String after) {}

    /**
     * @param budget blank for a source of the division
     * @param number of the document; 0 when it is none
     * @param shown whether its budget is the reader's too; otherwise neither amounts nor reasons are said
     */
    public record Stop(
            long position,
            String day,
            String step,
            String budget,
            int number,
            String line,
            String month,
            long amountFen,
            boolean shown,
            List<Why> reasons) {
        /** In 元. */
        public String amount() {
            return AmountUnit.YUAN.print(new Amount(amountFen));
        }
    }

    /** @param key the same in every language */
    public record Why(String key, String words) {}

    public record Fallen(long position, String day, String budget, int number, int takesBack) {}

    public record Way(String budget, int number, String recorded, String then) {}

    /** @param recorded what was measured, blank when it did not reach the limit */
    public record Limit(
            String budget,
            int number,
            String rule,
            String effect,
            String measure,
            String subject,
            String recorded,
            String then,
            String bound,
            String basis,
            boolean confirmed) {}

    public record Line(String line, String stage, long recordedFen, long thenFen) {
        /** In 元. */
        public String recorded() {
            return AmountUnit.YUAN.print(new Amount(recordedFen));
        }

        /** In 元. */
        public String then() {
            return AmountUnit.YUAN.print(new Amount(thenFen));
        }

        /** In 元. */
        public String difference() {
            return AmountUnit.YUAN.print(new Amount(thenFen - recordedFen));
        }
    }

    /** In per cent of what was approved at the beginning. */
    static String percent(Replayed.Rate rate) {
        return rate.initial().fen() == 0
                ? "0.00"
                : BigDecimal.valueOf(rate.moved().fen())
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(rate.initial().fen()), 2, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    public boolean running() {
        return state.equals("running");
    }

    /** For the bar; a run that has not begun stands at nothing. */
    public long percentDone() {
        return of == 0 ? 0 : events * 100 / of;
    }
}
