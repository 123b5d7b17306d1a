package org.mingzhang.application.bench;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Lets product and floor take turns and compares their medians. */
public final class Rounds {
    private Rounds() {}

    public static BenchFigure measure(
            String figure, String target, int discarded, int counted, Supplier<?> product, Supplier<?> floor) {
        double[] products = new double[counted];
        double[] floors = new double[counted];
        for (int round = -discarded; round < counted; round++) {
            double one = millis(product);
            double other = millis(floor);
            if (round >= 0) {
                products[round] = one;
                floors[round] = other;
            }
        }
        return new BenchFigure(figure, "ms", median(products), Optional.of(median(floors)), target, discarded);
    }

    public static BenchFigure measure(String figure, String target, int discarded, int counted, Supplier<?> product) {
        return timed(figure, target, discarded, counted, () -> millis(product));
    }

    /** For what is more than its measured part: the work itself answers how many milliseconds counted. */
    public static BenchFigure timed(String figure, String target, int discarded, int counted, DoubleSupplier millis) {
        double[] products = new double[counted];
        for (int round = -discarded; round < counted; round++) {
            double one = millis.getAsDouble();
            if (round >= 0) {
                products[round] = one;
            }
        }
        return new BenchFigure(figure, "ms", median(products), Optional.empty(), target, discarded);
    }

    /** How long some work takes once. */
    static double millis(Supplier<?> work) {
        long from = System.nanoTime();
        Object result = work.get();
        long nanos = System.nanoTime() - from;
        if (result.hashCode() == Integer.MIN_VALUE) {
            System.out.println(); // keeps the result alive
        }
        return nanos / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
