package org.mingzhang.kernel.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * The unit in which people write and print money: 元 or 万元.
 *
 * <p>Parsing is strict and exact; printing rounds once, HALF_UP, to two decimals (tables.md §0 rules 2 and 3).
 */
public enum AmountUnit {
    YUAN("元", 2),
    WAN_YUAN("万元", 6);

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,3}(,\\d{3})+|\\d{1,40})(\\.\\d{1,10})?");
    private static final char MINUS = '\u2212';

    /**
     * Digits of the largest amount that anybody may state, in fen: less than 1 万亿元, more than any department has, and so
     * little that as many as anybody may state at once add up within a {@code long}.
     */
    private static final int DIGITS = 14;

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,100}");

    private final String label;
    private final int fenDigits;

    AmountUnit(String label, int fenDigits) {
        this.label = label;
        this.fenDigits = fenDigits;
    }

    /** The Chinese word that follows 单位： in a heading. */
    public String label() {
        return label;
    }

    /** Finds the unit by its word; refuses anything but 元 and 万元. */
    public static AmountUnit ofLabel(String text) {
        for (AmountUnit unit : values()) {
            if (unit.label.equals(text.strip())) {
                return unit;
            }
        }
        throw new InvalidValueException("amount.unit-unknown", text);
    }

    /**
     * Reads what people type or paste: thousands separators, full-width digits and signs, brackets for negatives.
     *
     * <p>Refuses {@code amount.missing}, {@code amount.not-a-number}, {@code amount.finer-than-fen} and {@code
     * amount.too-large}.
     */
    public Amount parse(String text) {
        String folded = fold(text);
        if (folded.isEmpty()) {
            throw new InvalidValueException("amount.missing", text);
        }
        boolean bracketed = folded.startsWith("(") && folded.endsWith(")");
        String number = bracketed ? "-" + folded.substring(1, folded.length() - 1) : folded;
        if (!NUMBER.matcher(number).matches()) {
            throw new InvalidValueException("amount.not-a-number", text);
        }
        return exact(new BigDecimal(number.replace(",", "")), text);
    }

    /** The same for a number that a workbook stored as a number; refuses parts of a fen. */
    public Amount exact(BigDecimal number, String shown) {
        BigDecimal fen = number.movePointRight(fenDigits).stripTrailingZeros();
        if (fen.scale() > 0) {
            throw new InvalidValueException("amount.finer-than-fen", shown);
        }
        return bound(fen, shown);
    }

    /**
     * Whole fen as a program writes them.
     *
     * <p>Refuses {@code request.not-a-number} and {@code amount.too-large}.
     */
    public static Amount fen(String text) {
        if (!WHOLE.matcher(text.strip()).matches()) {
            throw new InvalidValueException("request.not-a-number", text);
        }
        return bound(new BigDecimal(text.strip()), text);
    }

    private static Amount bound(BigDecimal fen, String shown) {
        if (fen.precision() - fen.scale() > DIGITS) {
            throw new InvalidValueException("amount.too-large", shown);
        }
        return new Amount(fen.longValueExact());
    }

    /** {@code 4,263.93}: thousands separators, two decimals, U+2212 for a minus. */
    public String print(Amount amount) {
        String plain = plain(new Amount(amount.fen() < 0 ? -amount.fen() : amount.fen()));
        int point = plain.length() - 3;
        StringBuilder out = new StringBuilder(plain);
        for (int i = point - 3; i > 0; i -= 3) {
            out.insert(i, ',');
        }
        return plain(amount).startsWith("-") ? MINUS + out.toString() : out.toString();
    }

    /** {@code 4263.93}: as {@link #print} without separators and with an ASCII minus, for narratives and CSV. */
    public String plain(Amount amount) {
        String text = number(amount).toPlainString();
        return text.equals("-0.00") ? "0.00" : text;
    }

    /** The rounded number itself, two decimals, for cells of workbooks. */
    public BigDecimal number(Amount amount) {
        return BigDecimal.valueOf(amount.fen(), fenDigits).setScale(2, RoundingMode.HALF_UP);
    }

    private static String fold(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.strip().toCharArray()) {
            out.append(foldCharacter(c));
        }
        return out.toString().strip();
    }

    private static char foldCharacter(char c) {
        if (c >= '０' && c <= '９') {
            return (char) (c - '０' + '0');
        }
        return switch (c) {
            case '．' -> '.';
            case '，' -> ',';
            case '（' -> '(';
            case '）' -> ')';
            case '－', MINUS -> '-';
            case '＋' -> '+';
            case '\u3000', '\u00a0' -> ' ';
            default -> c;
        };
    }
}
