package org.mingzhang.kernel.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Codes refuse what cannot be one when they are made. */
class CodesOfValuesTest {
    static Stream<Arguments> right() {
        return Stream.of(
                code(DivisionCode::new, "411200"),
                code(DepartmentCode::new, "103"),
                code(UnitCode::new, "103001"),
                code(FunctionCode::new, "201"),
                code(FunctionCode::new, "20103"),
                code(FunctionCode::new, "2010301"),
                code(DeptEconomicCode::new, "301"),
                code(DeptEconomicCode::new, "30101"),
                code(GovEconomicCode::new, "50101"),
                code(ProjectCode::new, "411200240000000008240"),
                code(ProjectCode::new, "41120025000000044003"),
                code(ProjectCode::new, "42000022331T000000239"),
                code(LineKey::new, "支-001/a#2"),
                code(LineKey::new, "a".repeat(64)));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                code(DivisionCode::new, "41120"),
                code(DepartmentCode::new, "1030"),
                code(UnitCode::new, "１０３００１"),
                code(UnitCode::new, " 103001"),
                code(FunctionCode::new, "201030"),
                code(FunctionCode::new, "20103011"),
                code(DeptEconomicCode::new, "50101"),
                code(GovEconomicCode::new, "30101"),
                code(ProjectCode::new, "4112002"),
                code(ProjectCode::new, "4112002500000004400z3"),
                code(LineKey::new, ""),
                code(LineKey::new, "-1"),
                code(LineKey::new, "a b"),
                code(LineKey::new, "<script>"),
                code(LineKey::new, "a".repeat(65)));
    }

    private static Arguments code(Function<String, Code> making, String text) {
        return Arguments.of(making, text);
    }

    @ParameterizedTest
    @MethodSource("right")
    void a_code_keeps_its_text(Function<String, Code> making, String text) {
        assertThat(making.apply(text).value()).isEqualTo(text);
        assertThat(making.apply(text)).hasToString(text);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_text_that_is_no_code_is_refused_by_name(Function<String, Code> making, String text) {
        assertThatThrownBy(() -> making.apply(text))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        refused -> assertThat(refused.rule()).startsWith("code."));
    }

    @Test
    void a_code_knows_what_it_belongs_to() {
        assertThat(new UnitCode("103001").department()).isEqualTo(new DepartmentCode("103"));
        assertThat(new ProjectCode("41120025000000044003").division()).isEqualTo(new DivisionCode("411200"));
        assertThat(new FunctionCode("2010301").functionClass()).isEqualTo(new FunctionCode("201"));
        assertThat(new FunctionCode("2010301").isItem()).isTrue();
        assertThat(new FunctionCode("20103").isItem()).isFalse();
        assertThat(new DeptEconomicCode("30101").economicClass()).isEqualTo(new DeptEconomicCode("301"));
        assertThat(new DeptEconomicCode("301").isItem()).isFalse();
        assertThat(new GovEconomicCode("50101").isItem()).isTrue();
    }

    @Test
    void a_budget_is_named_by_division_department_and_year() {
        BudgetId id = BudgetId.parse("411200-103-2025");

        assertThat(id).hasToString("411200-103-2025");
        assertThat(id.year().previous()).isEqualTo(new FiscalYear(2024));
        assertThatThrownBy(() -> BudgetId.parse("411200-103-25")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> BudgetId.parse("411200-103-1994")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void a_year_lies_between_the_law_and_the_end_of_the_century() {
        assertThat(new FiscalYear(1995)).isLessThan(new FiscalYear(2099));
        assertThatThrownBy(() -> new FiscalYear(2100)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> FiscalYear.parse("二〇二五")).isInstanceOf(InvalidValueException.class);
        assertThat(FiscalYear.nearest(1990)).isEqualTo(new FiscalYear(1995));
        assertThat(FiscalYear.nearest(2025)).isEqualTo(new FiscalYear(2025));
        assertThat(FiscalYear.nearest(9999)).isEqualTo(new FiscalYear(2099));
    }

    @Test
    void what_was_offered_is_shown_but_not_all_of_it() {
        assertThatThrownBy(() -> new UnitCode("9".repeat(500)))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        refused -> assertThat(refused.text()).hasSize(81).endsWith("…"));
    }
}
