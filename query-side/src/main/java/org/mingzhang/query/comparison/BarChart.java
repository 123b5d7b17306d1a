package org.mingzhang.query.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;

/**
 * One figure over the years as bars that stand on zero, laid out in pixels; what is not known has no bar.
 *
 * @param zero where the line of zero runs
 */
public record BarChart(String title, List<Tick> ticks, List<Bar> bars, int zero) {
    static final int WIDTH = 360;
    static final int HEIGHT = 236;
    private static final int LEFT = 64;
    private static final int RIGHT = 348;
    private static final int TOP = 28;
    private static final int BOTTOM = 204;
    private static final int STEPS = 4;
    private static final int WIDEST = 64;
    private static final BigDecimal[] ROUND = {
        BigDecimal.ONE,
        new BigDecimal("1.5"),
        BigDecimal.TWO,
        new BigDecimal("2.5"),
        BigDecimal.valueOf(5),
        BigDecimal.TEN
    };

    public BarChart {
        ticks = List.copyOf(ticks);
        bars = List.copyOf(bars);
    }

    /** A line across with its number. */
    public record Tick(int y, String label) {}

    /**
     * A year.
     *
     * @param last whether it is the latest, which is drawn stronger
     * @param middle of the bar
     * @param labelY where its number stands
     */
    public record Bar(
            int x,
            int y,
            int width,
            int height,
            int middle,
            int labelY,
            String label,
            String year,
            boolean last,
            boolean known) {}

    /** @param unknown what is printed where a year's figure is not known */
    static BarChart of(
            String title, List<String> years, List<Optional<Amount>> amounts, AmountUnit unit, String unknown) {
        BigDecimal highest = BigDecimal.ZERO;
        BigDecimal lowest = BigDecimal.ZERO;
        for (Optional<Amount> amount : amounts) {
            BigDecimal number = amount.map(unit::number).orElse(BigDecimal.ZERO);
            highest = highest.max(number);
            lowest = lowest.min(number);
        }
        BigDecimal step = step(highest.subtract(lowest));
        BigDecimal top = step.multiply(highest.divide(step, 0, RoundingMode.CEILING));
        BigDecimal bottom = step.multiply(lowest.divide(step, 0, RoundingMode.FLOOR));
        Scale scale = new Scale(bottom, top.compareTo(bottom) > 0 ? top : bottom.add(step));
        List<Tick> ticks = new ArrayList<>();
        for (BigDecimal at = scale.bottom; at.compareTo(scale.top) <= 0; at = at.add(step)) {
            ticks.add(new Tick(scale.y(at), tick(at)));
        }
        return new BarChart(title, ticks, bars(years, amounts, unit, unknown, scale), scale.y(BigDecimal.ZERO));
    }

    private record Scale(BigDecimal bottom, BigDecimal top) {
        int y(BigDecimal number) {
            double share =
                    number.subtract(bottom).doubleValue() / top.subtract(bottom).doubleValue();
            return (int) Math.round(BOTTOM - share * (BOTTOM - TOP));
        }
    }

    private static List<Bar> bars(
            List<String> years, List<Optional<Amount>> amounts, AmountUnit unit, String unknown, Scale scale) {
        List<Bar> bars = new ArrayList<>();
        int place = (RIGHT - LEFT) / Math.max(1, years.size());
        int width = Math.min(WIDEST, place * 2 / 3);
        int zero = scale.y(BigDecimal.ZERO);
        for (int at = 0; at < years.size(); at++) {
            Optional<Amount> amount = amounts.get(at);
            int middle = LEFT + place * at + place / 2;
            int end = amount.map(unit::number).map(scale::y).orElse(zero);
            int labelY = end > zero ? end + 16 : end - 6;
            bars.add(new Bar(
                    middle - width / 2,
                    Math.min(zero, end),
                    width,
                    Math.abs(zero - end),
                    middle,
                    labelY,
                    amount.map(unit::print).orElse(unknown),
                    years.get(at),
                    at == years.size() - 1,
                    amount.isPresent()));
        }
        return bars;
    }

    /** The smallest round number of which four reach over the whole. */
    static BigDecimal step(BigDecimal whole) {
        if (whole.signum() == 0) {
            return BigDecimal.ONE;
        }
        BigDecimal least = whole.divide(BigDecimal.valueOf(STEPS), 6, RoundingMode.UP);
        BigDecimal power = BigDecimal.ONE.movePointRight(least.precision() - least.scale() - 1);
        for (BigDecimal round : ROUND) {
            BigDecimal step = round.multiply(power);
            if (step.compareTo(least) >= 0) {
                return step;
            }
        }
        throw new IllegalStateException("no step of " + whole);
    }

    static String tick(BigDecimal number) {
        String grouped = Change.grouped(number.abs());
        String shown = grouped.endsWith(".00") ? grouped.substring(0, grouped.length() - 3) : grouped;
        return number.signum() < 0 ? "\u2212" + shown : shown;
    }
}
