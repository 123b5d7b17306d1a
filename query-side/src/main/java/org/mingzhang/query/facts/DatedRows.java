package org.mingzhang.query.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows as they came, and which of them held at the position. */
final class DatedRows {
    private final long position;
    private final Reading reading;
    private final Map<String, Map<String, Optional<String>>> byKind = new LinkedHashMap<>();
    private final Map<String, List<String>> all = new LinkedHashMap<>();

    /** @param reading what tells a stored row as what it is */
    DatedRows(long position, Reading reading) {
        this.reading = reading;
        this.position = position;
    }

    /** A key keeps the place of its first appearance, also when it is put anew. */
    void add(String kind, String key, String body, long to) {
        byKind.computeIfAbsent(kind, k -> new LinkedHashMap<>())
                .put(key, to > position ? Optional.of(body) : Optional.empty());
        all.computeIfAbsent(kind, k -> new ArrayList<>()).add(body);
    }

    <T> Map<String, T> all(FactKind kind, Class<T> type) {
        Map<String, T> found = new LinkedHashMap<>();
        byKind.getOrDefault(kind.stored(), Map.of())
                .forEach((key, body) -> body.ifPresent(text -> found.put(key, reading.read(text, type))));
        return found;
    }

    <T> Optional<T> one(FactKind kind, Class<T> type) {
        return all(kind, type).values().stream().findFirst();
    }

    <T> List<T> history(FactKind kind, Class<T> type) {
        return all.getOrDefault(kind.stored(), List.of()).stream()
                .map(body -> reading.read(body, type))
                .toList();
    }

    /** Tells a stored row as what it is. */
    interface Reading {
        <T> T read(String body, Class<T> type);
    }
}
