package org.mingzhang.query.facts;

import java.util.Optional;
import org.mingzhang.kernel.value.BudgetId;

/**
 * In what state a budget is: the phase of its preparation, as long as that is the last that happened to it as a whole, and then
 * what became of its year. A budget whose year is closed is no longer one that has just been distributed to its units.
 */
public final class BudgetState {
    static final String CLOSED = "closed";
    static final String ACCOUNTS = "accounts";
    static final String ACCOUNTS_DISCLOSED = "accounts-disclosed";

    private BudgetState() {}

    /**
     * The word after {@code phase.} in the message bundles.
     *
     * @param phase of its preparation, as it is stored
     * @param accounts the last that was said of its final accounts
     */
    static String of(String phase, boolean closed, Optional<Facts.AccountsFact> accounts) {
        if (!closed) {
            return phase;
        }
        return accounts.map(last -> last.disclosed() ? ACCOUNTS_DISCLOSED : ACCOUNTS)
                .orElse(CLOSED);
    }

    /** The same of one budget at a moment of either clock. */
    public static String of(FactReader facts, BudgetId budget, Moment moment, String phase) {
        return of(
                phase,
                facts.held(budget, moment.position(), FactKind.CLOSING, Facts.ClosingFact.class).stream()
                        .anyMatch(held -> moment.counts(held.body().closedOn())),
                facts.held(budget, moment.position(), FactKind.ACCOUNTS, Facts.AccountsFact.class).stream()
                        .map(FactReader.Held::body)
                        .filter(said -> moment.counts(said.day()))
                        .reduce((earlier, later) -> later));
    }
}
