package org.mingzhang.command.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mingzhang.command.budget.Entries;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.Value;

/**
 * The rows of a sheet of which each is one thing with a key of its own: units, projects, lines.
 *
 * @param <K> key
 * @param <V> what the row says
 */
final class KeyedRows<K extends Comparable<K>, V> {
    private final HeadedSheet sheet;
    private final String keyField;
    private final Entries<K, V> known;
    private final Function<String, K> key;
    private final Map<String, Row> seen = new HashMap<>();

    KeyedRows(HeadedSheet sheet, String keyField, Entries<K, V> known, Function<String, K> key) {
        this.sheet = sheet;
        this.keyField = keyField;
        this.known = known;
        this.key = key;
    }

    /** What becomes of a row that can be read and says something new. */
    interface Change<K, V> {
        /** @param before empty when the key is new */
        void make(Row row, K key, Optional<V> before, V after);
    }

    void each(Map<String, String> further, Function<FieldReader, Value<V>> reading, Change<K, V> change) {
        for (Row row : sheet.rows()) {
            String text = row.text(keyField);
            row.recognisedBy(text);
            Row first = text.isEmpty() ? null : seen.putIfAbsent(text, row);
            if (first != null) {
                row.note(keyField, "intake.key-twice", text + " (" + first.number() + ")");
            }
            row.read(further, reading).ifPresent(value -> judge(row, key.apply(text), value, change));
        }
        List<String> keys =
                known.entries().stream().map(entry -> entry.key().toString()).toList();
        sheet.misses(keys, seen.keySet());
    }

    private void judge(Row row, K recognised, V value, Change<K, V> change) {
        Optional<V> before = known.get(recognised);
        if (before.isPresent() && before.get().equals(value)) {
            row.judged(Verdict.UNCHANGED);
            return;
        }
        row.judged(before.isPresent() ? Verdict.CHANGED : Verdict.ADDED);
        change.make(row, recognised, before, value);
    }
}
