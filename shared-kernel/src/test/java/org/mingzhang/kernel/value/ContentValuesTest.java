package org.mingzhang.kernel.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Values of several fields refuse what contradicts itself. */
class ContentValuesTest {
    private static final UnitCode UNIT = new UnitCode("103001");
    private static final Optional<ProjectCode> HOTLINE = Optional.of(new ProjectCode("41120025000000044003"));

    private static Classification.Expenditure money(
            ProjectCategory category, Optional<ProjectCode> project, FundType fund, YearSource source, boolean share) {
        return new Classification.Expenditure(
                UNIT,
                new FunctionCode("2010301"),
                category,
                project,
                new DeptEconomicCode("30201"),
                new GovEconomicCode("50201"),
                fund,
                source,
                share);
    }

    @Test
    void basic_expenditure_has_no_project_and_project_expenditure_has_one() {
        var current = YearSource.CURRENT;
        var general = FundType.GENERAL_PUBLIC;
        assertThat(money(ProjectCategory.OPERATING, Optional.empty(), general, current, true)
                        .project())
                .isEmpty();
        assertThat(money(ProjectCategory.SPECIFIC_PURPOSE, HOTLINE, general, current, true)
                        .project())
                .isPresent();
        assertRule("line.basic-with-project", () -> money(ProjectCategory.OPERATING, HOTLINE, general, current, true));
        assertRule(
                "line.project-missing",
                () -> money(ProjectCategory.OTHER_OPERATIONS, Optional.empty(), general, current, true));
    }

    @Test
    void only_general_public_money_of_this_year_is_appropriated() {
        var operating = ProjectCategory.OPERATING;
        Optional<ProjectCode> none = Optional.empty();
        assertRule("line.not-appropriable", () -> money(operating, none, FundType.UNIT_OWN, YearSource.CURRENT, true));
        assertRule(
                "line.not-appropriable",
                () -> money(operating, none, FundType.GENERAL_PUBLIC, YearSource.CARRY_OVER, true));
        assertRule(
                "line.not-appropriable",
                () -> new Classification.Revenue(UNIT, RevenueSource.OTHER_INCOME, YearSource.CURRENT, true));
        assertThat(new Classification.Revenue(UNIT, RevenueSource.SERVICE_INCOME, YearSource.CURRENT, false).fund())
                .isEqualTo(FundType.UNIT_OWN);
    }

    @Test
    void a_project_is_never_of_a_basic_category() {
        assertRule(
                "project.category",
                () -> new Project(HOTLINE.orElseThrow(), "热线", ProjectCategory.PERSONNEL, UNIT, ""));
        assertRule(
                "project.name.missing",
                () -> new Project(HOTLINE.orElseThrow(), " ", ProjectCategory.SPECIFIC_PURPOSE, UNIT, ""));
    }

    @Test
    void a_ceiling_is_never_negative_and_an_absent_fund_has_none() {
        Ceiling ceiling = new Ceiling(
                new EnumMap<>(Map.of(FundType.GENERAL_PUBLIC, Amount.ofYuan(1))),
                Amount.ZERO,
                Amount.ZERO,
                Amount.ZERO);

        assertThat(ceiling.of(FundType.GOVERNMENT_FUND)).isEqualTo(Amount.ZERO);
        assertRule("ceiling.negative", () -> new Ceiling(Map.of(), Amount.ZERO, new Amount(-1), Amount.ZERO));
    }

    @Test
    void texts_are_there_not_endless_and_printable() {
        assertRule("basis.number.missing", () -> basis(""));
        assertRule("basis.number.too-long", () -> basis("号".repeat(101)));
        assertRule("basis.number.control-character", () -> basis("a\tb"));
        assertThat(basis("号".repeat(100)).documentNumber()).hasSize(100);
        assertThat(new Statement.Institutions("一\n二").text()).contains("\n");
    }

    @Test
    void lists_cannot_be_changed_from_outside() {
        List<String> items = new java.util.ArrayList<>(List.of("办文"));
        Statement.Duties duties = new Statement.Duties(items);
        items.add("办会");

        assertThat(duties.items()).containsExactly("办文");
    }

    @Test
    void negative_counts_and_procurement_are_refused() {
        assertRule(
                "statement.procurement-negative",
                () -> new Statement.ProcurementPlan(Amount.ZERO, new Amount(-1), Amount.ZERO));
        assertRule("statement.assets-negative", () -> new Statement.AssetsHeld(0, 0, 0, -1, "", 0, 0));
    }

    @Test
    void choices_are_found_by_their_chinese_words() {
        assertThat(FundType.ofLabel("一般公共预算")).isEqualTo(FundType.GENERAL_PUBLIC);
        assertThat(ProjectCategory.ofLabel(" 人员类 ")).isEqualTo(ProjectCategory.PERSONNEL);
        assertThat(UnitNature.ofLabel("参公事业单位")).isEqualTo(UnitNature.CIVIL_SERVICE_INSTITUTION);
        assertThat(YearSource.ofLabel("上年结转")).isEqualTo(YearSource.CARRY_OVER);
        assertThat(IndicatorLevel.ofLabel("满意度指标")).isEqualTo(IndicatorLevel.SATISFACTION);
        assertThat(RevenueSource.ofLabel("其他收入")).isEqualTo(RevenueSource.OTHER_INCOME);
        assertRule("fund.unknown", () -> FundType.ofLabel("私房钱"));
    }

    private static Basis basis(String number) {
        return new Basis(number, "批复", "财政局", LocalDate.of(2025, 2, 1), false);
    }

    private static void assertRule(String rule, ThrowingCallable making) {
        assertThatThrownBy(making)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }
}
