package org.mingzhang.application.whatif;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.facts.Facts;

/**
 * Later documents of budgets that are not told again, and that drew on a source after a missing document had: they happen
 * as they did while the source has the money, and nobody decides them anew.
 */
final class NotDecided {
    private NotDecided() {}

    /**
     * Each once, in the order in which they first drew.
     *
     * @param steps of all sources, in their order
     * @param told the budgets whose commands are decided again
     */
    static List<AdjustmentRef> of(Collection<Facts.FundsStep> steps, Set<AdjustmentRef> without, Set<BudgetId> told) {
        Set<Integer> sources = new HashSet<>();
        Set<AdjustmentRef> found = new LinkedHashSet<>();
        for (Facts.FundsStep step : steps) {
            Optional<AdjustmentRef> document = step.document();
            if (document.filter(without::contains).isPresent()) {
                sources.add(step.source());
            } else if (sources.contains(step.source())) {
                document.filter(one -> !told.contains(one.budget())).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }
}
