package org.mingzhang.ledger.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tree in memory that keeps what a database would. */
final class Leaves implements TreeNodes {
    private final List<Hash> leaves = new ArrayList<>();
    private final Map<String, Hash> kept = new HashMap<>();
    private Frontier frontier = Frontier.empty(TreeHash.usual());

    static Leaves of(int count) {
        Leaves all = new Leaves();
        for (int i = 0; i < count; i++) {
            all.add(TreeHash.usual().ofLeaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return all;
    }

    void add(Hash leaf) {
        leaves.add(leaf);
        frontier = frontier.with(List.of(leaf), node -> kept.put(node.level() + "/" + node.index(), node.hash()));
    }

    Hash leaf(long index) {
        return leaves.get((int) index);
    }

    Frontier frontier() {
        return frontier;
    }

    @Override
    public List<Hash> hashes(int level, long from, int count) {
        List<Hash> hashes = new ArrayList<>();
        for (long index = from; index < from + count; index++) {
            Hash hash = level == 0 ? leaf(index) : kept.get(level + "/" + index);
            if (hash == null) {
                throw new IllegalStateException("never kept: " + level + "/" + index);
            }
            hashes.add(hash);
        }
        return hashes;
    }
}
