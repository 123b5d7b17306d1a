package org.mingzhang.command.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A sorted map that never changes: adding or taking away gives another map that shares almost all of its nodes.
 *
 * <p>A balanced (AVL) tree, because folding 20,000 lines must not copy 20,000 entries each time while every state in
 * between stays a value. All operations are logarithmic.
 */
final class PersistentMap<K extends Comparable<K>, V> {
    private final Tree<K, V> root;

    private PersistentMap(Tree<K, V> root) {
        this.root = root;
    }

    private sealed interface Tree<K, V> {}

    private record Nothing<K, V>() implements Tree<K, V> {}

    private record Node<K, V>(K key, V value, Tree<K, V> left, Tree<K, V> right, int height, int size)
            implements Tree<K, V> {}

    static <K extends Comparable<K>, V> PersistentMap<K, V> empty() {
        return new PersistentMap<K, V>(new Nothing<K, V>());
    }

    int size() {
        return size(root);
    }

    /** Steps from the top to the deepest entry; about the logarithm of the size. */
    int height() {
        return height(root);
    }

    Optional<V> get(K key) {
        Tree<K, V> tree = root;
        while (tree instanceof Node<K, V> node) {
            int side = key.compareTo(node.key);
            if (side == 0) {
                return Optional.of(node.value);
            }
            tree = side < 0 ? node.left : node.right;
        }
        return Optional.empty();
    }

    PersistentMap<K, V> with(K key, V value) {
        return new PersistentMap<>(with(root, key, value));
    }

    PersistentMap<K, V> without(K key) {
        return new PersistentMap<>(without(root, key));
    }

    /** The values in the order of their keys. */
    List<V> values() {
        List<V> values = new ArrayList<>(size());
        visit(root, node -> values.add(node.value));
        return values;
    }

    private static <K, V> void visit(Tree<K, V> tree, Consumer<Node<K, V>> visitor) {
        if (tree instanceof Node<K, V> node) {
            visit(node.left, visitor);
            visitor.accept(node);
            visit(node.right, visitor);
        }
    }

    private static <K extends Comparable<K>, V> Tree<K, V> with(Tree<K, V> tree, K key, V value) {
        return switch (tree) {
            case Nothing<K, V> nothing -> new Node<>(key, value, nothing, nothing, 1, 1);
            case Node<K, V> node -> {
                int side = key.compareTo(node.key);
                yield side == 0
                        ? new Node<>(key, value, node.left, node.right, node.height, node.size)
                        : side < 0
                                ? balanced(node, with(node.left, key, value), node.right)
                                : balanced(node, node.left, with(node.right, key, value));
            }
        };
    }

    private static <K extends Comparable<K>, V> Tree<K, V> without(Tree<K, V> tree, K key) {
        return switch (tree) {
            case Nothing<K, V> nothing -> nothing;
            case Node<K, V> node -> {
                int side = key.compareTo(node.key);
                yield side == 0
                        ? joined(node.left, node.right)
                        : side < 0
                                ? balanced(node, without(node.left, key), node.right)
                                : balanced(node, node.left, without(node.right, key));
            }
        };
    }

    private static <K extends Comparable<K>, V> Tree<K, V> joined(Tree<K, V> left, Tree<K, V> right) {
        if (!(right instanceof Node<K, V> node)) {
            return left;
        }
        Node<K, V> first = first(node);
        return balanced(first, left, without(right, first.key));
    }

    private static <K, V> Node<K, V> first(Node<K, V> node) {
        Node<K, V> first = node;
        while (first.left instanceof Node<K, V> smaller) {
            first = smaller;
        }
        return first;
    }

    /** The entry of {@code top} over two trees whose heights differ by two at most. */
    private static <K, V> Tree<K, V> balanced(Node<K, V> top, Tree<K, V> left, Tree<K, V> right) {
        if (left instanceof Node<K, V> tall && tall.height > height(right) + 1) {
            return leaningLeft(top, tall, right);
        }
        if (right instanceof Node<K, V> tall && tall.height > height(left) + 1) {
            return leaningRight(top, left, tall);
        }
        return node(top, left, right);
    }

    private static <K, V> Tree<K, V> leaningLeft(Node<K, V> top, Node<K, V> tall, Tree<K, V> right) {
        return height(tall.right) > height(tall.left) && tall.right instanceof Node<K, V> inner
                ? node(inner, node(tall, tall.left, inner.left), node(top, inner.right, right))
                : node(tall, tall.left, node(top, tall.right, right));
    }

    private static <K, V> Tree<K, V> leaningRight(Node<K, V> top, Tree<K, V> left, Node<K, V> tall) {
        return height(tall.left) > height(tall.right) && tall.left instanceof Node<K, V> inner
                ? node(inner, node(top, left, inner.left), node(tall, inner.right, tall.right))
                : node(tall, node(top, left, tall.left), tall.right);
    }

    private static <K, V> Node<K, V> node(Node<K, V> entry, Tree<K, V> left, Tree<K, V> right) {
        int height = Math.max(height(left), height(right)) + 1;
        return new Node<>(entry.key, entry.value, left, right, height, size(left) + size(right) + 1);
    }

    private static <K, V> int height(Tree<K, V> tree) {
        return tree instanceof Node<K, V> node ? node.height : 0;
    }

    private static <K, V> int size(Tree<K, V> tree) {
        return tree instanceof Node<K, V> node ? node.size : 0;
    }
}
