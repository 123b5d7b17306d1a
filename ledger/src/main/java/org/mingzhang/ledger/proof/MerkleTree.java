package org.mingzhang.ledger.proof;

import java.util.ArrayList;
import java.util.List;

/** Roots and proofs of any size that the tree once had (RFC 6962 §2.1, RFC 9162 §2.1.3 and §2.1.4). */
public final class MerkleTree {
    private final TreeHash algorithm;
    private final TreeNodes nodes;

    public MerkleTree(TreeHash algorithm, TreeNodes nodes) {
        this.algorithm = algorithm;
        this.nodes = nodes;
    }

    /** The root of the first leaves. */
    public Hash root(long size) {
        return size == 0 ? algorithm.ofNothing() : hash(0, size);
    }

    /** The hashes that lead from the leaf to the root of the first {@code size} leaves, from below. */
    public List<Hash> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " among " + size);
        }
        List<Hash> path = new ArrayList<>();
        inclusion(index, 0, size, path);
        return path;
    }

    private void inclusion(long index, long from, long to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            inclusion(index, from, middle, path);
            path.add(hash(middle, to));
        } else {
            inclusion(index, middle, to, path);
            path.add(hash(from, middle));
        }
    }

    /** The hashes that show that the first {@code size} leaves begin with the first {@code older} ones. */
    public List<Hash> consistency(long older, long size) {
        if (older < 0 || older > size) {
            throw new IllegalArgumentException("no " + older + " leaves among " + size);
        }
        List<Hash> path = new ArrayList<>();
        if (older > 0 && older < size) {
            consistency(older, 0, size, true, path);
        }
        return path;
    }

    private void consistency(long older, long from, long to, boolean known, List<Hash> path) {
        if (older == to - from) {
            if (!known) {
                path.add(hash(from, to));
            }
            return;
        }
        long half = split(to - from);
        if (older <= half) {
            consistency(older, from, from + half, known, path);
            path.add(hash(from + half, to));
        } else {
            consistency(older - half, from + half, to, false, path);
            path.add(hash(from, from + half));
        }
    }

    /** The largest power of two that is smaller. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }

    private Hash hash(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            return nodes.complete(Long.numberOfTrailingZeros(count), from >> Long.numberOfTrailingZeros(count));
        }
        long middle = from + split(count);
        return Hash.above(hash(from, middle), hash(middle, to));
    }
}
