package org.mingzhang.query.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;

/** Bars that stand on zero. */
class BarChartTest {
    private static BarChart chart(String... wan) {
        List<Optional<Amount>> amounts = Stream.of(wan)
                .map(text -> text.isEmpty() ? Optional.<Amount>empty() : Optional.of(AmountUnit.WAN_YUAN.parse(text)))
                .toList();
        List<String> years = Stream.iterate(2024, year -> year + 1)
                .limit(wan.length)
                .map(Object::toString)
                .toList();
        return BarChart.of("支出总计", years, amounts, AmountUnit.WAN_YUAN, "未公布");
    }

    @Test
    void bars_stand_on_zero_and_the_scale_ends_with_a_round_number() {
        BarChart chart = chart("3299.20", "4263.93");
        assertThat(chart.ticks())
                .extracting(BarChart.Tick::label)
                .startsWith("0")
                .endsWith("4,500");
        assertThat(chart.bars())
                .allSatisfy(bar -> assertThat(bar.y() + bar.height()).isEqualTo(chart.zero()));
        assertThat(chart.bars().get(0).height()).isLessThan(chart.bars().get(1).height());
        assertThat(chart.bars()).extracting(BarChart.Bar::last).containsExactly(false, true);
    }

    @Test
    void what_is_unknown_says_so_and_has_no_bar() {
        BarChart.Bar bar = chart("", "10").bars().getFirst();
        assertThat(bar.known()).isFalse();
        assertThat(bar.label()).isEqualTo("未公布");
        assertThat(bar.height()).isZero();
    }

    @Test
    void negative_amounts_hang_below_zero() {
        BarChart chart = chart("-5", "10");
        assertThat(chart.bars().getFirst().y()).isEqualTo(chart.zero());
        assertThat(chart.bars().getFirst().height()).isPositive();
        assertThat(chart.ticks())
                .extracting(BarChart.Tick::label)
                .first()
                .asString()
                .startsWith("−");
    }

    @Test
    void nothing_at_all_is_drawn_too() {
        assertThat(chart("0", "0").bars())
                .allSatisfy(bar -> assertThat(bar.height()).isZero());
        assertThat(chart("", "").ticks()).isNotEmpty();
        assertThat(chart("0.01").bars().getFirst().height()).isPositive();
    }
}
