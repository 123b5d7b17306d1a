package org.mingzhang.application.journeys;

import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.kernel.value.BudgetId;

/** Budgets that journeys look at; what is there already is left as it is. */
final class Content {
    private Content() {}

    /** Another year, being drafted under a ceiling. */
    static void draft(Visit visit, String id) {
        BudgetCommands commands = visit.application().context().getBean(BudgetCommands.class);
        BudgetId budget = BudgetId.parse(id);
        if (commands.current(budget).version() < 0) {
            new SampleBudget(commands, budget).prepared().underCeiling();
        }
    }

    /** A year that is open and empty. */
    static void open(Visit visit, String id) {
        BudgetCommands commands = visit.application().context().getBean(BudgetCommands.class);
        BudgetId budget = BudgetId.parse(id);
        if (commands.current(budget).version() < 0) {
            new SampleBudget(commands, budget).opened();
        }
    }

    /** A year that may be executed. */
    static void approved(Visit visit, String id) {
        BudgetCommands commands = visit.application().context().getBean(BudgetCommands.class);
        BudgetId budget = BudgetId.parse(id);
        if (commands.current(budget).version() < 0) {
            new SampleBudget(commands, budget).prepared().underCeiling().approved();
        }
    }
}
