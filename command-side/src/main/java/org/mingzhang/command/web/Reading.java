package org.mingzhang.command.web;

import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.Value;
import org.mingzhang.kernel.value.BudgetId;

/** How one kind of command is read from the fields of a request. */
@FunctionalInterface
interface Reading {
    Value<? extends BudgetCommand> read(BudgetId budget, FieldReader fields);
}
