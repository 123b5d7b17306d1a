package org.mingzhang.query.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;

/**
 * A bridge as bars below each other, laid out in pixels: both ends stand on zero, and each step begins where the one above it
 * ends. They lie, so that names have room. Where the steps are small beside the ends, which they are in most years, the axis
 * is cut: it begins below the smallest of what is reached, and says so.
 *
 * @param zero where the line of zero runs, or the line that a cut axis begins with
 * @param from the number that a cut axis begins with, as it is printed; empty for one that is whole
 */
public record Waterfall(int height, int bottom, int zero, String from, List<Tick> ticks, List<Bar> bars) {
    static final int WIDTH = 940;
    static final int LEFT = 300;
    static final int RIGHT = 800;
    private static final int TOP = 30;
    private static final int ROW = 34;
    private static final int THICK = 20;
    private static final int THINNEST = 2;

    /** An axis is cut where all that is reached lies within this part of it. */
    private static final BigDecimal SMALL = new BigDecimal("0.3");

    /** Of what lies between the least and the most that is reached, so much is shown below it, so that ends are still bars. */
    private static final BigDecimal BELOW = new BigDecimal("0.2");

    private static final int LONGEST_NAME = 40;
    private static final int WIDE = 0x2E80;

    public Waterfall {
        ticks = List.copyOf(ticks);
        bars = List.copyOf(bars);
    }

    /** What is drawn in a row. */
    public enum Shape {
        START,
        MORE,
        LESS,
        /** Of which nothing is known but how much it is. */
        UNEXPLAINED,
        END;

        public String css() {
            return "bar-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A row before it is laid out.
     *
     * @param amount of an end; of a step by how much it changes
     */
    record Row(String name, Amount amount, Shape shape, String link) {}

    /** A line down with its number. */
    public record Tick(int x, String label) {}

    /**
     * A row.
     *
     * @param top of the row, which is what is clicked
     * @param reached where the next one begins
     */
    public record Bar(
            int top,
            int y,
            int x,
            int width,
            int reached,
            int middle,
            int labelX,
            String label,
            String name,
            String whole,
            Shape shape,
            String link) {}

    /** @param rows the start first and the end last */
    static Waterfall of(List<Row> rows, AmountUnit unit) {
        List<BigDecimal> reached = new ArrayList<>();
        Amount running = Amount.ZERO;
        for (Row row : rows) {
            running = after(running, row);
            reached.add(unit.number(running));
        }
        Scale scale = Scale.of(reached);
        List<Tick> ticks = new ArrayList<>();
        for (BigDecimal at = scale.least; at.compareTo(scale.most) <= 0; at = at.add(scale.step)) {
            ticks.add(new Tick(scale.x(at), BarChart.tick(at)));
        }
        int end = TOP + ROW * rows.size();
        String from = scale.isCut() ? BarChart.tick(scale.least) : "";
        return new Waterfall(end + 8, end, scale.x(BigDecimal.ZERO), from, ticks, bars(rows, unit, scale));
    }

    private record Scale(BigDecimal least, BigDecimal most, BigDecimal step) {
        static Scale of(List<BigDecimal> reached) {
            BigDecimal smallest = Collections.min(reached);
            BigDecimal largest = Collections.max(reached);
            BigDecimal range = largest.subtract(smallest);
            if (smallest.signum() > 0 && range.signum() > 0 && range.compareTo(largest.multiply(SMALL)) < 0) {
                return between(smallest.subtract(range.multiply(BELOW)), largest);
            }
            return between(smallest.min(BigDecimal.ZERO), largest.max(BigDecimal.ZERO));
        }

        private static Scale between(BigDecimal smallest, BigDecimal largest) {
            BigDecimal step = BarChart.step(largest.subtract(smallest));
            BigDecimal top = step.multiply(largest.divide(step, 0, RoundingMode.CEILING));
            BigDecimal bottom = step.multiply(smallest.divide(step, 0, RoundingMode.FLOOR));
            return new Scale(bottom, top.compareTo(bottom) > 0 ? top : bottom.add(step), step);
        }

        boolean isCut() {
            return least.signum() > 0;
        }

        /** What lies below a cut axis is where it begins. */
        int x(BigDecimal number) {
            double share = number.max(least).subtract(least).doubleValue()
                    / most.subtract(least).doubleValue();
            return (int) Math.round(LEFT + share * (RIGHT - LEFT));
        }
    }

    private static Amount after(Amount running, Row row) {
        return isEnd(row) ? row.amount() : running.plus(row.amount());
    }

    private static boolean isEnd(Row row) {
        return row.shape() == Shape.START || row.shape() == Shape.END;
    }

    private static List<Bar> bars(List<Row> rows, AmountUnit unit, Scale scale) {
        List<Bar> bars = new ArrayList<>();
        Amount running = Amount.ZERO;
        for (Row row : rows) {
            int begins = scale.x(unit.number(isEnd(row) ? Amount.ZERO : running));
            running = after(running, row);
            int reached = scale.x(unit.number(running));
            int top = TOP + ROW * bars.size();
            int width = Math.max(THINNEST, Math.abs(reached - begins));
            int left = Math.min(begins, reached);
            bars.add(new Bar(
                    top,
                    top + (ROW - THICK) / 2,
                    left,
                    width,
                    reached,
                    top + ROW / 2 + 5,
                    left + width + 8,
                    isEnd(row) ? unit.print(row.amount()) : signed(row.amount(), unit),
                    shortened(row.name()),
                    row.name(),
                    row.shape(),
                    row.link()));
        }
        return bars;
    }

    /** With ▲ or ▼, as changes are printed everywhere. */
    static String signed(Amount amount, AmountUnit unit) {
        return switch (Long.signum(amount.fen())) {
            case 1 -> "▲ +" + unit.print(amount);
            case -1 -> "▼ " + unit.print(amount);
            default -> unit.print(amount);
        };
    }

    static String arrowed(Change change) {
        return switch (change.delta().signum()) {
            case 1 -> "▲ " + change.printed();
            case -1 -> "▼ " + change.printed();
            default -> change.printed();
        };
    }

    /** Chinese characters are twice as wide as others. */
    private static String shortened(String name) {
        int width = 0;
        for (int at = 0; at < name.length(); at++) {
            width += name.charAt(at) >= WIDE ? 2 : 1;
            if (width > LONGEST_NAME) {
                return name.substring(0, at) + "…";
            }
        }
        return name;
    }
}
