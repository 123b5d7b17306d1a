package org.mingzhang.kernel.event;

import java.util.List;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;

/** Expenditure lines while the budget is prepared. */
public sealed interface LineEvent extends BudgetEvent {
    LineKey line();

    record LineAllocated(BudgetId budget, LineKey line, LineContent content, List<Posting> postings)
            implements LineEvent {
        public LineAllocated {
            postings = List.copyOf(postings);
        }
    }

    /** Postings take the old content back and put the new one on, so that a changed classification moves the money. */
    record LineRevised(BudgetId budget, LineKey line, LineContent before, LineContent after, List<Posting> postings)
            implements LineEvent {
        public LineRevised {
            postings = List.copyOf(postings);
        }
    }

    record LineRemoved(BudgetId budget, LineKey line, LineContent content, String reason, List<Posting> postings)
            implements LineEvent {
        public LineRemoved {
            postings = List.copyOf(postings);
        }
    }
}
