package org.mingzhang.kernel.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountUnitTest {
    /** Everything that may be stated: up to 14 digits of fen. */
    @Provide
    Arbitrary<Amount> stated() {
        return Arbitraries.longs()
                .between(-99_999_999_999_999L, 99_999_999_999_999L)
                .map(Amount::new);
    }

    /** Everything that stated amounts add up to and that is printed: up to 17 digits of fen. */
    @Provide
    Arbitrary<Amount> amounts() {
        return Arbitraries.longs()
                .between(-99_999_999_999_999_999L, 99_999_999_999_999_999L)
                .map(Amount::new);
    }

    @Property
    void what_is_printed_in_yuan_is_read_back_to_the_fen(@ForAll("stated") Amount amount) {
        assertThat(AmountUnit.YUAN.parse(AmountUnit.YUAN.print(amount))).isEqualTo(amount);
        assertThat(AmountUnit.YUAN.parse(AmountUnit.YUAN.plain(amount))).isEqualTo(amount);
    }

    @Property
    void an_exact_amount_written_in_wan_yuan_is_read_to_the_fen(@ForAll("stated") Amount amount) {
        String written = BigDecimal.valueOf(amount.fen(), 6).toPlainString();

        assertThat(AmountUnit.WAN_YUAN.parse(written)).isEqualTo(amount);
    }

    @Property
    void what_is_printed_in_wan_yuan_is_off_by_half_a_step_at_most(@ForAll("amounts") Amount amount) {
        BigDecimal exact = BigDecimal.valueOf(amount.fen(), 6);

        assertThat(AmountUnit.WAN_YUAN.number(amount).subtract(exact).abs())
                .isLessThanOrEqualTo(new BigDecimal("0.005"));
    }

    @Property
    void printing_a_negative_amount_is_printing_the_positive_one_with_a_sign(@ForAll("amounts") Amount amount) {
        String positive = AmountUnit.WAN_YUAN.plain(amount.isNegative() ? amount.negated() : amount);
        String negative = AmountUnit.WAN_YUAN.plain(amount.isNegative() ? amount : amount.negated());

        assertThat(negative).isEqualTo(positive.equals("0.00") ? "0.00" : "-" + positive);
    }

    @Property
    void the_number_for_workbooks_is_rounded_half_up(@ForAll("amounts") Amount amount) {
        assertThat(AmountUnit.WAN_YUAN.number(amount))
                .isEqualByComparingTo(
                        new BigDecimal(amount.fen()).divide(new BigDecimal(1_000_000), 2, RoundingMode.HALF_UP))
                .hasScaleOf(2);
    }

    @Property
    void a_printed_amount_has_a_comma_before_every_third_digit(@ForAll("amounts") Amount amount) {
        assertThat(AmountUnit.YUAN.print(amount)).matches("\u2212?\\d{1,3}(,\\d{3})*\\.\\d{2}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5000       | 0.01",
                "4999       | 0.00",
                "-5000      | \u22120.01",
                "-4999      | 0.00",
                "15000      | 0.02",
                "-15000     | \u22120.02",
                "4263929900 | 4,263.93",
                "0          | 0.00"
            })
    void half_a_step_is_rounded_away_from_zero_on_both_sides(long fen, String printed) {
        assertThat(AmountUnit.WAN_YUAN.print(new Amount(fen))).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.5         | 123450",
                "1,234.50       | 123450",
                "１，２３４．５０ | 123450",
                "(1,234.50)     | -123450",
                "（1234.5）      | -123450",
                "-1234.5        | -123450",
                "\u22121234.5   | -123450",
                "－1234.5        | -123450",
                "＋1234.5        | 123450",
                "'  12  '       | 1200",
                "'\u300012\u3000' | 1200",
                "0              | 0",
                "1.230          | 123"
            })
    void it_reads_what_people_type_and_paste(String text, long fen) {
        assertThat(AmountUnit.YUAN.parse(text)).isEqualTo(new Amount(fen));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "1,23",
                "12,34.5",
                ",123",
                "1..2",
                "1.",
                ".5",
                "--1",
                "(-1)",
                "1e3",
                "0x10",
                "NaN",
                "Infinity",
                "¥100",
                "100元",
                "1 000",
                "()",
                "1,2345",
                "１２，３"
            })
    void what_is_no_amount_is_refused(String text) {
        assertRule("amount.not-a-number", () -> AmountUnit.YUAN.parse(text));
    }

    @Test
    void nothing_is_not_zero() {
        assertRule("amount.missing", () -> AmountUnit.YUAN.parse(""));
        assertRule("amount.missing", () -> AmountUnit.YUAN.parse(" \u3000 "));
    }

    @Test
    void a_part_of_a_fen_is_refused_in_either_unit() {
        assertRule("amount.finer-than-fen", () -> AmountUnit.YUAN.parse("0.001"));
        assertRule("amount.finer-than-fen", () -> AmountUnit.WAN_YUAN.parse("0.0000001"));
        assertThat(AmountUnit.WAN_YUAN.parse("0.000001")).isEqualTo(new Amount(1));
        assertThat(AmountUnit.YUAN.parse("0.0100000000")).isEqualTo(new Amount(1));
    }

    @Test
    void fourteen_digits_of_fen_fit_and_fifteen_do_not() {
        assertThat(AmountUnit.YUAN.parse("999999999999.99")).isEqualTo(new Amount(99_999_999_999_999L));
        assertRule("amount.too-large", () -> AmountUnit.YUAN.parse("1000000000000"));
        assertRule("amount.too-large", () -> AmountUnit.WAN_YUAN.parse("999999999999999"));
        assertRule("amount.too-large", () -> AmountUnit.YUAN.parse("99999999999999999999"));
        assertRule("amount.too-large", () -> AmountUnit.YUAN.parse("92233720368547758.07"));
        assertRule("amount.too-large", () -> AmountUnit.YUAN.exact(new BigDecimal("1e15"), "1e15"));
    }

    @Test
    void fen_are_bound_as_amounts_in_yuan_are() {
        assertThat(AmountUnit.fen("-99999999999999")).isEqualTo(new Amount(-99_999_999_999_999L));
        assertThat(AmountUnit.fen(" 7 ")).isEqualTo(new Amount(7));
        assertRule("amount.too-large", () -> AmountUnit.fen("100000000000000"));
        assertRule("amount.too-large", () -> AmountUnit.fen("-9223372036854775808"));
        assertRule("amount.too-large", () -> AmountUnit.fen("1" + "0".repeat(30)));
        assertRule("request.not-a-number", () -> AmountUnit.fen("1.5"));
        assertRule("request.not-a-number", () -> AmountUnit.fen(""));
    }

    @Test
    void a_number_of_a_workbook_is_exact_or_refused() {
        assertThat(AmountUnit.WAN_YUAN.exact(new BigDecimal("379.57"), "379.57"))
                .isEqualTo(Amount.ofYuan(3_795_700));
        assertRule(
                "amount.finer-than-fen",
                () -> AmountUnit.YUAN.exact(new BigDecimal("0.1000000000000000055511151231257827"), "0.1"));
    }

    @Test
    void a_unit_is_known_by_its_word() {
        assertThat(AmountUnit.ofLabel(" 万元 ")).isEqualTo(AmountUnit.WAN_YUAN);
        assertThat(AmountUnit.ofLabel("元")).isEqualTo(AmountUnit.YUAN);
        assertRule("amount.unit-unknown", () -> AmountUnit.ofLabel("千元"));
    }

    private static void assertRule(String rule, ThrowingCallable making) {
        assertThatThrownBy(making)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }
}
