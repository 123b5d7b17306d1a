package org.mingzhang.command.budget;

import static org.mingzhang.command.budget.AdjustmentScene.approval;
import static org.mingzhang.command.budget.AdjustmentScene.effect;
import static org.mingzhang.command.budget.AdjustmentScene.entry;
import static org.mingzhang.command.budget.AdjustmentScene.network;
import static org.mingzhang.command.budget.AdjustmentScene.numberOf;
import static org.mingzhang.command.budget.AdjustmentScene.review;
import static org.mingzhang.command.budget.AdjustmentScene.source;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.wages;

import java.util.Optional;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.SupplementSource;

/** Sources, supplements out of them, and documents that are taken into effect. */
final class FundsScene {
    static final FundsId FUNDS = FundsId.of(BUDGET);
    static final int RESERVE = numberOf(SupplementSource.RESERVE);
    static final int NEXT = SupplementSource.values().length + 1;

    private FundsScene() {}

    static AdjustmentEntry wage(long yuan) {
        return entry("wage", wages(1), yuan);
    }

    static AdjustmentEntry net(long yuan) {
        return entry("net", network(), yuan);
    }

    static FundsSource with(FundType fund, Optional<String> project, boolean matching) {
        return new FundsSource(
                SupplementSource.TRANSFER,
                "专项",
                fund,
                "",
                Optional.empty(),
                project.map(ProjectCode::new),
                matching,
                Optional.empty(),
                approval());
    }

    static FundsCommand correction(int source, long yuan, String reason) {
        return new FundsCommand.CorrectSource(FUNDS, source, "更正后", "", Amount.ofYuan(yuan), approval(), reason);
    }

    static FundsBalance reserve(Spec spec) {
        return spec.funds().source(RESERVE).orElseThrow();
    }

    static AdjustmentEvent.AdjustmentSubmitted submitted(Spec.Answer answer) {
        return (AdjustmentEvent.AdjustmentSubmitted) answer.events().getFirst();
    }

    static Spec then(Spec spec, Actor actor, AdjustmentCommand command) {
        return spec.and(actor, spec.when(actor, command).events().toArray(LedgerEvent[]::new));
    }

    static Spec then(Spec spec, Actor actor, FundsCommand command) {
        return spec.and(actor, spec.when(actor, command).events().toArray(LedgerEvent[]::new));
    }

    static Spec effective(Spec spec, int number) {
        Spec now = spec;
        FiledAdjustment filed =
                spec.budget().execution().adjustments().get(number).orElseThrow();
        for (var station : filed.stations()) {
            now = switch (station) {
                case DEPARTMENT_REVIEW -> then(now, HEAD, review(number, station));
                case FINANCE_REVIEW -> then(now, DESK, review(number, station));
                case GOVERNMENT_DECISION, STANDING_COMMITTEE ->
                    then(
                            now,
                            OFFICE,
                            new AdjustmentCommand.ReviewAdjustment(
                                    BUDGET, number, station, Optional.of(approval()), ""));
            };
        }
        return then(now, OFFICE, effect(number));
    }
}
