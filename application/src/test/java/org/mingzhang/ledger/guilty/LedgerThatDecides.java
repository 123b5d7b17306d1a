package org.mingzhang.ledger.guilty;

import org.mingzhang.command.budget.BudgetCommands;

/** Guilty on purpose: the ledger knows neither side. */
record LedgerThatDecides(BudgetCommands commands) {}
