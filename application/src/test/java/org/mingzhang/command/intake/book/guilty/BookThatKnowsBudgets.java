package org.mingzhang.command.intake.book.guilty;

import org.mingzhang.kernel.value.BudgetId;

/** Guilty on purpose: files are read without knowing budgets. */
record BookThatKnowsBudgets(BudgetId budget) {}
