package org.mingzhang.command.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A list as it is known and as rows give it: what the rows have first and in their order, then what they miss. */
final class Merge<T> {
    private final Map<Object, T> known = new HashMap<>();
    private final List<T> before;
    private final Function<T, Object> key;
    private final Map<Object, Row> seen = new HashMap<>();
    private final List<T> after = new ArrayList<>();

    Merge(List<T> before, Function<T, Object> key) {
        this.before = before;
        this.key = key;
        before.forEach(value -> known.put(key.apply(value), value));
    }

    /** Takes the value of a row, and judges the row by it. */
    void take(Row row, String field, T value) {
        Object recognised = key.apply(value);
        Row first = seen.putIfAbsent(recognised, row);
        if (first != null) {
            row.note(field, "intake.key-twice", row.text(field));
            return;
        }
        T same = known.get(recognised);
        row.judged(same == null ? Verdict.ADDED : same.equals(value) ? Verdict.UNCHANGED : Verdict.CHANGED);
        after.add(value);
    }

    List<T> merged() {
        List<T> merged = new ArrayList<>(after);
        missing().forEach(merged::add);
        return merged;
    }

    List<T> missing() {
        return before.stream()
                .filter(value -> !seen.containsKey(key.apply(value)))
                .toList();
    }
}
