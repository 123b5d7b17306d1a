package org.mingzhang.kernel.value;

/** Numbers that are written out, such as 九十五. */
final class ChineseNumber {
    private static final String DIGITS = "零一二三四五六七八九";

    private ChineseNumber() {}

    /** Up to 万; whatever stands in an order that no number has is added up as it stands. */
    static long of(String written) {
        long sum = 0;
        long part = 0;
        long digit = 0;
        for (char sign : written.toCharArray()) {
            switch (sign) {
                case '十' -> {
                    part += (digit == 0 ? 1 : digit) * 10;
                    digit = 0;
                }
                case '百' -> {
                    part += digit * 100;
                    digit = 0;
                }
                case '千' -> {
                    part += digit * 1_000;
                    digit = 0;
                }
                case '万' -> {
                    sum = (sum + part + digit) * 10_000;
                    part = 0;
                    digit = 0;
                }
                default -> digit = digit(sign);
            }
        }
        return sum + part + digit;
    }

    /** Digit by digit, as behind a point. */
    static String digits(String written) {
        StringBuilder digits = new StringBuilder(written.length());
        for (char sign : written.toCharArray()) {
            digits.append(digit(sign));
        }
        return digits.toString();
    }

    private static int digit(char sign) {
        return switch (sign) {
            case '〇' -> 0;
            case '两' -> 2;
            default -> Math.max(0, DIGITS.indexOf(sign));
        };
    }
}
