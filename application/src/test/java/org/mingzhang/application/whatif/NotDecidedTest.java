package org.mingzhang.application.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.facts.Facts;

/** Which documents a replay without another one leaves undecided. */
class NotDecidedTest {
    private static final BudgetId OWN = BudgetId.parse("411200-103-2025");
    private static final BudgetId OTHER = BudgetId.parse("411200-104-2025");
    private static final BudgetId CONNECTED = BudgetId.parse("411200-105-2025");
    private static final AdjustmentRef MISSING = new AdjustmentRef(OWN, 3);

    @Test
    void later_documents_of_other_budgets_on_the_source_of_a_missing_one_are_named_once() {
        List<Facts.FundsStep> steps = List.of(
                step(1, Optional.empty()),
                step(1, Optional.of(new AdjustmentRef(OTHER, 1))), // before it
                step(1, Optional.of(MISSING)),
                step(2, Optional.of(new AdjustmentRef(OTHER, 2))), // another source
                step(1, Optional.of(new AdjustmentRef(OTHER, 4))),
                step(1, Optional.of(MISSING)),
                step(1, Optional.of(new AdjustmentRef(OWN, 5))), // decided again
                step(1, Optional.of(new AdjustmentRef(CONNECTED, 6))),
                step(1, Optional.of(new AdjustmentRef(OTHER, 4))),
                step(1, Optional.of(new AdjustmentRef(OTHER, 3))));
        assertThat(NotDecided.of(steps, Set.of(MISSING), Set.of(OWN, CONNECTED)))
                .containsExactly(new AdjustmentRef(OTHER, 4), new AdjustmentRef(OTHER, 3));
    }

    @Test
    void a_document_that_drew_on_nothing_leaves_nothing_undecided() {
        List<Facts.FundsStep> steps = List.of(step(1, Optional.of(new AdjustmentRef(OTHER, 1))));
        assertThat(NotDecided.of(steps, Set.of(MISSING), Set.of(OWN))).isEmpty();
    }

    private static Facts.FundsStep step(int source, Optional<AdjustmentRef> document) {
        return new Facts.FundsStep(
                source,
                "drawn",
                Amount.ZERO,
                Amount.ZERO,
                new Amount(100),
                document,
                Optional.empty(),
                "",
                "办",
                LocalDate.of(2025, 3, 1));
    }
}
