package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.Map;
import org.mingzhang.kernel.value.BudgetId;

/** Publication of the budget to everybody. */
public sealed interface DisclosureCommand extends BudgetCommand {
    /** The secrecy reviewer confirms that the budget may be published as it stands at a position of the log. */
    record ConfirmSecrecyReview(BudgetId budget, long position, String opinion, LocalDate reviewedOn)
            implements DisclosureCommand {}

    /**
     * Publishes the tables as they stand at one position.
     *
     * <p>Position, template versions, the set of empty tables and the digest are computed by whoever rendered the
     * tables; the decider checks them against the state and each other.
     *
     * @param emptyTables numbers of the tables without data
     * @param emptyTableNotes why, for each of them
     */
    record PublishDisclosure(
            BudgetId budget,
            long position,
            Map<Integer, String> templateVersions,
            java.util.Set<Integer> emptyTables,
            Map<Integer, String> emptyTableNotes,
            String digest,
            LocalDate publishedOn)
            implements DisclosureCommand {
        public PublishDisclosure {
            templateVersions = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(templateVersions));
            emptyTables = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(emptyTables));
            emptyTableNotes = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(emptyTableNotes));
        }
    }
}
