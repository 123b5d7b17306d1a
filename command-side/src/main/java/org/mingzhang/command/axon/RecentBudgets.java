package org.mingzhang.command.axon;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * The budgets that were decided on last, so that a command does not read its whole stream again.
 *
 * <p>Axon's own cache holds its entries weakly, so that they are gone after the next collection; here they stay until
 * the heap is short or others were used more recently.
 */
final class RecentBudgets implements Cache {
    private final int most;
    private final Map<Object, SoftReference<Object>> recent = new LinkedHashMap<>(16, 0.75f, true);

    RecentBudgets(int most) {
        this.most = most;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public synchronized <K, V> @Nullable V get(K key) {
        SoftReference<Object> found = recent.get(Objects.requireNonNull(key));
        return found == null ? null : (V) found.get();
    }

    @Override
    public synchronized void put(Object key, Object value) {
        recent.put(key, new SoftReference<>(value));
        if (recent.size() > most) {
            recent.remove(recent.keySet().iterator().next());
        }
    }

    @Override
    public synchronized boolean putIfAbsent(Object key, Object value) {
        if (get(key) != null) {
            return false;
        }
        put(key, value);
        return true;
    }

    @Override
    public synchronized boolean remove(Object key) {
        return recent.remove(key) != null;
    }

    @Override
    public synchronized boolean containsKey(Object key) {
        return get(key) != null;
    }

    /** Nobody listens. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> false;
    }
}
