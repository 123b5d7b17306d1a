package org.mingzhang.query.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * Which dated rows hold on the effective clock: of what was recorded up to the position, the last that was in effect by the
 * day, in the order of recording.
 *
 * <p>A row says at which positions it began and ended to hold; from which day those events count, the log says.
 */
final class EffectiveRows {
    private final Moment moment;
    private final LongFunction<LocalDate> effective;
    private final Map<Long, Boolean> counted = new HashMap<>();
    private final Map<List<String>, List<Row>> rows = new LinkedHashMap<>();

    private record Row(long from, long to, String body) {}

    EffectiveRows(Moment moment, LongFunction<LocalDate> effective) {
        this.moment = moment;
        this.effective = effective;
    }

    /** In order of {@code from}. */
    void add(String kind, String key, String body, long from, long to) {
        rows.computeIfAbsent(List.of(kind, key), any -> new ArrayList<>()).add(new Row(from, to, body));
    }

    /** What is told of a row that holds. */
    interface Told {
        void row(String kind, String key, String body);
    }

    /** Tells the rows that hold, by the place at which their keys first came into effect. */
    void tell(Told told) {
        List<Map.Entry<Long, Runnable>> found = new ArrayList<>();
        rows.forEach((key, ofKey) -> {
            List<Row> puts = ofKey.stream().filter(row -> counts(row.from())).toList();
            if (!puts.isEmpty() && lastEnd(ofKey) < puts.getLast().from()) {
                found.add(Map.entry(
                        puts.getFirst().from(),
                        () -> told.row(
                                key.getFirst(), key.getLast(), puts.getLast().body())));
            }
        });
        found.stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> entry.getValue().run());
    }

    /** Of the ends that no other row with the same key began at. */
    private long lastEnd(List<Row> ofKey) {
        return ofKey.stream()
                .mapToLong(Row::to)
                .filter(to ->
                        to <= moment.position() && ofKey.stream().noneMatch(row -> row.from() == to) && counts(to))
                .max()
                .orElse(0);
    }

    private boolean counts(long position) {
        return counted.computeIfAbsent(position, at -> moment.counts(effective.apply(at)));
    }
}
