package org.mingzhang.query.execution;

import java.util.List;
import java.util.function.Predicate;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.FundsMovement;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.FundsStage;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.funds.FundedSource;

/** What is left of the sources that documents draw on, once they have. */
final class DrawnSources {
    private DrawnSources() {}

    /** @param events that would follow; what a document on its way holds is held already */
    static List<Foreseen.Drawn> of(List<FundedSource> sources, List<FundsEvent> events) {
        return sources.stream()
                .map(source -> of(source, movements(events, source.number())))
                .filter(drawn -> !drawn.isNothing())
                .map(Moved::shown)
                .toList();
    }

    private record Moved(FundedSource source, Amount drawn, Amount then) {
        boolean isNothing() {
            return drawn.isZero();
        }

        Foreseen.Drawn shown() {
            return new Foreseen.Drawn(
                    source.number(),
                    source.said().name(),
                    source.said().kind().label(),
                    source.said().basis().documentNumber(),
                    AmountUnit.YUAN.print(drawn),
                    AmountUnit.YUAN.print(then.plus(drawn)),
                    AmountUnit.YUAN.print(then),
                    GridColumn.choice(source.said().kind()));
        }
    }

    private static Moved of(FundedSource source, List<FundsMovement> movements) {
        Amount more = sum(movements, stage -> stage == FundsStage.GRANTED);
        Amount less = sum(movements, stage -> stage != FundsStage.GRANTED);
        return new Moved(
                source,
                sum(movements, stage -> stage == FundsStage.DRAWN),
                source.left().plus(more).minus(less));
    }

    private static List<FundsMovement> movements(List<FundsEvent> events, int source) {
        return events.stream()
                .filter(event -> event.source() == source)
                .flatMap(event -> event.movements().stream())
                .toList();
    }

    private static Amount sum(List<FundsMovement> movements, Predicate<FundsStage> which) {
        return Amount.sum(movements.stream()
                .filter(movement -> which.test(movement.stage()))
                .map(FundsMovement::delta)
                .toList());
    }
}
