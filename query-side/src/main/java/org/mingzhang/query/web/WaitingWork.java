package org.mingzhang.query.web;

import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.BudgetId;

/** Something that knows of work that waits for somebody beside the steps of preparation; the workbench asks each. */
public interface WaitingWork {
    /** What waits, as the key of its words, the page where it is done, and how many there are of it. */
    record Todo(String words, String link, long count) {
        public Todo(String words, String link) {
            this(words, link, 1);
        }
    }

    /** For the visitor, by budget; budgets of others are left out by whoever asks. */
    Map<BudgetId, List<Todo>> of(Visitor visitor);
}
