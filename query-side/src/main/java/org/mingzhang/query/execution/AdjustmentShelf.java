package org.mingzhang.query.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;

/** The adjustments of a budget as of a position. */
final class AdjustmentShelf {
    private final FactReader facts;
    private final Predicate<UnitCode> shown;

    /** @param shown the units of which whoever asks is told: what gives to none of them or takes from none is left out */
    AdjustmentShelf(FactReader facts, Predicate<UnitCode> shown) {
        this.facts = facts;
        this.shown = shown;
    }

    /** In the order of their numbers. */
    List<AdjustmentDocument> of(BudgetId budget, long position) {
        List<Facts.AdjustmentFact> submitted =
                List.copyOf(facts.rows(budget, position, FactKind.ADJUSTMENT, Facts.AdjustmentFact.class)
                        .values());
        Map<Integer, List<Facts.AdjustmentStep>> steps = new HashMap<>();
        facts.history(budget, position, FactKind.ADJUSTMENT_STEP, Facts.AdjustmentStep.class)
                .forEach(step -> steps.computeIfAbsent(step.number(), number -> new ArrayList<>())
                        .add(step));
        Map<Integer, Integer> takenUp = new HashMap<>();
        Map<Integer, Integer> reversed = new HashMap<>();
        for (Facts.AdjustmentFact one : submitted) {
            String last = steps.getOrDefault(one.number(), List.of()).getLast().step();
            boolean counts = !Set.of("returned", "withdrawn", "rejected").contains(last);
            one.request().mends().ifPresent(earlier -> takenUp.put(earlier, one.number()));
            one.request()
                    .reverses()
                    .filter(earlier -> counts)
                    .ifPresent(earlier -> reversed.put(earlier, one.number()));
        }
        return submitted.stream()
                .filter(one -> one.request().entries().stream()
                        .anyMatch(entry -> shown.test(entry.classification().unit())))
                .map(one -> new AdjustmentDocument(
                        one,
                        steps.getOrDefault(one.number(), List.of()),
                        Optional.ofNullable(takenUp.get(one.number())),
                        Optional.ofNullable(reversed.get(one.number()))))
                .toList();
    }

    Optional<AdjustmentDocument> find(BudgetId budget, long position, int number) {
        return of(budget, position).stream()
                .filter(document -> document.number() == number)
                .findFirst();
    }
}
