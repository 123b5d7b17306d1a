package org.mingzhang.kernel.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AmountTest {
    @Property
    void adding_and_taking_away_cancel(@ForAll int a, @ForAll int b) {
        Amount start = new Amount(a);
        Amount other = new Amount(b);

        assertThat(start.plus(other).minus(other)).isEqualTo(start);
        assertThat(start.plus(other)).isEqualTo(other.plus(start));
        assertThat(start.minus(other)).isEqualTo(start.plus(other.negated()));
    }

    @Test
    void a_sum_that_leaves_the_range_throws_instead_of_wrapping() {
        Amount largest = new Amount(Long.MAX_VALUE);

        assertThatThrownBy(() -> largest.plus(new Amount(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Amount(Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Amount.sum(List.of(largest, largest))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void the_sum_of_nothing_is_zero_and_amounts_are_ordered() {
        assertThat(Amount.sum(List.of())).isEqualTo(Amount.ZERO);
        assertThat(new Amount(1).exceeds(Amount.ZERO)).isTrue();
        assertThat(Amount.ZERO.exceeds(Amount.ZERO)).isFalse();
        assertThat(new Amount(-1)).isLessThan(Amount.ZERO);
        assertThat(Amount.ofYuan(12)).isEqualTo(new Amount(1200)).hasToString("12.00元");
    }
}
