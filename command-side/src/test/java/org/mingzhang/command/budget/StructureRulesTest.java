package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.CENTRE;
import static org.mingzhang.command.budget.Scene.HOTLINE;
import static org.mingzhang.command.budget.Scene.HOTLINE_PROJECT;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.OFFICE_UNIT;
import static org.mingzhang.command.budget.Scene.allocated;
import static org.mingzhang.command.budget.Scene.drafting;
import static org.mingzhang.command.budget.Scene.estimated;
import static org.mingzhang.command.budget.Scene.fourGroups;
import static org.mingzhang.command.budget.Scene.hotline;
import static org.mingzhang.command.budget.Scene.income;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Scene.registered;
import static org.mingzhang.command.budget.Scene.targets;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.ProjectEvent;
import org.mingzhang.kernel.event.RevenueEvent;
import org.mingzhang.kernel.event.StatementEvent;
import org.mingzhang.kernel.event.TargetEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;

/** Units, projects, targets, revenue and statements. */
class StructureRulesTest {
    private static final BudgetUnit RENAMED =
            new BudgetUnit(OFFICE_UNIT.code(), "政府办", "政府办", UnitNature.ADMINISTRATIVE);
    private static final BudgetUnit ANOTHER_NATURE =
            new BudgetUnit(OFFICE_UNIT.code(), "办公室（本级）", "办公室（本级）", UnitNature.PUBLIC_INSTITUTION);

    @Test
    void a_unit_of_the_department_is_registered_once() {
        given(drafting())
                .when(OFFICER, new OrganisationCommand.RegisterUnit(BUDGET, CENTRE))
                .then(new OrganisationEvent.UnitRegistered(BUDGET, CENTRE));
        given(drafting())
                .when(OFFICER, new OrganisationCommand.RegisterUnit(BUDGET, OFFICE_UNIT))
                .refusedAt("unit.code", new Refusal.UnitKnown(OFFICE_UNIT.code()));
    }

    @Test
    void a_unit_of_another_department_is_refused() {
        BudgetUnit foreign = new BudgetUnit(new UnitCode("104001"), "别家", "别家", UnitNature.ADMINISTRATIVE);

        given(drafting())
                .when(OFFICER, new OrganisationCommand.RegisterUnit(BUDGET, foreign))
                .refusedAt("unit.code", new Refusal.UnitOfAnotherDepartment(foreign.code(), BUDGET.department()));
    }

    @Test
    void a_unit_may_be_renamed_but_changes_its_nature_only_without_lines() {
        given(drafting(allocated("L1", wages(1))))
                .when(OFFICER, new OrganisationCommand.ReviseUnit(BUDGET, RENAMED))
                .then(new OrganisationEvent.UnitRevised(BUDGET, OFFICE_UNIT, RENAMED));
        given(drafting())
                .when(OFFICER, new OrganisationCommand.ReviseUnit(BUDGET, ANOTHER_NATURE))
                .then(new OrganisationEvent.UnitRevised(BUDGET, OFFICE_UNIT, ANOTHER_NATURE));
        given(drafting(allocated("L1", wages(1))))
                .when(OFFICER, new OrganisationCommand.ReviseUnit(BUDGET, ANOTHER_NATURE))
                .refusedAt("unit.nature", new Refusal.UnitHasLines(OFFICE_UNIT.code(), 1));
        given(drafting())
                .when(OFFICER, new OrganisationCommand.ReviseUnit(BUDGET, OFFICE_UNIT))
                .nothingChanges();
    }

    @Test
    void a_unit_with_lines_or_projects_is_not_removed() {
        given(drafting())
                .when(OFFICER, new OrganisationCommand.RemoveUnit(BUDGET, OFFICE_UNIT.code(), "撤销"))
                .then(new OrganisationEvent.UnitRemoved(BUDGET, OFFICE_UNIT, "撤销"));
        given(drafting(estimated("R1", income(1)), registered(HOTLINE_PROJECT)))
                .when(OFFICER, new OrganisationCommand.RemoveUnit(BUDGET, OFFICE_UNIT.code(), "撤销"))
                .refused(
                        new Refusal.UnitHasLines(OFFICE_UNIT.code(), 1),
                        new Refusal.UnitHasProjects(OFFICE_UNIT.code(), 1));
        given(drafting())
                .when(OFFICER, new OrganisationCommand.RemoveUnit(BUDGET, CENTRE.code(), "撤销"))
                .refusedAt("unit.code", new Refusal.UnitUnknown(CENTRE.code()));
    }

