package org.mingzhang.application.bench.ledger;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.mingzhang.application.bench.BenchFigure;

/** Floor, product, floor: what the machine did meanwhile shows in the difference of the two floors. */
final class Sandwich {
    private static final double WIDEST = 0.15;
    private static final int ATTEMPTS = 3;

    private Sandwich() {}

    /** Rates; measured again while the floors differ too much, and then said to be no measurement. */
    static BenchFigure of(String figure, double atLeast, DoubleSupplier product, DoubleSupplier floor) {
        double before = floor.getAsDouble();
        for (int attempt = 1; ; attempt++) {
            double made = product.getAsDouble();
            double after = floor.getAsDouble();
            boolean steady = Math.abs(before - after) / Math.max(before, after) <= WIDEST;
            if (steady || attempt == ATTEMPTS) {
                double least = (before + after) / 2;
                return new BenchFigure(
                        figure, "/s", made, Optional.of(least), verdict(steady, made / least, atLeast), attempt);
            }
            before = after;
        }
    }

    private static String verdict(boolean steady, double ratio, double atLeast) {
        String target = ">= " + atLeast;
        if (!steady) {
            return target + " DISCARDED: the floors differ by more than 15 %";
        }
        return target + (ratio >= atLeast ? " met" : " MISSED");
    }
}
