package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.CENTRE;
import static org.mingzhang.command.budget.Scene.HOTLINE;
import static org.mingzhang.command.budget.Scene.HOTLINE_PROJECT;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.OFFICE_UNIT;
import static org.mingzhang.command.budget.Scene.allocated;
import static org.mingzhang.command.budget.Scene.content;
import static org.mingzhang.command.budget.Scene.drafting;
import static org.mingzhang.command.budget.Scene.estimated;
import static org.mingzhang.command.budget.Scene.hotline;
import static org.mingzhang.command.budget.Scene.income;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Scene.money;
import static org.mingzhang.command.budget.Scene.ofProject;
import static org.mingzhang.command.budget.Scene.registered;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.UnitNature;

class LineRulesTest {
    private static LineCommand allocate(LineContent content) {
        return new LineCommand.AllocateLine(BUDGET, key("L1"), content);
    }

    @Test
    void an_allocated_line_posts_its_amount_to_the_initial_budget_from_new_year_on() {
        LineContent content = wages(100);

        given(drafting())
                .when(OFFICER, allocate(content))
                .then(new LineEvent.LineAllocated(
                        BUDGET,
                        key("L1"),
                        content,
                        List.of(new Posting(
                                key("L1"),
                                content.classification(),
                                Stage.INITIAL,
                                Amount.ofYuan(100),
                                LocalDate.of(2025, 1, 1),
                                ""))));
    }

    @Test
    void a_key_that_is_taken_is_refused() {
        given(drafting(allocated("L1", wages(1))))
                .when(OFFICER, allocate(wages(2)))
                .refusedAt("line", new Refusal.LineKeyTaken(key("L1"), LineSide.EXPENDITURE));
    }

    @Test
    void a_key_of_a_revenue_line_is_refused_too() {
        given(drafting(estimated("L1", income(1))))
                .when(OFFICER, allocate(wages(2)))
                .refusedAt("line", new Refusal.LineKeyTaken(key("L1"), LineSide.REVENUE));
    }

    @Test
    void zero_and_less_are_refused_and_one_fen_is_not() {
        LineContent one = content(wages(1).classification(), new Amount(1));
        LineContent zero = content(wages(1).classification(), Amount.ZERO);
        LineContent less = content(wages(1).classification(), new Amount(-1));

        assertThat(given(drafting()).when(OFFICER, allocate(one)).events()).hasSize(1);
        given(drafting())
                .when(OFFICER, allocate(zero))
                .refusedAt("content.amount", new Refusal.AmountNotPositive(Amount.ZERO));
        given(drafting())
                .when(OFFICER, allocate(less))
                .refusedAt("content.amount", new Refusal.AmountNotPositive(new Amount(-1)));
    }

    @Test
    void a_unit_that_is_not_registered_is_refused() {
        given(drafting())
                .when(
                        OFFICER,
                        allocate(content(
                                money("2010350", "30101", "50501", ProjectCategory.PERSONNEL, CENTRE.code()),
                                Amount.ofYuan(1))))
                .refusedAt("content.unit", new Refusal.UnitUnknown(CENTRE.code()));
    }

    @Test
    void a_code_nobody_knows_is_told_from_one_that_is_not_an_item_and_one_not_valid_that_year() {
        given(drafting())
                .when(OFFICER, allocate(content(money("9999999", "30101", "50101"), Amount.ofYuan(1))))
                .refusedAt("content.function", new Refusal.CodeUnknown(CodeKind.FUNCTION, "9999999"));
        given(drafting())
                .when(OFFICER, allocate(content(money("20103", "30101", "50101"), Amount.ofYuan(1))))
                .refusedAt("content.function", new Refusal.CodeNotAnItem(CodeKind.FUNCTION, "20103"));
        given(drafting())
                .when(OFFICER, allocate(content(money("2010308", "30101", "50101"), Amount.ofYuan(1))))
                .refusedAt(
                        "content.function",
                        new Refusal.CodeNotValidInYear(CodeKind.FUNCTION, "2010308", new FiscalYear(2025)));
    }

    @Test
    void economic_codes_are_looked_up_in_their_own_lists() {
        List<Decision.Objection> found = given(drafting())
                .when(OFFICER, allocate(content(money("2010301", "30198", "50198"), Amount.ofYuan(1))))
                .objections();

        assertThat(found)
                .containsExactly(
                        new Decision.Objection(
                                0, "content.deptEconomic", new Refusal.CodeUnknown(CodeKind.DEPT_ECONOMIC, "30198")),
                        new Decision.Objection(
                                0, "content.govEconomic", new Refusal.CodeUnknown(CodeKind.GOV_ECONOMIC, "50198")));
    }

    @Test
    void personnel_money_is_301_or_303_and_operating_money_302_or_310() {
        var operating = ProjectCategory.OPERATING;
        var unit = OFFICE_UNIT.code();
        assertThat(given(drafting())
                        .when(OFFICER, allocate(content(money("2080501", "30302", "50905"), Amount.ofYuan(1))))
                        .events())
                .hasSize(1);
        assertThat(given(drafting())
                        .when(
                                OFFICER,
                                allocate(
                                        content(money("2010301", "31002", "50306", operating, unit), Amount.ofYuan(1))))
                        .events())
                .hasSize(1);
        given(drafting())
                .when(OFFICER, allocate(content(money("2010301", "30201", "50201"), Amount.ofYuan(1))))
                .refusedAt(
                        "content.deptEconomic",
                        new Refusal.ClassNotBasic(ProjectCategory.PERSONNEL, new DeptEconomicCode("30201")));
        given(drafting())
                .when(OFFICER, allocate(content(money("2010301", "30101", "50101", operating, unit), Amount.ofYuan(1))))
                .refusedAt("content.deptEconomic", new Refusal.ClassNotBasic(operating, new DeptEconomicCode("30101")));
    }

