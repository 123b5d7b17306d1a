package org.mingzhang.application.journeys;

import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.web.RenderedTables;
import org.mingzhang.kernel.value.BudgetId;
import org.springframework.context.ApplicationContext;

/** Budgets that journeys look at; what is there already is left as it is. */
final class Content {
    private Content() {}

    /** The sample's year, published. */
    static void released(Visit visit) {
        ApplicationContext context = visit.application().context();
        BudgetCommands commands = context.getBean(BudgetCommands.class);
        BudgetId budget = BudgetId.parse("411200-103-2025");
        if (commands.current(budget).version() < 0) {
            new SampleBudget(commands, budget)
                    .prepared()
                    .underCeiling()
                    .approved()
                    .published(context.getBean(RenderedTables.class));
        }
    }

    /** Another year, being drafted under a ceiling. */
    static void draft(Visit visit, String id) {
        BudgetCommands commands = visit.application().context().getBean(BudgetCommands.class);
        BudgetId budget = BudgetId.parse(id);
        if (commands.current(budget).version() < 0) {
            new SampleBudget(commands, budget).prepared().underCeiling();
        }
    }
}
