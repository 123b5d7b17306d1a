package org.mingzhang.command.web;

import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.InvalidValueException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The budget of an address: one that whoever asks works on, and otherwise nothing that is there. */
final class OpenBudgets {
    private OpenBudgets() {}

    /** Throws an answer 404, also for what is no number of a budget. */
    static BudgetId of(String id, BudgetCommands commands) {
        BudgetId budget = parsed(id);
        if (!commands.isOpenFor(budget)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return budget;
    }

    private static BudgetId parsed(String id) {
        try {
            return BudgetId.parse(id);
        } catch (InvalidValueException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
        }
    }
}
