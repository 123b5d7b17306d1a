package org.mingzhang.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.ReasonClass;

/** The rules for adjustments: those that come with the program, and a division's over them. */
class AdjustmentRulesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);

    @ParameterizedTest
    @EnumSource(AdjustmentKind.class)
    void every_kind_has_a_rule_from_the_first_fen_with_a_basis_and_a_station(AdjustmentKind kind) {
        AdjustmentRule rule =
                AdjustmentRules.shipped().on(DAY).path(kind, new Amount(0)).orElseThrow();
        assertThat(rule.basis()).isNotBlank();
        assertThat(rule.stations()).startsWith(AdjustmentStation.DEPARTMENT_REVIEW);
    }

    @Test
    void the_tier_with_the_largest_amount_that_is_reached_decides() {
        assertThat(stations(AdjustmentRules.shipped().on(DAY), 49_999)).isEqualTo(2);
        assertThat(stations(AdjustmentRules.shipped().on(DAY), 50_000)).isEqualTo(3);
    }

    @Test
    void before_the_first_day_there_is_no_rule() {
        assertThat(AdjustmentRules.shipped()
                        .on(LocalDate.of(2014, 12, 31))
                        .path(AdjustmentKind.REDUCTION, new Amount(1)))
                .isEmpty();
    }

    @Test
    void a_division_replaces_all_tiers_of_a_kind_from_its_day_to_its_last() {
        AdjustmentRules local = AdjustmentRules.shipped()
                .and(List.of(tier(JULY, Optional.of(JULY.plusDays(9)), 200_000, 1)), List.of());

        assertThat(stations(local.on(JULY.minusDays(1)), 60_000)).isEqualTo(3);
        assertThat(local.on(JULY).path(AdjustmentKind.SUPPLEMENT_FROM_UNALLOCATED, Amount.ofYuan(60_000)))
                .as("its tiers begin at 200,000")
                .isEmpty();
        assertThat(stations(local.on(JULY.plusDays(9)), 200_000)).isEqualTo(1);
        assertThat(stations(local.on(JULY.plusDays(10)), 200_000)).isEqualTo(3);
    }

    @Test
    void of_two_amendments_the_one_with_the_later_day_counts_and_of_one_day_the_later_one() {
        AdjustmentRules local = AdjustmentRules.shipped()
                .and(List.of(tier(JULY, Optional.empty(), 0, 1), tier(DAY, Optional.empty(), 0, 2)), List.of())
                .and(List.of(), List.of(cutOff("09-01", JULY, 3), cutOff("10-01", JULY, 4)));

        assertThat(amendment(local, DAY)).isEqualTo(2);
        assertThat(amendment(local, JULY)).isEqualTo(1);
        assertThat(local.on(JULY).limits())
                .filteredOn(limit -> limit.id().equals("annual-cut-off"))
                .extracting(Limit::bound)
                .containsExactly("10-01");
    }

    @Test
    void the_same_rows_have_the_same_digest_and_any_other_row_another() {
        String shipped = AdjustmentRules.shipped().on(DAY).digest();

        assertThat(AdjustmentRules.shipped().on(DAY.plusYears(1)).digest()).isEqualTo(shipped);
        AdjustmentRules local = AdjustmentRules.shipped().and(List.of(), List.of(cutOff("09-01", JULY, 1)));
        assertThat(local.on(DAY).digest()).isEqualTo(shipped);
        assertThat(local.on(JULY).digest()).isNotEqualTo(shipped).hasSize(16);
        assertThat(AdjustmentRules.shipped()
                        .and(List.of(), List.of(cutOff("09-02", JULY, 1)))
                        .on(JULY)
                        .digest())
                .isNotEqualTo(local.on(JULY).digest());
    }

    @ParameterizedTest
    @CsvSource({
        "AFTER_DAY, 02-29",
        "AFTER_DAY, 11-31",
        "AFTER_DAY, 1-1",
        "SHARE_OF_PROJECT, 0",
        "SHARE_OF_PROJECT, -5",
        "SHARE_OF_PROJECT, 33.333",
        "TIMES_PER_LINE, x",
        "CLASS_PAIR, BASIC",
        "CLASS_PAIR, BASIC>dept:400",
        "THREE_PUBLIC_RISES, 5",
        "KEY_EXPENDITURE_FALLS, ''",
        "KEY_EXPENDITURE_FALLS, 20",
        "KEY_EXPENDITURE_FALLS, 2050",
        "KEY_EXPENDITURE_FALLS, '205,'",
        "KEY_EXPENDITURE_FALLS, '205，206'",
        "KEY_EXPENDITURE_FALLS, 305"
    })
    void a_bound_that_its_measure_does_not_write_is_refused(Measure measure, String bound) {
        assertThatThrownBy(() -> measure.bound(bound)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "AFTER_DAY, 09-30",
        "SHARE_OF_PROJECT, 0.5",
        "SHARE_OF_PROJECT, 33.33",
        "TIMES_PER_LINE, 12",
        "CLASS_PAIR, PROJECT>BASIC",
        "CLASS_PAIR, dept:303>function:20805",
        "KEY_EXPENDITURE_FALLS, '205,20604,2080505'"
    })
    void a_bound_as_its_measure_writes_it_is_kept(Measure measure, String bound) {
        assertThat(measure.bound(bound)).isEqualTo(bound);
    }

    @Test
    void a_limit_that_is_taken_away_applies_to_nothing() {
        assertThat(cutOff("09-01", DAY, 1).appliesTo(AdjustmentKind.PROJECT_SHIFT, Amount.ZERO, ReasonClass.TASK))
                .isTrue();
        Limit none = new Limit(
                "annual-cut-off",
                DAY,
                Optional.empty(),
                Set.of(),
                Amount.ZERO,
                Measure.AFTER_DAY,
                "09-01",
                Set.of(),
                LimitEffect.NONE,
                List.of(),
                "市规定",
                true,
                1);
        assertThat(none.appliesTo(AdjustmentKind.PROJECT_SHIFT, Amount.ZERO, ReasonClass.TASK))
                .isFalse();
    }

    private static int amendment(AdjustmentRules rules, LocalDate day) {
        return rules.on(day)
                .path(AdjustmentKind.SUPPLEMENT_FROM_UNALLOCATED, Amount.ZERO)
                .orElseThrow()
                .amendment();
    }

    private static AdjustmentRule tier(LocalDate from, Optional<LocalDate> to, long yuan, int amendment) {
        return new AdjustmentRule(
                from,
                to,
                AdjustmentKind.SUPPLEMENT_FROM_UNALLOCATED,
                Amount.ofYuan(yuan),
                true,
                List.of(AdjustmentStation.DEPARTMENT_REVIEW),
                false,
                "市规定",
                true,
                amendment);
    }

    private static Limit cutOff(String bound, LocalDate from, int amendment) {
        return new Limit(
                "annual-cut-off",
                from,
                Optional.empty(),
                Set.of(),
                Amount.ZERO,
                Measure.AFTER_DAY,
                bound,
                Set.of(),
                LimitEffect.WARN,
                List.of(),
                "市规定",
                true,
                amendment);
    }

    private static int stations(RulesOfDay rules, long yuan) {
        return rules.path(AdjustmentKind.SUPPLEMENT_FROM_UNALLOCATED, Amount.ofYuan(yuan))
                .orElseThrow()
                .stations()
                .size();
    }
}
