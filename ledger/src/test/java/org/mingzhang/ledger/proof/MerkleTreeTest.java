package org.mingzhang.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    /** The leaves and roots with which implementations of Certificate Transparency are tested. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_known_roots_are_reproduced_by_frontier_and_by_tree() {
        Leaves leaves = new Leaves();
        MerkleTree tree = new MerkleTree(TreeHash.usual(), leaves);
        assertThat(tree.root(0)).hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < LEAVES.size(); i++) {
            leaves.add(TreeHash.usual().ofLeaf(HexFormat.of().parseHex(LEAVES.get(i))));
            assertThat(leaves.frontier().root()).hasToString(ROOTS.get(i));
            assertThat(tree.root(i + 1)).hasToString(ROOTS.get(i));
        }
    }

    @Test
    void every_leaf_of_every_small_tree_is_proved_and_no_other() {
        Leaves leaves = Leaves.of(64);
        MerkleTree tree = new MerkleTree(TreeHash.usual(), leaves);
        for (int size = 1; size <= 64; size++) {
            for (int index = 0; index < size; index++) {
                List<Hash> path = tree.inclusion(index, size);
                assertThat(Proofs.included(leaves.leaf(index), index, size, path, tree.root(size)))
                        .isTrue();
                int other = (index + 1) % size;
                boolean single = size == 1;
                assertThat(Proofs.included(leaves.leaf(other), index, size, path, tree.root(size)))
                        .isEqualTo(single);
                assertThat(Proofs.included(leaves.leaf(index), other, size, path, tree.root(size)))
                        .isEqualTo(single);
            }
        }
    }

    @Test
    void every_small_tree_is_shown_to_begin_with_every_smaller_one() {
        MerkleTree tree = new MerkleTree(TreeHash.usual(), Leaves.of(64));
        for (int size = 0; size <= 64; size++) {
            for (int older = 0; older <= size; older++) {
                List<Hash> path = tree.consistency(older, size);
                assertThat(Proofs.grown(older, tree.root(older), size, tree.root(size), path))
                        .as("%s of %s", older, size)
                        .isTrue();
            }
        }
    }

    @Property(tries = 40)
    void proofs_hold_in_trees_of_thousands(
            @ForAll @IntRange(min = 1, max = 5_000) int size, @ForAll @LongRange(min = 0) long chosen) {
        Leaves leaves = Leaves.of(size);
        MerkleTree tree = new MerkleTree(TreeHash.usual(), leaves);
        long index = chosen % size;
        Hash root = leaves.frontier().root();
        assertThat(tree.root(size)).isEqualTo(root);
        assertThat(Proofs.included(leaves.leaf(index), index, size, tree.inclusion(index, size), root))
                .isTrue();
        assertThat(Proofs.grown(index, tree.root(index), size, root, tree.consistency(index, size)))
                .isTrue();
    }

    @Property(tries = 60)
    void a_proof_with_any_bit_flipped_or_any_hash_more_or_less_is_refused(
            @ForAll @IntRange(min = 2, max = 600) int size, @ForAll long seed) {
        Random random = new Random(seed);
        Leaves leaves = Leaves.of(size);
        MerkleTree tree = new MerkleTree(TreeHash.usual(), leaves);
        long index = random.nextLong(size);
        long older = 1 + random.nextLong(size - 1);
        Hash root = tree.root(size);
        List<Hash> inclusion = tree.inclusion(index, size);
        List<Hash> consistency = tree.consistency(older, size);
        for (List<Hash> wrong : spoiled(inclusion, random)) {
            assertThat(Proofs.included(leaves.leaf(index), index, size, wrong, root))
                    .isFalse();
        }
        for (List<Hash> wrong : spoiled(consistency, random)) {
            assertThat(Proofs.grown(older, tree.root(older), size, root, wrong)).isFalse();
        }
        assertThat(Proofs.grown(older, flipped(tree.root(older), random), size, root, consistency))
                .isFalse();
    }

    @Test
    void a_stored_frontier_grows_as_the_one_it_was() {
        Frontier before = Leaves.of(777).frontier();

        Frontier stored = Frontier.stored(TreeHash.usual(), 777, before.bytes());

        Hash leaf = TreeHash.usual().ofLeaf(new byte[] {1});
        assertThat(stored.with(List.of(leaf), node -> {}).root())
                .isEqualTo(before.with(List.of(leaf), node -> {}).root());
        assertThatThrownBy(() -> Frontier.stored(TreeHash.usual(), 783, before.bytes()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<List<Hash>> spoiled(List<Hash> path, Random random) {
        List<List<Hash>> spoiled = new ArrayList<>();
        for (int at = 0; at < path.size(); at++) {
            List<Hash> one = new ArrayList<>(path);
            one.set(at, flipped(path.get(at), random));
            spoiled.add(one);
        }
        List<Hash> more = new ArrayList<>(path);
        more.add(TreeHash.usual().ofNothing());
        spoiled.add(more);
        if (!path.isEmpty()) {
            spoiled.add(path.subList(0, path.size() - 1));
        }
        return spoiled;
    }

    private static Hash flipped(Hash hash, Random random) {
        byte[] bytes = hash.toArray();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return TreeHash.usual().of(bytes);
    }
}
