package org.mingzhang.query.guilty;

import org.mingzhang.command.budget.BudgetCommands;

/** Guilty on purpose: answering knows nothing of deciding. */
record AnswerThatDecides(BudgetCommands commands) {}
