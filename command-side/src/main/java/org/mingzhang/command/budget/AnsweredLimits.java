package org.mingzhang.command.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mingzhang.kernel.policy.Acknowledgement;
import org.mingzhang.kernel.policy.LimitEffect;
import org.mingzhang.kernel.value.Envelope;

/** Decides as if whoever hands something in had said something to every limit that asks for a word. */
final class AnsweredLimits {
    private static final String SOME_WORD = "推演";

    private AnsweredLimits() {}

    static Decision decide(Envelope<BudgetCommand> asked, Function<Envelope<BudgetCommand>, Decision> decider) {
        Decision decision = decider.apply(asked);
        if (decision instanceof Decision.Refused refused
                && asked.message() instanceof AdjustmentCommand command
                && refused.objections().stream()
                        .map(Decision.Objection::refusal)
                        .allMatch(AnsweredLimits::asks)) {
            List<Acknowledgement> said = refused.objections().stream()
                    .map(Decision.Objection::refusal)
                    .map(Refusal.LimitReached.class::cast)
                    .map(limit -> new Acknowledgement(limit.rule(), SOME_WORD))
                    .distinct()
                    .toList();
            return decider.apply(asked.with(saying(command, said)));
        }
        return decision;
    }

    private static boolean asks(Refusal refusal) {
        return refusal instanceof Refusal.LimitReached limit && limit.effect() == LimitEffect.ACKNOWLEDGE;
    }

    private static AdjustmentCommand saying(AdjustmentCommand command, List<Acknowledgement> said) {
        return switch (command) {
            case AdjustmentCommand.SubmitAdjustment c ->
                new AdjustmentCommand.SubmitAdjustment(
                        c.budget(), c.request(), both(c.acknowledged(), said), c.source());
            case AdjustmentCommand.AdjustProject c ->
                new AdjustmentCommand.AdjustProject(
                        c.budget(), c.request(), c.project(), both(c.acknowledged(), said), c.source());
            case AdjustmentCommand.SubmitReorganisation c ->
                new AdjustmentCommand.SubmitReorganisation(
                        c.budget(), c.request(), c.other(), both(c.acknowledged(), said));
            case AdjustmentCommand.WithAttachments c ->
                new AdjustmentCommand.WithAttachments(saying(c.command(), said), c.files());
            case AdjustmentCommand.OnDocument c -> c;
        };
    }

    private static List<Acknowledgement> both(List<Acknowledgement> before, List<Acknowledgement> said) {
        List<Acknowledgement> all = new ArrayList<>(before);
        all.addAll(said);
        return all;
    }
}
