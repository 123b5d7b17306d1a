package org.mingzhang.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;

class ScoringTest {
    private static final ScoringRules RULES = ScoringRules.inForceOn(LocalDate.of(2026, 1, 20));
    private static final Scoring SCORING = new Scoring(RULES);

    @ParameterizedTest
    @CsvSource({
        "设备合格率, ≥95%, 96%, 1000",
        "设备合格率, ≥95%, 47.5%, 500",
        "维护基础设施时间, ≤24小时, 24小时, 1000",
        "维护基础设施时间, ≤24小时, 48小时, 500",
        "停水停电故障率, 0%, 0%, 1000",
        "停水停电故障率, 0%, 1%, 0",
        "项目成本, ≤40万, 38万元, 1000",
        "项目成本, ≤40万, 500000元, 800",
        "租车次数, 100次, 100次, 1000",
        "租车次数, 100次, 50, 500",
        "水费缴纳次数, 1次/季, 4次/年, 1000",
        "水费缴纳次数, 1次/季, 2次, 500",
        "保障科室, =30个, 20个, 667",
        "保障科室, =30个, 60个, 500",
        "信息更新次数, ≥50次, 65次, 1000",
        "信息更新次数, ≥50次, 130次, 500",
        "投诉处理次数, ≥0次, 3次, 1000",
        "参加人数, 80-100人, 40人, 500",
        "参加人数, 80-100人, 90人, 1000",
        "参加人数, 80-100人, 200人, 500",
        "完成时间, 2025年6月30日前, 2025年6月30日, 1000",
        "完成时间, 2025年6月30日前, 2025年7月1日, 0"
    })
    void what_was_reached_gets_its_part_of_the_weight(String name, String target, String actual, int score) {
        assertThat(SCORING.score(new Indicator(IndicatorLevel.OUTPUT, "", name, target, ""), actual)
                        .orElseThrow()
                        .of(1000))
                .isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({"≥95%, 好", "≥50次, 3人", "及时, 及时", "≤24小时, 2天"})
    void what_cannot_be_compared_gets_no_score(String target, String actual) {
        assertThat(SCORING.score(new Indicator(IndicatorLevel.OUTPUT, "", "次数", target, ""), actual))
                .isEmpty();
    }

    @Test
    void far_more_than_was_demanded_needs_a_reason_and_a_little_more_does_not() {
        Indicator updates = new Indicator(IndicatorLevel.OUTPUT, "", "信息更新次数", "≥50次", "");
        assertThat(SCORING.score(updates, "66次").orElseThrow().over()).isTrue();
        assertThat(SCORING.score(updates, "65次").orElseThrow().over()).isFalse();
    }

    /** Exactly what had to be exceeded or undercut is all of it, and yet not what was demanded. */
    @ParameterizedTest
    @CsvSource({
        "满意率, >90%, 90%, false",
        "满意率, >90%, 90.01%, true",
        "满意率, ≥90%, 90%, true",
        "响应时间, <5天, 5天, false",
        "响应时间, ≤5天, 5天, true",
        "保障科室, =30个, 29个, false",
        "参加人数, 80-100人, 101人, false"
    })
    void what_was_not_reached_needs_a_reason_however_near_it_is(
            String name, String target, String actual, boolean plain) {
        assertThat(SCORING.score(new Indicator(IndicatorLevel.OUTPUT, "", name, target, ""), actual)
                        .orElseThrow()
                        .isPlain())
                .isEqualTo(plain);
    }

    @Test
    void nothing_to_execute_is_not_scored() {
        assertThat(SCORING.executed(Amount.ZERO, Amount.ZERO)).isEmpty();
        assertThat(SCORING.executed(Amount.ofYuan(45), Amount.ofYuan(90)).orElseThrow())
                .isEqualByComparingTo("0.5");
        assertThat(SCORING.executed(Amount.ofYuan(91), Amount.ofYuan(90)).orElseThrow())
                .as("no more than all")
                .isEqualByComparingTo("1");
    }

    @Test
    void before_2021_costs_belonged_to_output_and_since_then_they_weigh_by_themselves() {
        List<IndicatorLevel> levels = List.of(
                IndicatorLevel.COST, IndicatorLevel.OUTPUT, IndicatorLevel.BENEFIT, IndicatorLevel.SATISFACTION);
        assertThat(RULES.weights(false, levels)).containsExactly(2000, 4000, 2000, 1000);
        assertThat(ScoringRules.inForceOn(LocalDate.of(2020, 1, 1)).weights(false, levels))
                .containsExactly(0, 5000, 3000, 1000);
    }

    /** Whatever groups there are and however many of each: nothing is lost in dividing. */
    @Test
    void weights_divided_by_the_rules_always_add_up_to_what_execution_leaves() {
        Random random = new Random(9);
        for (int run = 0; run < 1_000; run++) {
            List<IndicatorLevel> levels = new ArrayList<>();
            List<IndicatorLevel> all = List.of(IndicatorLevel.values());
            for (int i = 0; i <= random.nextInt(30); i++) {
                levels.add(all.get(random.nextInt(all.size())));
            }
            List<Integer> weights = RULES.weights(random.nextBoolean(), levels);
            assertThat(weights).hasSameSizeAs(levels).allMatch(weight -> weight >= 0);
            assertThat(weights.stream().mapToInt(Integer::intValue).sum()).isEqualTo(9_000);
        }
    }

    @Test
    void grades_begin_where_the_rules_say() {
        assertThat(RULES.grade(10_000)).isEqualTo("优");
        assertThat(RULES.grade(9_000)).isEqualTo("优");
        assertThat(RULES.grade(8_999)).isEqualTo("良");
        assertThat(RULES.grade(6_000)).isEqualTo("中");
        assertThat(RULES.grade(0)).isEqualTo("差");
    }
}
