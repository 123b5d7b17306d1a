package org.mingzhang.kernel.value;

import java.util.Collection;

/**
 * An amount of money in whole fen (分, 1/100 yuan), exact, of either sign.
 *
 * <p>Sums that leave the range of a {@code long} throw {@link ArithmeticException}. Rounding happens only in {@link
 * AmountUnit#print}; nothing here rounds (tables.md §0 rule 2).
 */
public record Amount(long fen) implements Comparable<Amount> {
    public static final Amount ZERO = new Amount(0);

    public static Amount ofYuan(long yuan) {
        return new Amount(Math.multiplyExact(yuan, 100));
    }

    public static Amount sum(Collection<Amount> amounts) {
        Amount total = ZERO;
        for (Amount amount : amounts) {
            total = total.plus(amount);
        }
        return total;
    }

    public Amount plus(Amount other) {
        return new Amount(Math.addExact(fen, other.fen));
    }

    public Amount minus(Amount other) {
        return new Amount(Math.subtractExact(fen, other.fen));
    }

    public Amount negated() {
        return new Amount(Math.negateExact(fen));
    }

    public boolean isZero() {
        return fen == 0;
    }

    public boolean isNegative() {
        return fen < 0;
    }

    public boolean exceeds(Amount limit) {
        return fen > limit.fen;
    }

    @Override
    public int compareTo(Amount other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public String toString() {
        return AmountUnit.YUAN.print(this) + "元";
    }
}
