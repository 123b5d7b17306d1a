package org.mingzhang.ledger.proof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What has to be known of a tree to let it grow: its size, and the hashes of the complete subtrees side by side that it
 * is made of, the largest first. Never changes; {@link #with} answers a new one.
 */
public final class Frontier {
    private final TreeHash algorithm;
    private final long size;
    private final List<Hash> peaks;

    private Frontier(TreeHash algorithm, long size, List<Hash> peaks) {
        this.algorithm = algorithm;
        this.size = size;
        this.peaks = peaks;
    }

    /** Of the tree without leaves. */
    public static Frontier empty(TreeHash algorithm) {
        return new Frontier(algorithm, 0, List.of());
    }

    /** As it was stored; refuses bytes that do not belong to a tree of that size. */
    public static Frontier stored(TreeHash algorithm, long size, byte[] bytes) {
        int count = Long.bitCount(size);
        if (size < 0 || bytes.length != count * Hash.BYTES) {
            throw new IllegalArgumentException("a frontier of " + bytes.length + " bytes for " + size + " leaves");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<Hash> peaks = new ArrayList<>(count);
        byte[] one = new byte[Hash.BYTES];
        for (int i = 0; i < count; i++) {
            buffer.get(one);
            peaks.add(algorithm.of(one));
        }
        return new Frontier(algorithm, size, List.copyOf(peaks));
    }

    /** A node that became complete and is kept. */
    public record Kept(int level, long index, Hash hash) {}

    /** Somebody who keeps nodes. */
    @FunctionalInterface
    public interface Keeper {
        void keep(Kept node);
    }

    public long size() {
        return size;
    }

    /** With more leaves at the end; nodes of every eighth level that become complete go to the keeper. */
    public Frontier with(List<Hash> leaves, Keeper keeper) {
        List<Hash> now = new ArrayList<>(peaks);
        long grown = size;
        for (Hash leaf : leaves) {
            now.add(leaf);
            // As many complete pairs end here as the index of the leaf has ones at its end.
            int pairs = Long.numberOfTrailingZeros(~grown);
            for (int level = 1; level <= pairs; level++) {
                Hash right = now.removeLast();
                Hash above = Hash.above(now.removeLast(), right);
                now.add(above);
                if (level % TreeNodes.STEP == 0) {
                    keeper.keep(new Kept(level, grown >> level, above));
                }
            }
            grown++;
        }
        return new Frontier(algorithm, grown, List.copyOf(now));
    }

    /** The root of the tree (RFC 6962 §2.1). */
    public Hash root() {
        if (peaks.isEmpty()) {
            return algorithm.ofNothing();
        }
        Hash root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.above(peaks.get(i), root);
        }
        return root;
    }

    /** To be stored beside the size. */
    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(peaks.size() * Hash.BYTES);
        peaks.forEach(peak -> buffer.put(peak.toArray()));
        return buffer.array();
    }
}
