package org.mingzhang.query.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;

/**
 * What has become of an amount from one year to another, as texts say it (disclosure-rules.md §2.1).
 *
 * @param delta in the unit, both amounts rounded to it first, so that no difference is printed that the amounts do not show
 * @param percent of the earlier amount, two decimals, without a sign; empty where there is nothing to take it of
 */
public record Change(Kind kind, BigDecimal delta, Optional<BigDecimal> percent) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final char MINUS = '\u2212';

    /** How it is said. */
    public enum Kind {
        /** One of the two is not known. */
        UNKNOWN,
        /** 持平, without a percentage. */
        EQUAL,
        /** 增加, 增长. */
        MORE,
        /** 减少, 下降. */
        LESS
    }

    /** From the earlier to the later amount; an empty one is not known. */
    public static Change of(Optional<Amount> before, Optional<Amount> after, AmountUnit unit) {
        if (before.isEmpty() || after.isEmpty()) {
            return new Change(Kind.UNKNOWN, BigDecimal.ZERO, Optional.empty());
        }
        BigDecimal from = unit.number(before.get());
        BigDecimal delta = unit.number(after.get()).subtract(from);
        return switch (delta.signum()) {
            case 0 -> new Change(Kind.EQUAL, delta, Optional.empty());
            case 1 -> new Change(Kind.MORE, delta, percent(delta, from));
            default -> new Change(Kind.LESS, delta, percent(delta, from));
        };
    }

    /** Of nothing and of less than nothing there is none. */
    private static Optional<BigDecimal> percent(BigDecimal delta, BigDecimal from) {
        return from.signum() <= 0
                ? Optional.empty()
                : Optional.of(delta.abs().multiply(HUNDRED).divide(from, 2, RoundingMode.HALF_UP));
    }

    public boolean known() {
        return kind != Kind.UNKNOWN;
    }

    /** {@code +964.73}; 0.00 when nothing changed, blank when it is not known. */
    public String printed() {
        return known() ? signed(delta) : "";
    }

    /** {@code +29.24%}; blank where there is none. */
    public String printedPercent() {
        return percent.map(of -> signed(kind == Kind.LESS ? of.negate() : of) + "%")
                .orElse("");
    }

    /** What it is without its sign, as sentences have it. */
    public String absolute() {
        return grouped(delta.abs());
    }

    /** {@code 29.24%}, without its sign. */
    public String absolutePercent() {
        return percent.map(of -> of.toPlainString() + "%").orElse("");
    }

    private static String signed(BigDecimal number) {
        return switch (number.signum()) {
            case 0 -> "0.00";
            case 1 -> "+" + grouped(number);
            default -> MINUS + grouped(number.abs());
        };
    }

    static String grouped(BigDecimal number) {
        String plain = number.setScale(2, RoundingMode.HALF_UP).toPlainString();
        StringBuilder out = new StringBuilder(plain);
        for (int at = plain.length() - 6; at > 0; at -= 3) {
            out.insert(at, ',');
        }
        return out.toString();
    }
}
