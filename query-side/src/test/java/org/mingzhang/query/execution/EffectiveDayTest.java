package org.mingzhang.query.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.facts.Facts;

/** A document that is let through with others takes effect on the day that was asked for, unless it was decided later. */
class EffectiveDayTest {
    private static final LocalDate ASKED = LocalDate.of(2025, 3, 1);

    @Test
    void it_is_the_day_that_was_asked_for() {
        assertThat(decided(AdjustmentStation.GOVERNMENT_DECISION, LocalDate.of(2025, 2, 20))
                        .effectiveOn())
                .isEqualTo(ASKED);
    }

    @Test
    void it_is_no_day_before_a_decision_outside() {
        LocalDate later = LocalDate.of(2025, 3, 10);

        assertThat(decided(AdjustmentStation.GOVERNMENT_DECISION, later).effectiveOn())
                .isEqualTo(later);
        assertThat(decided(AdjustmentStation.FINANCE_REVIEW, later).effectiveOn())
                .isEqualTo(ASKED);
    }

    private static AdjustmentDocument decided(AdjustmentStation station, LocalDate day) {
        Facts.AdjustmentFact fact = new Facts.AdjustmentFact(
                1,
                AdjustmentKind.PROJECT_SHIFT,
                new AdjustmentRequest(
                        AdjustmentDirection.SHIFT,
                        ReasonClass.OTHER,
                        "任务变化",
                        ASKED,
                        List.of(),
                        List.of(),
                        "",
                        Optional.empty(),
                        "",
                        "",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                List.of(station),
                false,
                "",
                "jingban",
                "张敏",
                ASKED);
        Basis decision = new Basis("三政办〔2025〕8号", "关于调剂的决定", "市人民政府", day, true);
        Facts.AdjustmentStep passed = new Facts.AdjustmentStep(
                1,
                "reviewed",
                Optional.of(station),
                "李强",
                Role.BUDGET_OFFICE,
                LocalDate.of(2025, 3, 11),
                Optional.of(decision),
                "",
                Optional.empty());
        return new AdjustmentDocument(
                fact, List.of(passed), Optional.empty(), Optional.empty(), false, List.of(), Optional.empty());
    }
}
