package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.policy.Acknowledgement;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Project;

/** Changes of an approved budget, each a document (调整单) with a number of its own in the budget. */
public sealed interface AdjustmentCommand extends BudgetCommand {
    /**
     * @param acknowledged what the submitter says to limits of the rules that ask for it
     * @param source number of the source in the funds of the division that a supplement draws on; empty otherwise
     */
    record SubmitAdjustment(
            BudgetId budget, AdjustmentRequest request, List<Acknowledgement> acknowledged, Optional<Integer> source)
            implements AdjustmentCommand {
        public SubmitAdjustment {
            acknowledged = List.copyOf(acknowledged);
        }

        /** One that draws on no source. */
        public SubmitAdjustment(BudgetId budget, AdjustmentRequest request, List<Acknowledgement> acknowledged) {
            this(budget, request, acknowledged, Optional.empty());
        }

        /** One that draws on no source and has nothing to say to any limit. */
        public SubmitAdjustment(BudgetId budget, AdjustmentRequest request) {
            this(budget, request, List.of());
        }
    }

    /**
     * A document that changes an approved project: what it says, what it is to achieve, what it costs, or all of it.
     *
     * @param request with no line when no money moves (direction CONTENT)
     * @param project as it is to be; its code and category stay
     * @param source number of the source that a supplement draws on; empty otherwise
     */
    record AdjustProject(
            BudgetId budget,
            AdjustmentRequest request,
            Project project,
            List<Acknowledgement> acknowledged,
            Optional<Integer> source)
            implements AdjustmentCommand {
        public AdjustProject {
            acknowledged = List.copyOf(acknowledged);
        }

        /** One that draws on no source. */
        public AdjustProject(
                BudgetId budget, AdjustmentRequest request, Project project, List<Acknowledgement> acknowledged) {
            this(budget, request, project, acknowledged, Optional.empty());
        }
    }

    /**
     * A document that gives lines to the budget of another department (划转), drafted by the one that gives.
     *
     * @param request with the lines that give; what is said in it is said in both budgets
     */
    record SubmitReorganisation(
            BudgetId budget, AdjustmentRequest request, OtherSide other, List<Acknowledgement> acknowledged)
            implements AdjustmentCommand {
        public SubmitReorganisation {
            acknowledged = List.copyOf(acknowledged);
        }
    }

    /** What is done with a document that was submitted. */
    sealed interface OnDocument extends AdjustmentCommand {
        int number();
    }

    /**
     * Passes a station.
     *
     * @param station the one that the reviewer saw as the next
     * @param document of a decision that the government or the people's congress took; empty at other stations
     */
    record ReviewAdjustment(
            BudgetId budget, int number, AdjustmentStation station, Optional<Basis> document, String opinion)
            implements OnDocument {}

    record ReturnAdjustment(BudgetId budget, int number, String reason) implements OnDocument {}

    record RejectAdjustment(BudgetId budget, int number, String reason) implements OnDocument {}

    record WithdrawAdjustment(BudgetId budget, int number, String reason) implements OnDocument {}

    /** Submits the opposite of a document that took effect (冲销); it takes the same way. */
    record ReverseAdjustment(BudgetId budget, int number, String reason, LocalDate effectiveOn) implements OnDocument {}

    /** @param approval the approval document (批复 / 调整文号) */
    record PutAdjustmentIntoEffect(BudgetId budget, int number, Optional<Basis> approval, LocalDate effectiveOn)
            implements OnDocument {}

    /**
     * An adjustment command with the files that came with it; none of them is taken without the command.
     *
     * @param command that submits, reviews or puts into effect
     */
    record WithAttachments(AdjustmentCommand command, List<OfferedFile> files) implements AdjustmentCommand {
        public WithAttachments {
            files = List.copyOf(files);
        }

        @Override
        public BudgetId budget() {
            return command.budget();
        }
    }
}
