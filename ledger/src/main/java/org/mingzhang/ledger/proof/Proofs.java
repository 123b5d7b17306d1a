package org.mingzhang.ledger.proof;

import java.util.List;

/** Checks proofs, with nothing but hashes in hand (RFC 9162 §2.1.3.2 and §2.1.4.2). */
public final class Proofs {
    private Proofs() {}

    /** Whether the leaf is the one at that index of the tree with that size and root. */
    public static boolean included(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.above(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.above(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the tree of the later size and root begins with the tree of the older ones. */
    public static boolean grown(long older, Hash olderRoot, long size, Hash root, List<Hash> path) {
        boolean ofOne = olderRoot.algorithm().name().equals(root.algorithm().name());
        if (older < 0 || older > size || !ofOne) {
            return false;
        }
        if (older == size || older == 0) {
            return path.isEmpty()
                    && (older == 0 ? olderRoot.equals(olderRoot.algorithm().ofNothing()) : olderRoot.equals(root));
        }
        boolean whole = Long.bitCount(older) == 1;
        if (path.isEmpty() && !whole) {
            return false;
        }
        return whole
                ? climbed(older, olderRoot, size, root, olderRoot, path)
                : climbed(older, olderRoot, size, root, path.getFirst(), path.subList(1, path.size()));
    }

    private static boolean climbed(long older, Hash olderRoot, long size, Hash root, Hash begin, List<Hash> path) {
        long node = older - 1;
        long last = size - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        Hash before = begin;
        Hash after = begin;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                before = Hash.above(sibling, before);
                after = Hash.above(sibling, after);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                after = Hash.above(after, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && before.equals(olderRoot) && after.equals(root);
    }
}