    @Test
    void a_project_of_this_division_is_registered_once() {
        given(drafting())
                .when(OFFICER, new ProjectCommand.RegisterProject(BUDGET, HOTLINE_PROJECT))
                .then(new ProjectEvent.ProjectRegistered(BUDGET, HOTLINE_PROJECT));
        given(drafting(registered(HOTLINE_PROJECT)))
                .when(OFFICER, new ProjectCommand.RegisterProject(BUDGET, HOTLINE_PROJECT))
                .refusedAt("project.code", new Refusal.ProjectKnown(HOTLINE));
    }

    @Test
    void a_project_of_another_division_or_of_an_unknown_unit_is_refused() {
        Project foreign = new Project(
                new ProjectCode("41130025000000044003"), "别处", ProjectCategory.SPECIFIC_PURPOSE, CENTRE.code(), "");

        given(drafting())
                .when(OFFICER, new ProjectCommand.RegisterProject(BUDGET, foreign))
                .refused(
                        new Refusal.ProjectOfAnotherDivision(foreign.code(), BUDGET.division()),
                        new Refusal.UnitUnknown(CENTRE.code()));
    }

    @Test
    void a_project_with_lines_keeps_its_category_and_its_unit() {
        Project moved = new Project(HOTLINE, "服务热线", ProjectCategory.SPECIFIC_PURPOSE, CENTRE.code(), "");
        Project renamed = new Project(HOTLINE, "热线", ProjectCategory.OTHER_OPERATIONS, OFFICE_UNIT.code(), "全天");

        given(drafting(registered(CENTRE), registered(HOTLINE_PROJECT), allocated("L1", hotline(1))))
                .when(OFFICER, new ProjectCommand.ReviseProject(BUDGET, moved, "调整"))
                .refused(new Refusal.ProjectHasLines(HOTLINE, 1), new Refusal.ProjectHasLines(HOTLINE, 1));
        given(drafting(registered(CENTRE), registered(HOTLINE_PROJECT)))
                .when(OFFICER, new ProjectCommand.ReviseProject(BUDGET, moved, "调整"))
                .then(new ProjectEvent.ProjectRevised(BUDGET, HOTLINE_PROJECT, moved, "调整"));
        given(drafting(registered(HOTLINE_PROJECT), allocated("L1", hotline(1))))
                .when(OFFICER, new ProjectCommand.ReviseProject(BUDGET, renamed, "更名"))
                .then(new ProjectEvent.ProjectRevised(BUDGET, HOTLINE_PROJECT, renamed, "更名"));
    }

    @Test
    void a_revised_project_says_why_unless_nothing_changes() {
        Project renamed = new Project(HOTLINE, "热线", ProjectCategory.OTHER_OPERATIONS, OFFICE_UNIT.code(), "");

        given(drafting(registered(HOTLINE_PROJECT)))
                .when(OFFICER, new ProjectCommand.ReviseProject(BUDGET, renamed, ""))
                .refusedAt("reason", new Refusal.ReasonMissing());
        given(drafting(registered(HOTLINE_PROJECT)))
                .when(OFFICER, new ProjectCommand.ReviseProject(BUDGET, HOTLINE_PROJECT, ""))
                .nothingChanges();
    }

    @Test
    void a_project_with_lines_is_not_removed_and_one_without_takes_its_targets_along() {
        given(drafting(registered(HOTLINE_PROJECT), allocated("L1", hotline(1))))
                .when(OFFICER, new ProjectCommand.RemoveProject(BUDGET, HOTLINE, "取消"))
                .refusedAt("project.code", new Refusal.ProjectHasLines(HOTLINE, 1));
        Spec removed = given(drafting(registered(HOTLINE_PROJECT), targets(HOTLINE, IndicatorLevel.COST)))
                .and(OFFICER, new ProjectEvent.ProjectRemoved(BUDGET, HOTLINE_PROJECT, "取消"));
        assertThat(removed.budget().content().targetsOf(HOTLINE)).isEmpty();
        removed.when(OFFICER, new ProjectCommand.RemoveProject(BUDGET, HOTLINE, "取消"))
                .refusedAt("project.code", new Refusal.ProjectUnknown(HOTLINE));
    }

