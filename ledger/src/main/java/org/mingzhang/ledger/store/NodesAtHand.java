package org.mingzhang.ledger.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.ledger.proof.Hash;
import org.mingzhang.ledger.proof.TreeNodes;

/**
 * Nodes that are read 256 side by side, with everything between them and the next level that is kept; the last few such
 * blocks stay in memory. Events that stand near each other share nearly all of their way to the root.
 */
final class NodesAtHand implements TreeNodes {
    private static final int WIDTH = 1 << STEP;

    /** Some megabytes. */
    private static final int BLOCKS = 64;

    private final TreeNodes source;
    private final long size;
    private final Map<Place, List<List<Hash>>> blocks = new LinkedHashMap<>(2 * BLOCKS, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, List<List<Hash>>> eldest) {
            return size() > BLOCKS;
        }
    };

    /** @param size of the tree, which says how many nodes of each level there are */
    NodesAtHand(TreeNodes source, long size) {
        this.source = source;
        this.size = size;
    }

    /** Which block of a level that is kept. */
    private record Place(int level, long block) {}

    @Override
    public List<Hash> hashes(int level, long from, int count) {
        int first = (int) (from % WIDTH);
        return block(level, from / WIDTH).getFirst().subList(first, first + count);
    }

    @Override
    public Hash complete(int level, long index) {
        int above = level % STEP;
        int width = WIDTH >> above;
        return block(level - above, index / width).get(above).get((int) (index % width));
    }

    /** From the level that is kept upwards, without the next that is. */
    private List<List<Hash>> block(int level, long block) {
        return blocks.computeIfAbsent(new Place(level, block), place -> {
            long from = place.block * WIDTH;
            int count = (int) Math.min(WIDTH, (size >> place.level) - from);
            List<List<Hash>> rows = new ArrayList<>(STEP);
            rows.add(source.hashes(place.level, from, count));
            while (rows.size() < STEP) {
                rows.add(TreeNodes.above(rows.getLast()));
            }
            return rows;
        });
    }
}
