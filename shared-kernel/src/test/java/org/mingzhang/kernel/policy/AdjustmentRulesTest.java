package org.mingzhang.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;

/** The shipped rules for adjustments. */
class AdjustmentRulesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);

    @ParameterizedTest
    @EnumSource(AdjustmentKind.class)
    void every_kind_has_a_rule_from_the_first_fen_with_a_basis_and_a_station(AdjustmentKind kind) {
        AdjustmentRule rule =
                AdjustmentRules.shipped().of(kind, new Amount(1), DAY).orElseThrow();
        assertThat(rule.basis()).isNotBlank();
        assertThat(rule.stations()).startsWith(AdjustmentStation.DEPARTMENT_REVIEW);
    }

    @Test
    void the_tier_with_the_largest_amount_that_is_reached_decides() {
        assertThat(stations(49_999)).isEqualTo(2);
        assertThat(stations(50_000)).isEqualTo(3);
    }

    @Test
    void before_the_first_day_there_is_no_rule() {
        assertThat(AdjustmentRules.shipped().of(AdjustmentKind.REDUCTION, new Amount(1), LocalDate.of(2014, 12, 31)))
                .isEmpty();
    }

    private static int stations(long yuan) {
        return AdjustmentRules.shipped()
                .of(AdjustmentKind.SUPPLEMENT_FROM_UNALLOCATED, Amount.ofYuan(yuan), DAY)
                .orElseThrow()
                .stations()
                .size();
    }
}
