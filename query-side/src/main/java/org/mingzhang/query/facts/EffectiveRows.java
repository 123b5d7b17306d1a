package org.mingzhang.query.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which dated rows hold on the effective clock: of what was recorded up to the position, the last that was in effect by the
 * day, in the order of recording.
 *
 * <p>A row says at which positions it began and ended to hold; from which day those events count, the log says.
 */
final class EffectiveRows {
    private final Moment moment;
    private final Days effective;
    private Map<Long, LocalDate> days = Map.of();
    private final Map<List<String>, List<Row>> rows = new LinkedHashMap<>();

    /** From which day on the words of the events at these positions hold. */
    @FunctionalInterface
    interface Days {
        Map<Long, LocalDate> of(Collection<Long> positions);
    }

    private record Row(long from, long to, String body) {}

    EffectiveRows(Moment moment, Days effective) {
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
        days = effective.of(asked());
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

    /** Every position that rows begin or end at, so that the log is asked once. */
    private Set<Long> asked() {
        return rows.values().stream()
                .flatMap(List::stream)
                .flatMap(row -> Stream.of(row.from(), row.to()))
                .filter(position -> position <= moment.position())
                .collect(Collectors.toSet());
    }

    private boolean counts(long position) {
        LocalDate day = days.get(position);
        if (day == null) {
            throw new IllegalStateException("no event at position " + position);
        }
        return moment.counts(day);
    }
}
