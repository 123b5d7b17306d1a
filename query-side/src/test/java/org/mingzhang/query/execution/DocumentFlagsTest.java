package org.mingzhang.query.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.policy.LimitEffect;
import org.mingzhang.kernel.policy.Measure;
import org.mingzhang.kernel.policy.ReachedLimit;
import org.mingzhang.kernel.value.Amount;

class DocumentFlagsTest {
    @Test
    void limits_that_warn_or_were_answered_are_said_once_each_and_others_are_not() {
        assertThat(DocumentFlags.ofLimits(List.of(
                        reached(LimitEffect.ACKNOWLEDGE, Measure.AFTER_DAY),
                        reached(LimitEffect.WARN, Measure.THREE_PUBLIC_RISES),
                        reached(LimitEffect.WARN, Measure.THREE_PUBLIC_RISES),
                        reached(LimitEffect.DEMAND, Measure.SHARE_OF_PROJECT))))
                .containsExactly("flag.limit.AFTER_DAY", "flag.limit.THREE_PUBLIC_RISES");
    }

    private static ReachedLimit reached(LimitEffect effect, Measure measure) {
        return new ReachedLimit("r", effect, measure, "", Amount.ZERO, "", "", "", true, 0);
    }
}
