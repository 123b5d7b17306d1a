package org.mingzhang.query.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.kernel.value.AmountUnit.WAN_YUAN;
import static org.mingzhang.kernel.value.AmountUnit.YUAN;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.query.comparison.Change.Kind;

/** How a change is said (disclosure-rules.md §2.1). */
class ChangeTest {
    private static Change wan(String before, String after) {
        return Change.of(Optional.of(WAN_YUAN.parse(before)), Optional.of(WAN_YUAN.parse(after)), WAN_YUAN);
    }

    @Test
    void the_printed_comparisons_of_the_sample_are_found_again() {
        assertThat(wan("3299.20", "4263.93"))
                .extracting(Change::kind, Change::printed, Change::printedPercent)
                .containsExactly(Kind.MORE, "+964.73", "+29.24%");
        assertThat(wan("265.70", "322.46"))
                .extracting(Change::kind, Change::printed, Change::printedPercent)
                .containsExactly(Kind.MORE, "+56.76", "+21.36%");
        assertThat(wan("11.50", "11.50"))
                .extracting(Change::kind, Change::printed, Change::printedPercent)
                .containsExactly(Kind.EQUAL, "0.00", "");
    }

    @Test
    void less_is_said_without_its_sign_and_printed_with_it() {
        Change less = wan("1200.00", "1000.00");
        assertThat(less.kind()).isEqualTo(Kind.LESS);
        assertThat(less.printed()).isEqualTo("−200.00");
        assertThat(less.printedPercent()).isEqualTo("−16.67%");
        assertThat(less.absolute()).isEqualTo("200.00");
        assertThat(less.absolutePercent()).isEqualTo("16.67%");
    }

    @Test
    void of_nothing_no_percentage_is_taken_and_what_is_gone_is_down_by_all_of_it() {
        assertThat(wan("0", "5").percent()).isEmpty();
        assertThat(wan("0", "0").kind()).isEqualTo(Kind.EQUAL);
        assertThat(wan("5", "0").printedPercent()).isEqualTo("−100.00%");
    }

    @Test
    void of_a_negative_amount_no_percentage_is_taken_either() {
        assertThat(wan("-5", "5").printed()).isEqualTo("+10.00");
        assertThat(wan("-5", "5").percent()).isEmpty();
        assertThat(wan("5", "-5").printedPercent()).isEqualTo("−200.00%");
    }

    @Test
    void what_is_not_known_is_compared_with_nothing() {
        Optional<Amount> some = Optional.of(Amount.ofYuan(1));
        assertThat(Change.of(Optional.empty(), some, WAN_YUAN).known()).isFalse();
        assertThat(Change.of(some, Optional.empty(), WAN_YUAN).printed()).isEmpty();
    }

    @Test
    void what_prints_alike_is_unchanged_in_that_unit_and_told_exactly_in_the_other() {
        Optional<Amount> before = Optional.of(new Amount(1_000_000));
        Optional<Amount> after = Optional.of(new Amount(1_000_049));
        assertThat(Change.of(before, after, WAN_YUAN).kind()).isEqualTo(Kind.EQUAL);
        assertThat(Change.of(before, after, YUAN).printed()).isEqualTo("+0.49");
    }

    @Test
    void thousands_stand_apart() {
        assertThat(wan("0", "1234567.89").printed()).isEqualTo("+1,234,567.89");
    }

    /** Nothing is ever divided by zero, and words never contradict the printed difference. */
    @Property(tries = 500)
    void any_two_amounts_are_compared_and_the_words_agree_with_the_numbers(
            @ForAll @LongRange(min = -20_000_000, max = 20_000_000) long before,
            @ForAll @LongRange(min = -20_000_000, max = 20_000_000) long after) {
        for (var unit : org.mingzhang.kernel.value.AmountUnit.values()) {
            Change change = Change.of(Optional.of(new Amount(before)), Optional.of(new Amount(after)), unit);
            assertThat(change.delta())
                    .isEqualByComparingTo(unit.number(new Amount(after)).subtract(unit.number(new Amount(before))));
            assertThat(change.kind() == Kind.EQUAL).isEqualTo(change.printed().equals("0.00"));
            assertThat(change.kind() == Kind.EQUAL)
                    .isEqualTo(unit.plain(new Amount(before)).equals(unit.plain(new Amount(after))));
            assertThat(change.percent().isPresent())
                    .isEqualTo(change.kind() != Kind.EQUAL
                            && unit.number(new Amount(before)).signum() > 0);
        }
    }
}
