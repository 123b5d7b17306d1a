package org.mingzhang.application.security;

import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.query.web.CurrentVisitor;
import org.springframework.security.access.AccessDeniedException;

/** The door for commands, for people only where the budget is theirs; the sample and imports in the background pass. */
final class OwnBudgetsOnly implements BudgetCommands {
    private final BudgetCommands door;
    private final CurrentVisitor visitors;

    OwnBudgetsOnly(BudgetCommands door, CurrentVisitor visitors) {
        this.door = door;
        this.visitors = visitors;
    }

    @Override
    public Outcome submit(Submission submission) {
        check(submission.envelope().message().budget());
        return door.submit(submission);
    }

    @Override
    public Decision preview(Envelope<BudgetCommand> envelope) {
        check(envelope.message().budget());
        return door.preview(envelope);
    }

    @Override
    public Known current(BudgetId budget) {
        return door.current(budget);
    }

    private void check(BudgetId budget) {
        boolean others =
                visitors.visitor().filter(visitor -> !visitor.covers(budget)).isPresent();
        if (others) {
            throw new AccessDeniedException("not their budget: " + budget);
        }
    }
}
