package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts.AdjustmentFact;
import org.mingzhang.query.facts.Facts.AdjustmentStep;
import org.mingzhang.query.facts.Moment;

/** Finds the adjustments in effect behind the postings of an adjusted budget. */
final class BridgeDocuments {
    private final FactReader facts;

    BridgeDocuments(FactReader facts) {
        this.facts = facts;
    }

    /**
     * A document in effect.
     *
     * @param effect as which its money was posted
     */
    record Effective(AdjustmentFact fact, AdjustmentStep effect, List<Movement> movements) {
        int number() {
            return fact.number();
        }

        Bridge.Document document() {
            return new Bridge.Document(number(), BridgeReason.of(fact.request()), movements);
        }
    }

    /** By number; money that was adjusted without a document in effect is an impossible event. */
    List<Effective> of(BudgetId budget, Moment moment, List<Movement> movements) {
        Map<Long, List<Movement>> byEvent = new TreeMap<>();
        movements.stream()
                .filter(movement -> movement.posted().stage() == Stage.ADJUSTED)
                .forEach(
                        movement -> byEvent.computeIfAbsent(movement.posted().position(), position -> new ArrayList<>())
                                .add(movement));
        if (byEvent.isEmpty()) {
            return List.of();
        }
        Map<Long, AdjustmentStep> effects = new HashMap<>();
        facts.held(budget, moment.position(), FactKind.ADJUSTMENT_STEP, AdjustmentStep.class).stream()
                .filter(held -> held.body().effectiveOn().isPresent())
                .forEach(held -> effects.put(held.from(), held.body()));
        Map<String, AdjustmentFact> submitted =
                facts.rows(budget, moment.position(), FactKind.ADJUSTMENT, AdjustmentFact.class);
        return byEvent.entrySet().stream()
                .map(event -> Optional.ofNullable(effects.get(event.getKey()))
                        .flatMap(effect -> Optional.ofNullable(submitted.get(Integer.toString(effect.number())))
                                .map(fact -> new Effective(fact, effect, event.getValue())))
                        .orElseThrow(() -> new IllegalStateException("position " + event.getKey() + " of " + budget
                                + " adjusts lines and belongs to no document in effect")))
                .toList();
    }
}
