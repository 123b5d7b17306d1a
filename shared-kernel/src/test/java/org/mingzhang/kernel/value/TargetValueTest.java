package org.mingzhang.kernel.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.kernel.value.TargetValue.Deadline;
import org.mingzhang.kernel.value.TargetValue.Quantity;
import org.mingzhang.kernel.value.TargetValue.Range;
import org.mingzhang.kernel.value.TargetValue.Words;

class TargetValueTest {
    @ParameterizedTest
    @CsvSource({
        "≥15套, AT_LEAST, 15, 套, ''",
        "≤24小时, AT_MOST, 24, 小时, ''",
        "≤10工作日, AT_MOST, 10, 工作日, ''",
        "1次/季, UNWRITTEN, 1, 次, 季",
        "4篇/月, UNWRITTEN, 4, 篇, 月",
        "≥30000册, AT_LEAST, 30000, 册, ''",
        "13.2万元, UNWRITTEN, 13.2, 万元, ''",
        "≤25万, AT_MOST, 25, 万, ''",
        "0%, UNWRITTEN, 0, %, ''",
        "44318, UNWRITTEN, 44318, '', ''",
        "＝100％, EQUAL, 100, %, ''",
        "＞＝９５%, AT_LEAST, 95, %, ''",
        "不低于 95%, AT_LEAST, 95, %, ''",
        "大于等于3次, AT_LEAST, 3, 次, ''",
        "大于3次, MORE_THAN, 3, 次, ''",
        "小于5‰, LESS_THAN, 5, ‰, ''",
        "≤70㎡, AT_MOST, 70, ㎡, ''",
        "'≥1,200人次/半年', AT_LEAST, 1200, 人次, 半年",
        "-5%, UNWRITTEN, -5, %, ''"
    })
    void a_quantity_is_read_with_its_operator_unit_and_period(
            String text, TargetOperator operator, BigDecimal number, String unit, String period) {
        assertThat(TargetValue.parse(text)).isEqualTo(new Quantity(text, operator, number, unit, period));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"及时", "合规", "明显提升", "90%左右至优", "5次 以上 6人", "次", "≥", "≥≥5", "", "  ", "1/2/3", "2025年13月1日"})
    void whatever_is_nothing_else_is_words(String text) {
        assertThat(TargetValue.parse(text)).isEqualTo(new Words(text));
    }

    @Test
    void a_range_keeps_both_ends() {
        assertThat(TargetValue.parse("90%～95%"))
                .isEqualTo(new Range("90%～95%", new BigDecimal("90"), new BigDecimal("95"), "%", ""));
        assertThat(TargetValue.parse("10-20次/月"))
                .isEqualTo(new Range("10-20次/月", new BigDecimal("10"), new BigDecimal("20"), "次", "月"));
    }

    @Test
    void what_runs_backwards_or_changes_its_unit_is_no_range() {
        assertThat(TargetValue.parse("95%-90%")).isInstanceOf(Words.class);
        assertThat(TargetValue.parse("5人-10次")).isInstanceOf(Words.class);
    }

    @Test
    void a_day_or_the_end_of_a_month_is_a_deadline() {
        assertThat(TargetValue.parse("2025年6月30日前")).isEqualTo(new Deadline("2025年6月30日前", LocalDate.of(2025, 6, 30)));
        assertThat(TargetValue.parse("2025年2月底前")).isEqualTo(new Deadline("2025年2月底前", LocalDate.of(2025, 2, 28)));
        assertThat(TargetValue.parse("2025-12-31")).isEqualTo(new Deadline("2025-12-31", LocalDate.of(2025, 12, 31)));
    }

    @Test
    void money_is_whole_fen_of_the_year() {
        assertThat(quantity("13.2万元").money()).contains(Amount.ofYuan(132_000));
        assertThat(quantity("≤25万").money()).contains(Amount.ofYuan(250_000));
        assertThat(quantity("11000元/月").money()).contains(Amount.ofYuan(132_000));
        assertThat(quantity("0.001元").money()).as("parts of a fen").isEmpty();
        assertThat(quantity("3人").money()).isEmpty();
        assertThat(quantity("1次/季").inYear()).isEqualByComparingTo("4");
    }

    @Test
    void a_failure_rate_of_nothing_is_not_something_to_exceed() {
        assertThat(lower(IndicatorLevel.OUTPUT, "停水停电故障率", "0%")).isTrue();
        assertThat(lower(IndicatorLevel.OUTPUT, "设备设施安全性", "100%")).isFalse();
        assertThat(lower(IndicatorLevel.COST, "一年房租", "70.2万元")).isTrue();
        assertThat(lower(IndicatorLevel.OUTPUT, "维护基础设施时间", "≤24小时")).isTrue();
        assertThat(lower(IndicatorLevel.COST, "办公设备购置成本", "≥24万"))
                .as("what was written decides")
                .isFalse();
    }

    /** Whatever is written in the usual form is read as what was meant, and written again the same. */
    @Test
    void every_quantity_that_is_printed_is_read_back() {
        Random random = new Random(2025);
        List<TargetOperator> operators = List.of(TargetOperator.values());
        List<String> units = List.of("", "%", "次", "万元", "㎡", "工作日");
        List<String> periods = List.of("", "年", "半年", "季", "月", "周");
        for (int run = 0; run < 2_000; run++) {
            Quantity meant = new Quantity(
                    "",
                    operators.get(random.nextInt(operators.size())),
                    new BigDecimal(random.nextInt(2_000_000) - 1_000).movePointLeft(random.nextInt(4)),
                    units.get(random.nextInt(units.size())),
                    periods.get(random.nextInt(periods.size())));
            Quantity read = quantity(meant.printed());
            assertThat(read.printed()).isEqualTo(meant.printed());
            assertThat(read.operator()).isEqualTo(meant.operator());
            assertThat(read.number()).isEqualByComparingTo(meant.number());
        }
    }

    private static Quantity quantity(String text) {
        assertThat(TargetValue.parse(text)).as(text).isInstanceOf(Quantity.class);
        return (Quantity) TargetValue.parse(text);
    }

    private static boolean lower(IndicatorLevel level, String name, String target) {
        return TargetValue.lowerIsBetter(new Indicator(level, "", name, target, ""));
    }
}
