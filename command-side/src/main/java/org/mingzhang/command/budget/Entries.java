package org.mingzhang.command.budget;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Values by key, kept in the order in which their keys were first entered; never changes.
 *
 * <p>Entry order is part of what a budget says: tables 6 and 10 print it (tables.md §0 rule 7).
 */
public final class Entries<K extends Comparable<K>, V> {
    private final PersistentMap<K, Slot<K, V>> byKey;
    private final PersistentMap<Long, Slot<K, V>> byOrder;
    private final long next;

    private Entries(PersistentMap<K, Slot<K, V>> byKey, PersistentMap<Long, Slot<K, V>> byOrder, long next) {
        this.byKey = byKey;
        this.byOrder = byOrder;
        this.next = next;
    }

    private record Slot<K, V>(long order, K key, V value) {}

    /** A key with its value. */
    public record Entry<K, V>(K key, V value) {}

    public static <K extends Comparable<K>, V> Entries<K, V> none() {
        return new Entries<K, V>(PersistentMap.empty(), PersistentMap.empty(), 0);
    }

    public int size() {
        return byKey.size();
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    public boolean has(K key) {
        return byKey.get(key).isPresent();
    }

    public Optional<V> get(K key) {
        return byKey.get(key).map(Slot::value);
    }

    /** All of them in entry order. */
    public List<Entry<K, V>> entries() {
        return byOrder.values().stream()
                .map(slot -> new Entry<>(slot.key(), slot.value()))
                .toList();
    }

    /** The values in entry order. */
    public Stream<V> values() {
        return byOrder.values().stream().map(Slot::value);
    }

    /** Those that fit, in the same order. */
    Entries<K, V> where(BiPredicate<K, V> fits) {
        Entries<K, V> found = none();
        for (Entry<K, V> entry : entries()) {
            found = fits.test(entry.key(), entry.value()) ? found.add(entry.key(), entry.value()) : found;
        }
        return found;
    }

    /** With a new key at the end; an impossible event when the key is there. */
    Entries<K, V> add(K key, V value) {
        if (has(key)) {
            throw new IllegalStateException("entered twice: " + key);
        }
        return put(new Slot<>(next, key, value), next + 1);
    }

    /** With another value in the same place; an impossible event when the key is not there. */
    Entries<K, V> replace(K key, V value) {
        return put(new Slot<>(slot(key).order(), key, value), next);
    }

    /** With the value, in its old place or at the end. */
    Entries<K, V> set(K key, V value) {
        return has(key) ? replace(key, value) : add(key, value);
    }

    /** Without the key; an impossible event when it is not there. */
    Entries<K, V> remove(K key) {
        return new Entries<>(byKey.without(key), byOrder.without(slot(key).order()), next);
    }

    private Entries<K, V> put(Slot<K, V> slot, long following) {
        return new Entries<>(byKey.with(slot.key(), slot), byOrder.with(slot.order(), slot), following);
    }

    private Slot<K, V> slot(K key) {
        return byKey.get(key).orElseThrow(() -> new IllegalStateException("never entered: " + key));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entries<?, ?> that && entries().equals(that.entries());
    }

    @Override
    public int hashCode() {
        return entries().hashCode();
    }

    @Override
    public String toString() {
        return entries().toString();
    }
}
