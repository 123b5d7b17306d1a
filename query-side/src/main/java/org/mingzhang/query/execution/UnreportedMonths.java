package org.mingzhang.query.execution;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mingzhang.query.facts.MonthlyExecution;
import org.mingzhang.query.web.OpenedBudget;

/**
 * Months of the year that are over and of which the treasury reported nothing, in their order.
 *
 * <p>No law forbids a month without a payment, so that the closing is not refused for it; but after it nothing can be
 * reported any more, and what was paid would lapse or be carried over.
 */
final class UnreportedMonths {
    private UnreportedMonths() {}

    static List<YearMonth> of(OpenedBudget budget, MonthlyExecution months, LocalDate today) {
        var reported = months.months(budget.id(), budget.moment()).stream()
                .map(MonthlyExecution.Month::month)
                .collect(Collectors.toSet());
        YearMonth present = YearMonth.from(today);
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(budget.id().year().value(), month))
                .filter(month -> month.isBefore(present) && !reported.contains(month))
                .toList();
    }
}
