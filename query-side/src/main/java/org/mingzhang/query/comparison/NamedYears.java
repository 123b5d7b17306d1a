package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.mingzhang.kernel.value.FiscalYear;

/**
 * Years in which something was called by the same name.
 *
 * @param name as it was reported in those years
 * @param years ascending, one after the other among those that are shown
 */
public record NamedYears(String name, List<FiscalYear> years) {
    public NamedYears {
        years = List.copyOf(years);
    }

    /** The names in their order; none where it was called the same in all years, so that nothing needs to be said. */
    static List<NamedYears> of(SortedMap<FiscalYear, String> byYear) {
        List<NamedYears> found = new ArrayList<>();
        byYear.forEach((year, name) -> {
            if (!found.isEmpty() && found.getLast().name.equals(name)) {
                List<FiscalYear> more = new ArrayList<>(found.removeLast().years);
                more.add(year);
                found.add(new NamedYears(name, more));
            } else {
                found.add(new NamedYears(name, List.of(year)));
            }
        });
        return found.size() > 1 ? found : List.of();
    }

    /** The years as they stand before the name, such as {@code 2024–2025}. */
    public String told() {
        return years.size() == 1 ? years.getFirst().toString() : years.getFirst() + "–" + years.getLast();
    }
}
