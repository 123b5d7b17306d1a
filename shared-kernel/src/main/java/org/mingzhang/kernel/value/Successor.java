package org.mingzhang.kernel.value;

/**
 * What takes over a part of something.
 *
 * @param share of ten thousand, so that a part is written in hundredths of a per cent and parts can be added exactly
 */
public record Successor(String code, int share) {
    /** The share of whoever takes over everything. */
    public static final int WHOLE = 10_000;
}
