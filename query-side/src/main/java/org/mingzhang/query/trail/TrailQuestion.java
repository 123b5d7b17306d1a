package org.mingzhang.query.trail;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * What somebody asks of the trail, as it was typed; all of it stands in the address, so that the question can be kept.
 *
 * @param from a day or a time from which on entries were recorded, and {@code to} until when
 * @param amountFrom in 元
 * @param kind of an event, or of a group of them
 * @param before position before which to look; for the pages behind the first
 * @param view {@code table} for a table
 */
public record TrailQuestion(
        @Nullable String from,
        @Nullable String to,
        @Nullable String person,
        @Nullable String unit,
        @Nullable String code,
        @Nullable String amountFrom,
        @Nullable String amountTo,
        @Nullable String document,
        @Nullable String kind,
        @Nullable String budget,
        @Nullable String outcome,
        @Nullable String q,
        @Nullable String before,
        @Nullable String view) {
    private static final Set<String> AT_FIRST = Set.of("q", "kind", "outcome", "budget");

    /** Those that were answered, by their names; what is blank is not asked. */
    public Map<String, String> asked() {
        Map<String, String> asked = conditions();
        put(asked, "before", before);
        put(asked, "view", view);
        return asked;
    }

    /** Without where the page begins and how it is shown. */
    public Map<String, String> conditions() {
        Map<String, String> asked = new LinkedHashMap<>();
        put(asked, "from", from);
        put(asked, "to", to);
        put(asked, "person", person);
        put(asked, "unit", unit);
        put(asked, "code", code);
        put(asked, "amountFrom", amountFrom);
        put(asked, "amountTo", amountTo);
        put(asked, "document", document);
        put(asked, "kind", kind);
        put(asked, "budget", budget);
        put(asked, "outcome", outcome);
        put(asked, "q", q);
        return asked;
    }

    /** Whether there is a condition that the form does not show at first. */
    public boolean special() {
        return !AT_FIRST.containsAll(conditions().keySet());
    }

    public boolean table() {
        return "table".equals(view);
    }

    /** The same question with one more answer, or another one; a blank one takes it away. */
    public String with(String name, String value) {
        Map<String, String> asked = asked();
        asked.remove("before");
        if (value.isBlank()) {
            asked.remove(name);
        } else {
            asked.put(name, value);
        }
        return asked.isEmpty()
                ? ""
                : asked.entrySet().stream()
                        .map(one -> one.getKey() + "=" + UriUtils.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static void put(Map<String, String> asked, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            asked.put(name, value.strip());
        }
    }
}
