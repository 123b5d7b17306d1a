package org.mingzhang.query.trail;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document that is asked for: what names it, and what was done or tried with the adjustments that it is.
 *
 * @param part of its number or title, as it is compared; blank where it is asked for by its id alone
 * @param adjustments ids such as {@code 411200-103-2025/3}
 */
public record NamedDocument(String part, Set<String> adjustments) {
    private static final Pattern ID = Pattern.compile("(\\d{6}-\\d{3}-\\d{4})[/#-](\\d{1,9})");
    private static final Pattern NUMBER = Pattern.compile("(?:第|no\\.?|#)?(\\d{1,4})号?");

    public NamedDocument {
        adjustments = Set.copyOf(adjustments);
    }

    /** The id of an adjustment. */
    static String id(String budget, long number) {
        return budget + "/" + number;
    }

    /**
     * What is meant by an id, or by a number alone beside the budget that it counts in; none otherwise.
     *
     * @param plain as it is compared
     * @param budget as it is asked for; blank for none
     */
    static Set<String> ids(String plain, String budget) {
        Matcher id = ID.matcher(plain);
        if (id.matches()) {
            return Set.of(id(id.group(1), Long.parseLong(id.group(2))));
        }
        Matcher number = NUMBER.matcher(plain);
        return !budget.isEmpty() && number.matches() ? Set.of(id(budget, Long.parseLong(number.group(1)))) : Set.of();
    }

    /** Whether it can mean nothing but one adjustment. */
    static boolean isId(String plain) {
        return ID.matcher(plain).matches();
    }

    boolean fits(TrailKeys keys) {
        return keys.adjustments().stream().anyMatch(adjustments::contains)
                || (!part.isEmpty() && keys.documents().stream().anyMatch(named -> named.contains(part)));
    }
}
