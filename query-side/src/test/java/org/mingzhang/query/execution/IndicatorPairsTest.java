package org.mingzhang.query.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.query.execution.IndicatorPairs.Pair;

class IndicatorPairsTest {
    private static final Indicator SESSIONS = indicator("数量", "培训场次", "≥10场", "");

    @Test
    void another_target_of_the_same_name_is_the_same_indicator() {
        Indicator more = indicator("数量", "培训场次", "≥12场", "");
        assertThat(IndicatorPairs.of(List.of(SESSIONS), List.of(more)))
                .containsExactly(new Pair(Optional.of(SESSIONS), Optional.of(more)));
    }

    @Test
    void another_second_level_or_note_alone_is_a_change_of_it() {
        Indicator moved = indicator("质量", "培训场次", "≥10场", "按季");
        assertThat(IndicatorPairs.of(List.of(SESSIONS), List.of(moved)))
                .containsExactly(new Pair(Optional.of(SESSIONS), Optional.of(moved)));
    }

    @Test
    void what_is_new_has_nothing_before_and_what_is_given_up_nothing_after() {
        Indicator other = indicator("数量", "培训人次", "≥300人次", "");
        assertThat(IndicatorPairs.of(List.of(SESSIONS), List.of(other)))
                .containsExactly(
                        new Pair(Optional.empty(), Optional.of(other)),
                        new Pair(Optional.of(SESSIONS), Optional.empty()));
    }

    @Test
    void a_name_that_stands_twice_is_two_indicators_and_the_one_left_alone_is_not_taken_for_the_other() {
        Indicator second = indicator("质量", "培训场次", "≥3场", "");
        Indicator changed = indicator("数量", "培训场次", "≥11场", "");
        assertThat(IndicatorPairs.of(List.of(SESSIONS, second), List.of(changed, second)))
                .containsExactly(
                        new Pair(Optional.of(SESSIONS), Optional.of(changed)),
                        new Pair(Optional.of(second), Optional.of(second)));
    }

    @Test
    void the_same_twice_before_and_once_after_is_one_given_up() {
        assertThat(IndicatorPairs.of(List.of(SESSIONS, SESSIONS), List.of(SESSIONS)))
                .containsExactly(
                        new Pair(Optional.of(SESSIONS), Optional.of(SESSIONS)),
                        new Pair(Optional.of(SESSIONS), Optional.empty()));
    }

    private static Indicator indicator(String level2, String name, String target, String note) {
        return new Indicator(IndicatorLevel.OUTPUT, level2, name, target, note);
    }
}
