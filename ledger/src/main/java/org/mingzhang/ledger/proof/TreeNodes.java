package org.mingzhang.ledger.proof;

import java.util.ArrayList;
import java.util.List;

/** Where the hashes of a tree are kept: the leaves, and the complete nodes of every eighth level above them. */
public interface TreeNodes {
    /** Levels from one that is kept to the next; a node above stands for 256 below. */
    int STEP = 8;

    /**
     * Hashes of complete nodes side by side.
     *
     * @param level 0 for the leaves, else a multiple of {@link #STEP}
     * @param from index on that level of the first
     * @param count at most 256
     */
    List<Hash> hashes(int level, long from, int count);

    /** A complete node of any level, made from the nearest level below it that is kept. */
    default Hash complete(int level, long index) {
        int above = level % STEP;
        List<Hash> row = hashes(level - above, index << above, 1 << above);
        while (row.size() > 1) {
            row = above(row);
        }
        return row.getFirst();
    }

    /** The complete nodes above a row of nodes; what is left over at its end has none. */
    static List<Hash> above(List<Hash> row) {
        List<Hash> next = new ArrayList<>(row.size() / 2);
        for (int i = 0; i + 1 < row.size(); i += 2) {
            next.add(Hash.above(row.get(i), row.get(i + 1)));
        }
        return next;
    }
}
