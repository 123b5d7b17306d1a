package org.mingzhang.query.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;

/**
 * Adds the lines of one side up in a single pass, one subtotal for each combination of what a table asks for.
 *
 * <p>Lines that differ only in what the table never asks fall together, so that the rest of the work is on few subtotals
 * even when no two lines are alike. The hash table over numbered words is our own: boxing and hashing whole
 * classifications cost three times as much as the sums (see the benchmark of tables).
 */
final class Tally {
    private final Numbering[] asked;
    private final RowOrder order;
    private final int[] probe;
    private final List<Classification> classes = new ArrayList<>();
    private int[] numbers;
    private int[] slots = new int[1024];
    private long[] sums = new long[256];
    private Place[] first = new Place[256];

    private Tally(Set<Dimension> dimensions, RowOrder order) {
        this.asked = dimensions.stream()
                .filter(dimension -> dimension.stored() == dimension || !dimensions.contains(dimension.stored()))
                .map(Numbering::new)
                .toArray(Numbering[]::new);
        this.order = order;
        this.probe = new int[asked.length];
        this.numbers = new int[256 * asked.length];
    }

    /**
     * @param dimensions what the table asks; lines that answer alike are added up
     * @param order the walk on which the first line of each sum is looked for
     */
    static Tally of(List<LineFact> lines, Scope scope, Set<Dimension> dimensions, RowOrder order) {
        Tally tally = new Tally(dimensions, order);
        for (LineFact line : lines) {
            if (scope.covers(line.classification().unit())) {
                tally.add(line);
            }
        }
        return tally;
    }

    /** The subtotals in the order in which their combinations occur, nil ones too. */
    List<Subtotal> subtotals() {
        List<Subtotal> subtotals = new ArrayList<>(classes.size());
        for (int id = 0; id < classes.size(); id++) {
            subtotals.add(new Subtotal(id, classes.get(id), new Amount(sums[id]), first[id]));
        }
        return subtotals;
    }

    private void add(LineFact line) {
        int slot = slot(line.classification());
        int id = slots[slot] - 1;
        if (id < 0) {
            id = enter(line, slot);
        } else if (first[id].isAfter(line, order)) {
            first[id] = Place.of(line, order);
        }
        sums[id] = Math.addExact(sums[id], line.amount().fen());
    }

    private int enter(LineFact line, int slot) {
        int id = classes.size();
        if (id == sums.length) {
            sums = Arrays.copyOf(sums, id * 2);
            first = Arrays.copyOf(first, id * 2);
            numbers = Arrays.copyOf(numbers, numbers.length * 2);
        }
        classes.add(line.classification());
        first[id] = Place.of(line, order);
        System.arraycopy(probe, 0, numbers, id * probe.length, probe.length);
        slots[slot] = id + 1;
        if (classes.size() * 3 > slots.length) {
            widen();
        }
        return id;
    }

    private void widen() {
        slots = new int[slots.length * 4];
        for (int id = 0; id < classes.size(); id++) {
            int slot = hash(numbers, id * probe.length) & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = id + 1;
        }
    }

    private int slot(Classification classification) {
        for (int i = 0; i < asked.length; i++) {
            probe[i] = asked[i].numberOf(classification);
        }
        int mask = slots.length - 1;
        int slot = hash(probe, 0) & mask;
        while (slots[slot] != 0 && !same(slots[slot] - 1)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean same(int id) {
        int from = id * probe.length;
        for (int i = 0; i < probe.length; i++) {
            if (numbers[from + i] != probe[i]) {
                return false;
            }
        }
        return true;
    }

    private int hash(int[] of, int from) {
        int hash = 0;
        for (int i = 0; i < asked.length; i++) {
            hash = (hash + of[from + i]) * 0x9E3779B9;
        }
        return hash ^ (hash >>> 15);
    }
}
