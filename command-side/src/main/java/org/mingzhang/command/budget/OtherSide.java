package org.mingzhang.command.budget;

import java.util.List;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.PerformanceEffect;

/**
 * What a 划转 does to the other budget.
 *
 * @param budget of another department in the same division and year
 * @param entries its lines: they gain, or give back when the document takes back another
 * @param performance one for each of its projects whose money changes
 */
public record OtherSide(BudgetId budget, List<AdjustmentEntry> entries, List<PerformanceEffect> performance) {
    public OtherSide {
        entries = List.copyOf(entries);
        performance = List.copyOf(performance);
    }
}
