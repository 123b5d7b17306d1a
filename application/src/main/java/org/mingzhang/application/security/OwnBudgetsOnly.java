package org.mingzhang.application.security;

import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.Content;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.web.CurrentVisitor;
import org.springframework.security.access.AccessDeniedException;

/**
 * The door for commands, for people only where the budget is theirs, and for people of one unit only where that unit's
 * content alone is changed; the sample and imports in the background pass.
 */
final class OwnBudgetsOnly implements BudgetCommands {
    private final BudgetCommands door;
    private final CurrentVisitor visitors;

    OwnBudgetsOnly(BudgetCommands door, CurrentVisitor visitors) {
        this.door = door;
        this.visitors = visitors;
    }

    @Override
    public Outcome submit(Submission submission) {
        check(submission.envelope().message());
        return door.submit(submission);
    }

    @Override
    public Decision preview(Envelope<BudgetCommand> envelope) {
        check(envelope.message());
        return door.preview(envelope);
    }

    @Override
    public Known current(BudgetId budget) {
        return door.current(budget);
    }

    private void check(BudgetCommand command) {
        visitors.visitor().ifPresent(visitor -> {
            BudgetId budget = command.budget();
            if (!visitor.covers(budget)) {
                throw new AccessDeniedException("not their budget: " + budget);
            }
            visitor.unit().ifPresent(unit -> check(command, unit));
        });
    }

    private void check(BudgetCommand command, UnitCode own) {
        Content content = door.current(command.budget()).budget().content();
        if (!TouchedUnits.of(command, content).only(own)) {
            throw new AccessDeniedException("not their unit: " + command.budget());
        }
    }
}
