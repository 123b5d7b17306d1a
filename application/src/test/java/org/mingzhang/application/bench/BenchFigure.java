package org.mingzhang.application.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * One measured figure.
 *
 * @param unit of product and floor, such as ms
 * @param product median of the product
 * @param floor median of the floor; empty when there is none
 * @param target what is aimed at, in words
 * @param discarded rounds at the beginning that do not count
 */
public record BenchFigure(
        String figure, String unit, double product, Optional<Double> floor, String target, int discarded) {
    /** 1 when the product is as fast as the floor, less when it is slower, whether times or rates are compared. */
    public Optional<Double> ratio() {
        boolean rate = unit.endsWith("/s");
        return floor.map(least -> rate ? product / least : least / product);
    }

    /** The same figure as a rate, for so many things in each round. */
    public BenchFigure perSecond(int things, String unit) {
        return new BenchFigure(
                figure, unit, things * 1000 / product, floor.map(least -> things * 1000 / least), target, discarded);
    }

    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"figure\": \"%s\", \"unit\": \"%s\", \"product\": %.3f, \"floor\": %s, \"ratio\": %s, "
                        + "\"target\": \"%s\", \"discarded\": %d}",
                figure,
                unit,
                product,
                number(floor),
                number(ratio()),
                target,
                discarded);
    }

    public String line() {
        return String.format(
                Locale.ROOT,
                "%-58s %10.3f %-6s floor %10s  ratio %7s  target %s",
                figure,
                product,
                unit,
                number(floor),
                number(ratio()),
                target);
    }

    private static String number(Optional<Double> value) {
        return value.map(found -> String.format(Locale.ROOT, "%.3f", found)).orElse("null");
    }
}
