package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.toNetwork;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.OFFICER;

import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.Amount;

/** How much of a budget has moved is counted as the indicator counts it. */
class MovedInHistoryTest {
    @Test
    void what_is_taken_back_has_moved_until_that_is_in_effect() {
        Chronicle chronicle = HistoryWithoutTest.effective(HistoryWithoutTest.approved(), submit(toNetwork(10_000)));
        chronicle.then(OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "取消", AdjustmentScene.DAY));
        assertThat(HistoryWithout.moved(chronicle.spec().budget())).isEqualTo(Amount.ofYuan(10_000));

        HistoryWithoutTest.passed(chronicle, 2);
        assertThat(HistoryWithout.moved(chronicle.spec().budget())).isEqualTo(Amount.ZERO);
    }
}
