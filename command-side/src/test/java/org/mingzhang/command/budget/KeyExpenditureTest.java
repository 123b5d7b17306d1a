package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.entry;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.reduction;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.toNetwork;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.policy.AdjustmentRules;
import org.mingzhang.kernel.policy.Limit;
import org.mingzhang.kernel.policy.LimitEffect;
import org.mingzhang.kernel.policy.Measure;
import org.mingzhang.kernel.policy.ReachedLimit;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.RevisionCut;

/** Which functions are key expenditure a congress says, a division puts it in force, and a cut of one asks for the mark. */
class KeyExpenditureTest {
    private static final LocalDate SINCE = LocalDate.of(2025, 1, 1);

    @Test
    void nobody_is_told_what_is_key_where_no_division_said_so() {
        assertThat(AdjustmentRules.shipped().limits())
                .noneMatch(limit -> limit.measure() == Measure.KEY_EXPENDITURE_FALLS);
    }

    @Test
    void a_reduction_of_a_named_function_is_asked_for_the_mark_with_the_reason_and_the_amount() {
        assertThat(reached(under("205,201", LimitEffect.WARN), cut()))
                .singleElement()
                .satisfies(limit -> {
                    assertThat(limit.subject()).startsWith("201 ");
                    assertThat(limit.amount()).isEqualTo(Amount.ofYuan(-5_000));
                    assertThat(limit.basis()).isEqualTo("某市人大常委会决定");
                });
        assertThat(reached(under("205", LimitEffect.WARN), cut())).isEmpty();
    }

    @Test
    void money_that_stays_within_the_function_is_no_cut_of_it() {
        assertThat(reached(under("201", LimitEffect.WARN), toNetwork(1_000))).isEmpty();
    }

    @Test
    void what_is_marked_is_asked_nothing_and_the_mark_of_the_total_alone_does_not_say_it() {
        assertThat(reached(under("201", LimitEffect.WARN), cut().cutting(RevisionCut.KEY)))
                .isEmpty();
        assertThat(reached(under("201", LimitEffect.WARN), cut().cutting(RevisionCut.TOTAL_AND_KEY)))
                .isEmpty();
        assertThat(reached(under("201", LimitEffect.WARN), cut().cutting(RevisionCut.TOTAL)))
                .hasSize(1);
    }

    @Test
    void a_division_may_refuse_it_without_the_mark() {
        assertThat(under("2010301", LimitEffect.STOP)
                        .when(OFFICER, submit(cut().cutting(RevisionCut.KEY)))
                        .events())
                .isNotEmpty();
        assertThat(under("2010301", LimitEffect.STOP)
                        .when(OFFICER, submit(cut()))
                        .objections())
                .extracting(Decision.Objection::refusal)
                .hasOnlyElementsOfType(Refusal.LimitReached.class);
    }

    private static AdjustmentScene.Request cut() {
        return reduction(entry("wage", wages(1), -5_000));
    }

    private static Spec under(String functions, LimitEffect effect) {
        Limit limit = new Limit(
                "key-expenditure",
                SINCE,
                Optional.empty(),
                Set.of(),
                Amount.ZERO,
                Measure.KEY_EXPENDITURE_FALLS,
                functions,
                Set.of(),
                effect,
                List.of(),
                "某市人大常委会决定",
                true,
                1);
        return given(executing())
                .under(new AdjustmentRules(AdjustmentRules.shipped().paths(), List.of(limit)));
    }

    private static List<ReachedLimit> reached(Spec spec, AdjustmentScene.Request draft) {
        return spec.when(OFFICER, submit(draft)).events().stream()
                .filter(AdjustmentEvent.AdjustmentRulesApplied.class::isInstance)
                .map(AdjustmentEvent.AdjustmentRulesApplied.class::cast)
                .flatMap(applied -> applied.limits().stream())
                .toList();
    }
}
