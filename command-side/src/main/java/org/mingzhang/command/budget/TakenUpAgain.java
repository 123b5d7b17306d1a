package org.mingzhang.command.budget;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.mingzhang.kernel.value.AdjustmentRequest;

/** A document that takes up a returned one again (重报), or no longer does so. */
final class TakenUpAgain {
    private TakenUpAgain() {}

    /** The same command, referring to no document that is missing. */
    static AdjustmentCommand unless(AdjustmentCommand command, IntPredicate missing) {
        return switch (command) {
            case AdjustmentCommand.SubmitAdjustment c ->
                new AdjustmentCommand.SubmitAdjustment(
                        c.budget(), first(c.request(), missing), c.acknowledged(), c.source());
            case AdjustmentCommand.AdjustProject c ->
                new AdjustmentCommand.AdjustProject(
                        c.budget(), first(c.request(), missing), c.project(), c.acknowledged(), c.source());
            case AdjustmentCommand.SubmitReorganisation c ->
                new AdjustmentCommand.SubmitReorganisation(
                        c.budget(), first(c.request(), missing), c.other(), c.acknowledged());
            case AdjustmentCommand.WithAttachments c ->
                new AdjustmentCommand.WithAttachments(unless(c.command(), missing), c.files());
            case AdjustmentCommand.OnDocument c -> c;
        };
    }

    private static AdjustmentRequest first(AdjustmentRequest request, IntPredicate missing) {
        return request.mends().filter(missing::test).isEmpty()
                ? request
                : request.there(request.entries(), request.performance(), Optional.empty(), request.reverses());
    }
}
