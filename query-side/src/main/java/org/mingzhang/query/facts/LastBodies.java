package org.mingzhang.query.facts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.mingzhang.kernel.value.BudgetId;

/**
 * What the rows of every budget said when they were last read, so that of ten thousand that are listed only those that say
 * something else are made out anew; what they say the database is asked every time.
 */
final class LastBodies {
    private final Map<Key, Read<?>> last = new ConcurrentHashMap<>();

    private record Key(FactKind kind, String budget) {}

    /** A row of a budget, and the value that its body stands for. */
    record Read<T>(BudgetId budget, String body, T value) {}

    /** @param reading makes out a body; one kind is always of one type */
    @SuppressWarnings("unchecked") // the type is that of the kind
    <T> Read<T> read(FactKind kind, String budget, String body, Function<String, T> reading) {
        Key key = new Key(kind, budget);
        Read<?> before = last.get(key);
        if (before != null && before.body().equals(body)) {
            return (Read<T>) before;
        }
        Read<T> now = new Read<>(BudgetId.parse(budget), body, reading.apply(body));
        last.put(key, now);
        return now;
    }
}