    @Test
    void targets_are_set_as_a_whole_and_a_later_list_says_why() {
        given(drafting(registered(HOTLINE_PROJECT)))
                .when(OFFICER, new TargetCommand.SetProjectTargets(BUDGET, HOTLINE, fourGroups(), ""))
                .then(new TargetEvent.ProjectTargetsSet(BUDGET, HOTLINE, List.of(), fourGroups(), ""));
        Spec set = given(drafting(registered(HOTLINE_PROJECT), targets(HOTLINE, IndicatorLevel.COST)));
        set.when(OFFICER, new TargetCommand.SetProjectTargets(BUDGET, HOTLINE, fourGroups(), ""))
                .refusedAt("reason", new Refusal.ReasonMissing());
        set.when(
                        OFFICER,
                        new TargetCommand.SetProjectTargets(BUDGET, HOTLINE, Scene.indicators(IndicatorLevel.COST), ""))
                .nothingChanges();
    }

    @Test
    void targets_of_an_unknown_project_are_refused_even_when_there_are_none() {
        given(drafting())
                .when(OFFICER, new TargetCommand.SetProjectTargets(BUDGET, HOTLINE, List.of(), ""))
                .refusedAt("project", new Refusal.ProjectUnknown(HOTLINE));
    }

    @Test
    void overall_targets_keep_the_list_before() {
        given(drafting())
                .and(OFFICER, new TargetEvent.OverallTargetsSet(BUDGET, List.of(), fourGroups(), ""))
                .when(OFFICER, new TargetCommand.SetOverallTargets(BUDGET, List.of(), "重新确定"))
                .then(new TargetEvent.OverallTargetsSet(BUDGET, fourGroups(), List.of(), "重新确定"));
    }

    @Test
    void a_statement_replaces_the_earlier_one_of_its_topic() {
        Statement first = new Statement.Duties(List.of("办文"));
        Statement second = new Statement.Duties(List.of("办文", "办会"));
        Spec made = given(drafting()).and(OFFICER, new StatementEvent.StatementMade(BUDGET, Optional.empty(), first));

        made.when(OFFICER, new StatementCommand.MakeStatement(BUDGET, second))
                .then(new StatementEvent.StatementMade(BUDGET, Optional.of(first), second));
        made.when(OFFICER, new StatementCommand.MakeStatement(BUDGET, first)).nothingChanges();
        made.when(OFFICER, new StatementCommand.MakeStatement(BUDGET, new Statement.KeyProjects("无")))
                .then(new StatementEvent.StatementMade(BUDGET, Optional.empty(), new Statement.KeyProjects("无")));
    }

    @Test
    void revenue_is_estimated_revised_and_removed_like_a_line() {
        given(drafting())
                .when(OFFICER, new RevenueCommand.EstimateRevenue(BUDGET, key("R1"), income(5)))
                .then(estimated("R1", income(5)));
        assertThat(given(drafting(estimated("R1", income(5))))
                        .when(OFFICER, new RevenueCommand.ReviseRevenue(BUDGET, key("R1"), income(7)))
                        .events()
                        .getFirst()
                        .postings())
                .extracting(posting -> posting.delta())
                .containsExactly(Amount.ofYuan(-5), Amount.ofYuan(7));
        assertThat(given(drafting(estimated("R1", income(5))))
                        .when(OFFICER, new RevenueCommand.RemoveRevenue(BUDGET, key("R1"), "重复"))
                        .events())
                .hasOnlyElementsOfType(RevenueEvent.RevenueRemoved.class);
        given(drafting(estimated("R1", income(5))))
                .when(OFFICER, new RevenueCommand.ReviseRevenue(BUDGET, key("R1"), income(5)))
                .nothingChanges();
    }

    @Test
    void revenue_of_nothing_of_an_unknown_unit_or_under_a_taken_key_is_refused() {
        given(drafting())
                .when(OFFICER, new RevenueCommand.EstimateRevenue(BUDGET, key("R1"), income(0)))
                .refusedAt("content.amount", new Refusal.AmountNotPositive(Amount.ZERO));
        given(drafting(allocated("L1", wages(1))))
                .when(OFFICER, new RevenueCommand.EstimateRevenue(BUDGET, key("L1"), income(1)))
                .refusedAt("line", new Refusal.LineKeyTaken(key("L1"), LineSide.EXPENDITURE));
        given(Scene.opened())
                .when(OFFICER, new RevenueCommand.EstimateRevenue(BUDGET, key("R1"), income(1)))
                .refusedAt("content.unit", new Refusal.UnitUnknown(OFFICE_UNIT.code()));
    }
}
