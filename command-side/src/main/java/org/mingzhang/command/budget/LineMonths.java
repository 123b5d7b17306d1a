package org.mingzhang.command.budget;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mingzhang.kernel.value.MonthFigures;

/** What was stated of one line, month by month. */
public record LineMonths(SortedMap<YearMonth, MonthFigures> stated) {
    static final LineMonths NONE = new LineMonths(Collections.emptySortedMap());

    public LineMonths {
        stated = Collections.unmodifiableSortedMap(new TreeMap<>(stated));
    }

    public Optional<MonthFigures> at(YearMonth month) {
        return Optional.ofNullable(stated.get(month));
    }

    /** The last month that says what is in process. */
    Optional<YearMonth> lastCommitted() {
        return stated.entrySet().stream()
                .filter(month -> month.getValue().committed().isPresent())
                .map(Map.Entry::getKey)
                .reduce((earlier, later) -> later);
    }

    LineMonths with(YearMonth month, MonthFigures figures) {
        SortedMap<YearMonth, MonthFigures> now = new TreeMap<>(stated);
        now.put(month, figures);
        return new LineMonths(now);
    }
}
