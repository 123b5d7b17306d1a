package org.mingzhang.query.facts;

/**
 * The codes of one posting in a number of 57 bits, so that a million of them are compared and kept as numbers: a function
 * of up to seven digits, and both economic classes of up to five. A blank code is a code of its own, and 201 another one
 * than 0000201.
 */
public final class PackedCodes {
    /** As many bits as any packed codes take. */
    public static final int BITS = 57;

    private static final int ECONOMIC_BITS = 16;
    private static final long ECONOMIC = (1L << ECONOMIC_BITS) - 1;

    private PackedCodes() {}

    public static long of(String function, String dept, String gov) {
        return (function(function) << (2 * ECONOMIC_BITS)) | (economic(dept) << ECONOMIC_BITS) | economic(gov);
    }

    public static String function(long packed) {
        return Long.toString(packed >>> (2 * ECONOMIC_BITS)).substring(1);
    }

    public static String dept(long packed) {
        return economicText((packed >>> ECONOMIC_BITS) & ECONOMIC);
    }

    public static String gov(long packed) {
        return economicText(packed & ECONOMIC);
    }

    /** With a one before it, which keeps its noughts. */
    private static long function(String code) {
        return within(Long.parseLong("1" + code), 20_000_000, code);
    }

    /** These begin with 3 and 5, so that no noughts stand before them. */
    private static long economic(String code) {
        return code.isEmpty() ? 0 : within(Long.parseLong(code), ECONOMIC + 1, code);
    }

    private static String economicText(long number) {
        return number == 0 ? "" : Long.toString(number);
    }

    private static long within(long number, long limit, String code) {
        if (number >= limit) {
            throw new IllegalStateException("a code is longer than any may be: " + code);
        }
        return number;
    }
}
