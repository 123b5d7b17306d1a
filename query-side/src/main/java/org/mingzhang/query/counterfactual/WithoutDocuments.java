package org.mingzhang.query.counterfactual;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mingzhang.kernel.value.BudgetId;

/** Tells a history without some documents; the application puts deciding and reading side together, and nothing is recorded. */
public interface WithoutDocuments {
    /** As slow as the history is long; tells how far it has come and stops when {@link Progress} throws. */
    Replayed replay(Question question, Progress progress);

    /**
     * @param without numbers of the documents that are missing
     * @param position the last event that counts
     */
    record Question(BudgetId budget, SortedSet<Integer> without, long position) {
        public Question {
            without = Collections.unmodifiableSortedSet(new TreeSet<>(without));
        }
    }

    /** Is told how many events of how many were replayed; throws {@link java.util.concurrent.CancellationException} to end it. */
    @FunctionalInterface
    interface Progress {
        void told(long events, long of);
    }
}
