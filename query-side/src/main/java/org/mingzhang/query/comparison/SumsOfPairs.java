package org.mingzhang.query.comparison;

import java.util.Arrays;

/** Sums by two small numbers, without an object for each: a million of them are added up in one question. */
final class SumsOfPairs {
    private static final long FREE = -1;

    private long[] keys = new long[1 << 12];
    private long[] sums = new long[1 << 12];
    private int size;

    SumsOfPairs() {
        Arrays.fill(keys, FREE);
    }

    /** Takes a sum. */
    interface Taking {
        void sum(int one, int other, long fen);
    }

    /** Neither number is below 0. */
    void add(int one, int other, long fen) {
        long key = ((long) one << 32) | other;
        int at = place(key);
        if (keys[at] == FREE) {
            keys[at] = key;
            sums[at] = fen;
            if (++size > keys.length / 2) {
                grow();
            }
        } else {
            sums[at] = Math.addExact(sums[at], fen);
        }
    }

    void each(Taking taking) {
        for (int at = 0; at < keys.length; at++) {
            if (keys[at] != FREE) {
                taking.sum((int) (keys[at] >>> 32), (int) keys[at], sums[at]);
            }
        }
    }

    /** Where a key stands, or would. */
    private int place(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed ^ (mixed >>> 32)) & (keys.length - 1);
        while (keys[at] != FREE && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] before = keys;
        long[] added = sums;
        keys = new long[2 * before.length];
        sums = new long[keys.length];
        Arrays.fill(keys, FREE);
        for (int at = 0; at < before.length; at++) {
            if (before[at] != FREE) {
                int place = place(before[at]);
                keys[place] = before[at];
                sums[place] = added[at];
            }
        }
    }
}
