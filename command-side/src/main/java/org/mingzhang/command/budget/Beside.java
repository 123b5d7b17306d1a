package org.mingzhang.command.budget;

import java.util.HashSet;
import java.util.Set;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.BudgetId;

/**
 * What a command to a budget has to know beside that budget.
 *
 * <p>Most commands know their own budget only, so that departments do not wait for each other.
 *
 * @param funds whether it rests on the funds of the division
 * @param budgets others that it moves
 */
public record Beside(boolean funds, Set<BudgetId> budgets) {
    private static final Beside NOTHING = new Beside(false, Set.of());
    private static final Beside FUNDS = new Beside(true, Set.of());

    public Beside {
        budgets = Set.copyOf(budgets);
    }

    public static Beside of(BudgetCommand command, Budget state) {
        return switch (command) {
            case BudgetCommand.Batch batch ->
                batch.commands().stream().map(one -> of(one, state)).reduce(NOTHING, Beside::and);
            case AdjustmentCommand.SubmitAdjustment submit -> submitted(submit.request(), state);
            case AdjustmentCommand.AdjustProject adjust -> submitted(adjust.request(), state);
            case AdjustmentCommand.SubmitReorganisation submit ->
                new Beside(true, Set.of(submit.other().budget()));
            case AdjustmentCommand.WithAttachments with -> of(with.command(), state);
            case AdjustmentCommand.OnDocument on ->
                state.execution()
                        .adjustments()
                        .get(on.number())
                        .map(document ->
                                document(document).and(elsewhere(document)).and(takingBack(on, document, state)))
                        .orElse(NOTHING);
            case RoundCommand ignored -> NOTHING;
            case OrganisationCommand ignored -> NOTHING;
            case LineCommand ignored -> NOTHING;
            case RevenueCommand ignored -> NOTHING;
            case ProjectCommand ignored -> NOTHING;
            case TargetCommand ignored -> NOTHING;
            case StatementCommand ignored -> NOTHING;
            case ComparativeCommand.StateComparatives stated -> new Beside(false, yearOf(stated));
            case DisclosureCommand ignored -> NOTHING;
            case ExecutionCommand ignored -> NOTHING;
            case AccountsCommand ignored -> NOTHING;
            case PerformanceCommand ignored -> NOTHING;
        };
    }

    /** Only what lies before; of its own year a budget knows all. */
    private static Set<BudgetId> yearOf(ComparativeCommand.StateComparatives command) {
        boolean before =
                command.comparatives().year().compareTo(command.budget().year()) < 0;
        return before ? Set.of(command.ofThatYear()) : Set.of();
    }

    private static Beside submitted(AdjustmentRequest request, Budget state) {
        boolean supplement = request.direction() == AdjustmentDirection.SUPPLEMENT;
        boolean back = request.reverses().isPresent();
        return supplement || back || hasSpecialMoney(state) ? FUNDS : NOTHING;
    }

    private static Beside document(FiledAdjustment document) {
        return switch (document.request().direction()) {
            case SHIFT, CONTENT, REORGANISATION -> NOTHING;
            case SUPPLEMENT, REDUCTION -> FUNDS;
        };
    }

    private static Beside elsewhere(FiledAdjustment document) {
        return document.counterpart()
                .filter(FiledAdjustment.Counterpart::leads)
                .map(other -> new Beside(false, Set.of(other.document().budget())))
                .orElse(NOTHING);
    }

    /** What is taken back from another budget may be special money there. */
    private static Beside takingBack(AdjustmentCommand.OnDocument command, FiledAdjustment document, Budget state) {
        return command instanceof AdjustmentCommand.ReverseAdjustment
                        && (document.counterpart().isPresent() || hasSpecialMoney(state))
                ? FUNDS
                : NOTHING;
    }

    /** Whether money of a transfer lies in it, which may be bound to a purpose. */
    static boolean hasSpecialMoney(Budget state) {
        return state.execution().documents().specialMoney();
    }

    private Beside and(Beside other) {
        Set<BudgetId> all = new HashSet<>(budgets);
        all.addAll(other.budgets);
        return new Beside(funds || other.funds, all);
    }
}
