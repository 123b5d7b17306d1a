package org.mingzhang.application.execution;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.ReasonClass;

/** What a document asks for, with nothing beside its lines and targets. */
final class SimpleRequest {
    private SimpleRequest() {}

    static AdjustmentRequest of(
            AdjustmentDirection direction,
            String reason,
            List<AdjustmentEntry> entries,
            List<PerformanceEffect> performance) {
        return new AdjustmentRequest(
                direction,
                ReasonClass.TASK,
                reason,
                ForeseenScene.DAY,
                entries,
                performance,
                "",
                Optional.empty(),
                "",
                "",
                "说明",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
