package org.mingzhang.query.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.comparison.Waterfall.Bar;
import org.mingzhang.query.comparison.Waterfall.Row;
import org.mingzhang.query.comparison.Waterfall.Shape;

/** Bars that begin where the one above them ends. */
class WaterfallTest {
    private static Row row(Shape shape, String wan) {
        return new Row(shape.name(), AmountUnit.WAN_YUAN.parse(wan), shape, "/x");
    }

    private static Waterfall chart(Row... rows) {
        return Waterfall.of(List.of(rows), AmountUnit.WAN_YUAN);
    }

    @Test
    void both_ends_stand_on_zero_and_each_step_begins_where_the_last_one_ended() {
        Waterfall chart =
                chart(row(Shape.START, "100"), row(Shape.MORE, "60"), row(Shape.LESS, "-40"), row(Shape.END, "120"));
        List<Bar> bars = chart.bars();
        assertThat(bars.getFirst().x()).isEqualTo(chart.zero());
        assertThat(bars.getLast().x()).isEqualTo(chart.zero());
        assertThat(bars.get(1).x()).isEqualTo(bars.get(0).reached());
        assertThat(bars.get(2).x() + bars.get(2).width()).isEqualTo(bars.get(1).reached());
        assertThat(bars.get(2).reached()).isEqualTo(bars.getLast().reached());
        assertThat(bars).extracting(Bar::label).containsExactly("100.00", "▲ +60.00", "▼ −40.00", "120.00");
        assertThat(bars).allSatisfy(bar -> assertThat(bar.x()).isBetween(Waterfall.LEFT, Waterfall.RIGHT));
    }

    @Test
    void steps_that_are_small_beside_their_ends_are_drawn_on_a_cut_axis() {
        Waterfall chart = chart(
                row(Shape.START, "4263.93"),
                row(Shape.MORE, "120"),
                row(Shape.LESS, "-40.20"),
                row(Shape.MORE, "24.60"),
                row(Shape.END, "4368.33"));
        assertThat(chart.from()).isEqualTo("4,200");
        assertThat(chart.ticks().getFirst().label()).isEqualTo("4,200");
        List<Bar> bars = chart.bars();
        assertThat(bars.getFirst().x()).isEqualTo(Waterfall.LEFT);
        assertThat(bars.getFirst().width()).as("an end is not nothing").isGreaterThan(40);
        assertThat(bars.get(1).width()).isGreaterThan(200);
        assertThat(bars.get(1).x()).isEqualTo(bars.get(0).reached());
        assertThat(bars.get(3).reached()).isEqualTo(bars.getLast().reached());
    }

    @Test
    void an_axis_is_not_cut_without_need() {
        assertThat(chart(row(Shape.START, "100"), row(Shape.MORE, "60"), row(Shape.END, "160"))
                        .from())
                .isEmpty();
        assertThat(chart(row(Shape.START, "100"), row(Shape.END, "100")).from())
                .as("nothing that would be seen better")
                .isEmpty();
        assertThat(chart(row(Shape.START, "-500"), row(Shape.MORE, "1"), row(Shape.END, "-499"))
                        .from())
                .as("below zero")
                .isEmpty();
    }

    @Test
    void a_step_too_small_to_be_seen_is_still_drawn() {
        Waterfall chart = chart(
                row(Shape.START, "42639"),
                row(Shape.MORE, "0.01"),
                row(Shape.MORE, "30000"),
                row(Shape.END, "72639.01"));
        assertThat(chart.bars().get(1).width()).isEqualTo(2);
    }

    @Test
    void what_goes_below_zero_moves_the_line_of_zero() {
        Waterfall chart = chart(row(Shape.START, "10"), row(Shape.LESS, "-30"), row(Shape.END, "-20"));
        assertThat(chart.zero()).isGreaterThan(Waterfall.LEFT);
        assertThat(chart.bars().getLast().x() + chart.bars().getLast().width()).isEqualTo(chart.zero());
    }

    @Test
    void nothing_at_all_has_a_scale_too() {
        Waterfall chart = chart(row(Shape.START, "0"), row(Shape.END, "0"));
        assertThat(chart.ticks()).isNotEmpty();
        assertThat(chart.bars()).hasSize(2);
    }

    @Test
    void a_long_name_is_cut_for_the_eye_and_whole_for_the_ear() {
        String name = "办公用房维修改造及附属设施更新项目（第二期工程）配套资金";
        Waterfall chart = Waterfall.of(
                List.of(
                        new Row("a", new Amount(0), Shape.START, "/x"),
                        new Row(name, new Amount(100), Shape.MORE, "/x"),
                        new Row("b", new Amount(100), Shape.END, "/x")),
                AmountUnit.YUAN);
        assertThat(chart.bars().get(1).name()).hasSize(21).endsWith("…");
        assertThat(chart.bars().get(1).whole()).isEqualTo(name);
    }
}
