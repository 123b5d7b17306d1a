package org.mingzhang.query.execution;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.mingzhang.query.facts.MonthlyExecution;
import org.mingzhang.query.web.OpenedBudget;

/**
 * Months of the year that are over and in which nothing was paid of any line, in their order: perhaps the treasury's report
 * is missing.
 *
 * <p>No law forbids a month without a payment, so that the closing is not refused for it; but after it nothing can be
 * reported any more, and what was paid would lapse or be carried over.
 */
final class UnreportedMonths {
    private UnreportedMonths() {}

    static List<YearMonth> of(OpenedBudget budget, MonthlyExecution months, LocalDate today) {
        Set<YearMonth> reported = months.touched(budget.id(), budget.moment());
        YearMonth present = YearMonth.from(today);
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(budget.id().year().value(), month))
                .filter(month -> month.isBefore(present) && !reported.contains(month))
                .toList();
    }
}
