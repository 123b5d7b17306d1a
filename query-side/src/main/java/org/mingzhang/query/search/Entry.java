package org.mingzhang.query.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.UnitCode;

/**
 * Something that can be found.
 *
 * @param key its code or number; found by its beginning
 * @param title what is shown first
 * @param detail what is shown beside it, and found in as well
 * @param more further texts it is found by
 * @param units to which it belongs; none for what the department says as a whole
 * @param amounts that it is found by, whatever their sign; the first is shown
 * @param span as of which instants it is found
 */
record Entry(
        EntryKind kind,
        String key,
        String title,
        String detail,
        String more,
        Set<UnitCode> units,
        List<Amount> amounts,
        String link,
        Span span) {
    Entry {
        units = Set.copyOf(units);
        amounts = List.copyOf(amounts);
    }

    Optional<Amount> amount() {
        return amounts.stream().findFirst();
    }
}
