package org.mingzhang.kernel.event;

import java.util.Optional;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Comparatives;

/** What was printed of the years before a department's first budget that is kept here, stated in the stream of that budget. */
public sealed interface ComparativeEvent extends BudgetEvent {
    /**
     * Figures of a year were stated, in place of all that were stated of it before.
     *
     * @param before empty when nothing had been stated of that year
     * @param reason why what was stated before is not right; blank the first time
     */
    record ComparativesStated(BudgetId budget, Optional<Comparatives> before, Comparatives after, String reason)
            implements ComparativeEvent {}
}
