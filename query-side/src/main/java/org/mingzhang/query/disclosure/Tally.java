package org.mingzhang.query.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mingzhang.kernel.value.Classification;

/**
 * Adds lines up by equal classification in a single pass.
 *
 * <p>Every cell of every table is a sum over whole classifications, so that after this pass no table looks at a line
 * again. The hash table is our own because boxing each of 200,000 look-ups would cost more than the sums.
 */
final class Tally {
    private final List<Classification> classes = new ArrayList<>();
    private int[] slots = new int[256];
    private int[] hashes = new int[64];
    private long[] sums = new long[64];
    private int[] first = new int[64];

    private Tally() {}

    /** One subtotal for each classification that occurs, nil ones too, in the order in which they occur. */
    static List<Subtotal> of(List<LineFact> lines) {
        Tally tally = new Tally();
        for (LineFact line : lines) {
            tally.add(line);
        }
        List<Subtotal> subtotals = new ArrayList<>(tally.classes.size());
        for (int id = 0; id < tally.classes.size(); id++) {
            subtotals.add(new Subtotal(id, tally.classes.get(id), tally.sums[id], tally.first[id]));
        }
        return List.copyOf(subtotals);
    }

    private void add(LineFact line) {
        Classification classification = line.classification();
        int hash = spread(classification.hashCode());
        int slot = slotOf(classification, hash);
        int id = slots[slot] - 1;
        if (id < 0) {
            id = enter(classification, hash, slot, line.ordinal());
        }
        sums[id] = Math.addExact(sums[id], line.amount().fen());
        first[id] = Math.min(first[id], line.ordinal());
    }

    private int enter(Classification classification, int hash, int slot, int ordinal) {
        int id = classes.size();
        if (id == sums.length) {
            sums = Arrays.copyOf(sums, id * 2);
            first = Arrays.copyOf(first, id * 2);
            hashes = Arrays.copyOf(hashes, id * 2);
        }
        classes.add(classification);
        hashes[id] = hash;
        first[id] = ordinal;
        slots[slot] = id + 1;
        if (classes.size() * 4 > slots.length) {
            widen();
        }
        return id;
    }

    private void widen() {
        slots = new int[slots.length * 4];
        for (int id = 0; id < classes.size(); id++) {
            int slot = hashes[id] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = id + 1;
        }
    }

    private int slotOf(Classification classification, int hash) {
        int slot = hash & (slots.length - 1);
        while (slots[slot] != 0) {
            int id = slots[slot] - 1;
            if (hashes[id] == hash && classes.get(id).equals(classification)) {
                return slot;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}
