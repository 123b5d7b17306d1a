package org.mingzhang.application.security;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.FundsCommand;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.Policy;
import org.mingzhang.command.budget.Refusal;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.Visitor;
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
        try {
            check(submission.envelope().message());
        } catch (NotTheirs denied) {
            door.turnedAway(submission, denied.why);
            throw denied;
        }
        return door.submit(submission);
    }

    @Override
    public boolean isDone(Submission submission) {
        return door.isDone(submission);
    }

    @Override
    public void turnedAway(Submission submission, TurnedAway why) {
        door.turnedAway(submission, why);
    }

    @Override
    public void thrownAway(Envelope<Oversized> request, String key, Origin origin) {
        door.thrownAway(request, key, origin);
    }

    @Override
    public Decision preview(Envelope<BudgetCommand> envelope) {
        covered(envelope.message().budget());
        List<Decision.Objection> foreign = ofAnotherUnit(envelope.message());
        return foreign.isEmpty() ? door.preview(envelope) : new Decision.Refused(foreign);
    }

    /** Said of each command of a batch, so that an import can name the rows. */
    private List<Decision.Objection> ofAnotherUnit(BudgetCommand command) {
        Optional<UnitCode> unit = visitors.visitor().flatMap(Visitor::unit);
        if (unit.isEmpty()) {
            return List.of();
        }
        Budget budget = door.current(command.budget()).budget();
        List<BudgetCommand> all = command instanceof BudgetCommand.Batch batch ? batch.commands() : List.of(command);
        return IntStream.range(0, all.size())
                .filter(at -> !TouchedUnits.of(all.get(at), budget).only(unit.get()))
                .mapToObj(at -> new Decision.Objection(at, "", new Refusal.OfAnotherUnit(unit.get())))
                .toList();
    }

    @Override
    public boolean isOpenFor(BudgetId budget) {
        return visitors.visitor().map(visitor -> visitor.covers(budget)).orElse(true);
    }

    @Override
    public Policy rulesFor(Envelope<BudgetCommand> envelope) {
        return door.rulesFor(envelope);
    }

    @Override
    public Known current(BudgetId budget) {
        return door.current(budget);
    }

    private void check(LedgerCommand handedIn) {
        switch (handedIn) {
            case BudgetCommand command -> check(command);
            case FundsCommand command -> ofTheirDivision(command);
        }
    }

    /** Funds belong to nobody's department. */
    private void ofTheirDivision(FundsCommand command) {
        visitors.visitor().filter(visitor -> !visitor.covers(command.funds())).ifPresent(visitor -> {
            throw new NotTheirs(TurnedAway.NOT_THEIR_BUDGET, "not their division: " + command.funds());
        });
    }

    private void check(BudgetCommand command) {
        covered(command.budget());
        visitors.visitor().flatMap(Visitor::unit).ifPresent(unit -> check(command, unit));
    }

    private void covered(BudgetId budget) {
        visitors.visitor().filter(visitor -> !visitor.covers(budget)).ifPresent(visitor -> {
            throw new NotTheirs(TurnedAway.NOT_THEIR_BUDGET, "not their budget: " + budget);
        });
    }

    @Override
    public KnownFunds current(FundsId funds) {
        return door.current(funds);
    }

    private void check(BudgetCommand command, UnitCode own) {
        Budget budget = door.current(command.budget()).budget();
        if (!TouchedUnits.of(command, budget).only(own)) {
            throw new NotTheirs(TurnedAway.NOT_THEIR_UNIT, "not their unit: " + command.budget());
        }
    }

    private static final class NotTheirs extends AccessDeniedException {
        private static final long serialVersionUID = 1;

        private final TurnedAway why;

        NotTheirs(TurnedAway why, String message) {
            super(message);
            this.why = why;
        }
    }
}
