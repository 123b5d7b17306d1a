package org.mingzhang.ledger.proof;

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
}
