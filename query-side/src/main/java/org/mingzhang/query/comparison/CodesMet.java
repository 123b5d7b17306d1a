package org.mingzhang.query.comparison;

import java.util.Arrays;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.query.facts.PackedCodes;

/**
 * The codes under which money was found, numbered: every combination is kept once for all budgets that have it. There are
 * no more than the classifications have ever been combined, whatever is read. Numbers stand beside packed codes without an
 * object for each, because those of a million sums are looked up before the first question is answered.
 */
final class CodesMet {
    private static final int FUND_BITS = 3;
    private static final long FUND = (1L << FUND_BITS) - 1;
    private static final FundType[] FUNDS = FundType.values();
    private static final long FREE = -1;

    private long[] met = new long[1 << 10];
    private int size;
    private long[] keys = new long[1 << 11];
    private int[] numbers = new int[1 << 11];

    CodesMet() {
        Arrays.fill(keys, FREE);
    }

    /** What money is classified by, apart from whose it is: its unit and its project are the budget's own. */
    record Codes(
            String function, DeptEconomicCode dept, String gov, String fund, boolean appropriated, boolean ofProject) {}

    /**
     * The number of a combination.
     *
     * @param codes packed by {@link PackedCodes}
     */
    @SuppressWarnings("EnumOrdinal") // the numbers are this process's own and are stored nowhere
    synchronized int number(long codes, FundType fund, boolean appropriated, boolean ofProject) {
        long rest = (((long) fund.ordinal()) << 2) | (appropriated ? 2 : 0) | (ofProject ? 1 : 0);
        long key = (rest << PackedCodes.BITS) | codes;
        int at = place(key);
        if (keys[at] == FREE) {
            if (2 * size >= keys.length) {
                grow();
                at = place(key);
            }
            keys[at] = key;
            numbers[at] = size;
            if (size == met.length) {
                met = Arrays.copyOf(met, 2 * size);
            }
            met[size++] = key;
        }
        return numbers[at];
    }

    synchronized Codes of(int number) {
        long key = met[number];
        long codes = key & ((1L << PackedCodes.BITS) - 1);
        long rest = key >>> PackedCodes.BITS;
        return new Codes(
                PackedCodes.function(codes),
                new DeptEconomicCode(PackedCodes.dept(codes)),
                PackedCodes.gov(codes),
                FUNDS[(int) ((rest >>> 2) & FUND)].name(),
                (rest & 2) != 0,
                (rest & 1) != 0);
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
        keys = new long[2 * keys.length];
        numbers = new int[keys.length];
        Arrays.fill(keys, FREE);
        for (int number = 0; number < size; number++) {
            int at = place(met[number]);
            keys[at] = met[number];
            numbers[at] = number;
        }
    }
}
