package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.DAY;
import static org.mingzhang.command.budget.AdjustmentScene.approval;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.reduction;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.supplement;
import static org.mingzhang.command.budget.FundsScene.NEXT;
import static org.mingzhang.command.budget.FundsScene.effective;
import static org.mingzhang.command.budget.FundsScene.reserve;
import static org.mingzhang.command.budget.FundsScene.then;
import static org.mingzhang.command.budget.FundsScene.wage;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Spec.given;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.SupplementSource;

/** What is taken back returns to the source that it came from, and what a reduction frees is allocated anew. */
class GivenBackToFundsTest {
    @Test
    void the_reverse_of_a_supplement_gives_back_to_the_source() {
        Spec drawn = effective(
                then(given(executing()), OFFICER, submit(supplement(SupplementSource.RESERVE, wage(5_000)))), 1);
        Spec reversing = then(drawn, OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "有误", DAY));
        assertThat(reserve(reversing).drawn()).isEqualTo(Amount.ofYuan(5_000));

        Spec reversed = effective(reversing, 2);
        assertThat(reserve(reversed).left()).isEqualTo(Amount.ofYuan(1_000_000));
        reversed.when(OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 2, "仍要", DAY))
                .refusedAt("number", new Refusal.ReverseOfReverse(2, 1));
    }

    @Test
    void a_reduction_comes_back_to_be_allocated_anew_and_its_reverse_takes_it_again() {
        Spec reduced = effective(then(given(executing()), OFFICER, submit(reduction(wage(-8_000)))), 1);
        FundsBalance back = reduced.funds().source(NEXT).orElseThrow();
        assertThat(back.left()).isEqualTo(Amount.ofYuan(8_000));
        assertThat(back.said().kind()).isEqualTo(SupplementSource.UNALLOCATED);
        assertThat(back.said().basis()).isEqualTo(approval());
        assertThat(reduced.funds().recovered().get(new AdjustmentRef(BUDGET, 1)))
                .contains(List.of(NEXT));

        var reverse = new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "有误", DAY);
        Spec spent = then(
                reduced,
                OFFICER,
                submit(supplement(SupplementSource.UNALLOCATED, wage(1)).from(NEXT)));
        spent.when(OFFICER, reverse)
                .refusedAt(
                        "sourceNumber",
                        new Refusal.SourceExhausted(
                                NEXT, back.said().name(), Amount.ofYuan(7_999), Amount.ofYuan(8_000)));
        Spec reversed = effective(then(reduced, OFFICER, reverse), 2);
        assertThat(reversed.funds().source(NEXT).orElseThrow().left()).isEqualTo(Amount.ZERO);
        assertThat(reversed.budget()
                        .execution()
                        .available(key("wage"), reversed.budget().content()))
                .isEqualTo(Amount.ofYuan(100_000));
    }
}
