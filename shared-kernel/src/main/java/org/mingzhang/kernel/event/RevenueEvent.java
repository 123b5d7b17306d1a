package org.mingzhang.kernel.event;

import java.util.List;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.RevenueContent;

/** Revenue lines while the budget is prepared. */
public sealed interface RevenueEvent extends BudgetEvent {
    LineKey line();

    record RevenueEstimated(BudgetId budget, LineKey line, RevenueContent content, List<Posting> postings)
            implements RevenueEvent {
        public RevenueEstimated {
            postings = List.copyOf(postings);
        }
    }

    record RevenueRevised(
            BudgetId budget, LineKey line, RevenueContent before, RevenueContent after, List<Posting> postings)
            implements RevenueEvent {
        public RevenueRevised {
            postings = List.copyOf(postings);
        }
    }

    record RevenueRemoved(BudgetId budget, LineKey line, RevenueContent content, String reason, List<Posting> postings)
            implements RevenueEvent {
        public RevenueRemoved {
            postings = List.copyOf(postings);
        }
    }
}
