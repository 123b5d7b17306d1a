package org.mingzhang.query.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.facts.Moment;

/** Something that knows of work that waits for somebody beside the steps of preparation; the workbench asks each. */
public interface WaitingWork {
    /** What waits, as the key of its words, the page where it is done, and how many there are of it. */
    record Todo(String words, String link, long count) {
        public Todo(String words, String link) {
            this(words, link, 1);
        }
    }

    /**
     * For the visitor, by budget, at the instant that the page is asked for; budgets of others are left out by whoever asks.
     *
     * @param then up to where is read, and the day that was today
     */
    Map<BudgetId, List<Todo>> of(Visitor visitor, Then then);

    /** @param now whether it is now, so that what is kept outside the ledger counts too */
    record Then(Moment moment, LocalDate today, boolean now) {}
}