    @Test
    void a_governmental_code_beside_the_mapping_needs_a_reason() {
        var money = money("2010301", "30101", "50501");
        var differs = new Refusal.MappingDiffers(
                new DeptEconomicCode("30101"),
                UnitNature.ADMINISTRATIVE,
                new GovEconomicCode("50101"),
                new GovEconomicCode("50501"));

        given(drafting())
                .when(OFFICER, allocate(content(money, Amount.ofYuan(1))))
                .refusedAt("content.govEconomic", differs);
        assertThat(given(drafting())
                        .when(OFFICER, allocate(new LineContent(money, Amount.ofYuan(1), "", "编外人员")))
                        .events())
                .hasSize(1);
    }

    @Test
    void the_mapping_follows_the_nature_of_the_unit() {
        assertThat(given(drafting(registered(CENTRE)))
                        .when(
                                OFFICER,
                                allocate(content(
                                        money("2010350", "30101", "50501", ProjectCategory.PERSONNEL, CENTRE.code()),
                                        Amount.ofYuan(1))))
                        .events())
                .hasSize(1);
    }

    @Test
    void a_project_line_needs_its_project_in_the_library() {
        assertThat(given(drafting(registered(HOTLINE_PROJECT)))
                        .when(OFFICER, allocate(hotline(5)))
                        .events())
                .hasSize(1);
        given(drafting())
                .when(OFFICER, allocate(hotline(5)))
                .refusedAt("content.project", new Refusal.ProjectUnknown(HOTLINE));
    }

    @Test
    void a_project_line_has_the_category_and_the_unit_of_its_project() {
        var money = ofProject(HOTLINE, ProjectCategory.SPECIFIC_PURPOSE, CENTRE.code(), "30227", "50502");

        given(drafting(registered(CENTRE), registered(HOTLINE_PROJECT)))
                .when(OFFICER, allocate(content(money, Amount.ofYuan(1))))
                .refused(
                        new Refusal.ProjectCategoryDiffers(
                                HOTLINE, ProjectCategory.OTHER_OPERATIONS, ProjectCategory.SPECIFIC_PURPOSE),
                        new Refusal.ProjectUnitDiffers(HOTLINE, OFFICE_UNIT.code(), CENTRE.code()));
    }

    @Test
    void a_revised_line_takes_the_old_money_back_and_puts_the_new_on() {
        List<Posting> postings = given(drafting(allocated("L1", wages(100))))
                .when(OFFICER, new LineCommand.ReviseLine(BUDGET, key("L1"), wages(80)))
                .events()
                .getFirst()
                .postings();

        assertThat(postings).extracting(Posting::delta).containsExactly(Amount.ofYuan(-100), Amount.ofYuan(80));
    }

    @Test
    void revising_a_line_to_what_it_says_already_changes_nothing() {
        given(drafting(allocated("L1", wages(100))))
                .when(OFFICER, new LineCommand.ReviseLine(BUDGET, key("L1"), wages(100)))
                .nothingChanges();
    }

    @Test
    void a_line_that_does_not_exist_cannot_be_revised_or_removed() {
        given(drafting())
                .when(OFFICER, new LineCommand.ReviseLine(BUDGET, key("L9"), wages(1)))
                .refusedAt("line", new Refusal.LineUnknown(key("L9")));
        given(drafting())
                .when(OFFICER, new LineCommand.RemoveLine(BUDGET, key("L9"), "重复"))
                .refusedAt("line", new Refusal.LineUnknown(key("L9")));
    }

    @Test
    void a_removed_line_takes_its_money_back_and_says_why() {
        LineContent content = wages(100);
        given(drafting(allocated("L1", content)))
                .when(OFFICER, new LineCommand.RemoveLine(BUDGET, key("L1"), "重复"))
                .then(new LineEvent.LineRemoved(
                        BUDGET,
                        key("L1"),
                        content,
                        "重复",
                        List.of(new Posting(
                                key("L1"),
                                content.classification(),
                                Stage.INITIAL,
                                Amount.ofYuan(-100),
                                LocalDate.of(2025, 1, 1),
                                ""))));
        given(drafting(allocated("L1", content)))
                .when(OFFICER, new LineCommand.RemoveLine(BUDGET, key("L1"), " "))
                .refusedAt("reason", new Refusal.ReasonMissing());
    }

    @Test
    void the_key_of_a_removed_line_may_be_used_again() {
        Spec removed = given(drafting(allocated("L1", wages(100))))
                .and(
                        OFFICER,
                        given(drafting(allocated("L1", wages(100))))
                                .when(OFFICER, new LineCommand.RemoveLine(BUDGET, key("L1"), "重复"))
                                .events()
                                .getFirst());

        assertThat(removed.when(OFFICER, allocate(wages(5))).events()).hasSize(1);
    }

    @Test
    void everything_wrong_with_a_line_is_said_at_once() {
        var money = money("9999999", "30201", "50101", ProjectCategory.PERSONNEL, CENTRE.code());

        assertThat(given(drafting())
                        .when(OFFICER, allocate(content(money, Amount.ZERO)))
                        .objections())
                .extracting(Decision.Objection::field)
                .containsExactly("content.unit", "content.function", "content.deptEconomic", "content.amount");
    }
}
