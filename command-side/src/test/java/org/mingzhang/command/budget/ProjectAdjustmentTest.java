package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.DAY;
import static org.mingzhang.command.budget.AdjustmentScene.NETWORK;
import static org.mingzhang.command.budget.AdjustmentScene.entry;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.network;
import static org.mingzhang.command.budget.AdjustmentScene.review;
import static org.mingzhang.command.budget.AdjustmentScene.unaffected;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.HOTLINE;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.hotline;
import static org.mingzhang.command.budget.Scene.indicators;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Scene.registered;
import static org.mingzhang.command.budget.Scene.targets;
import static org.mingzhang.command.budget.Spec.given;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;

/** An approved project changes by a document: what it says, what it is to achieve, what it costs. */
class ProjectAdjustmentTest {
    private static final BudgetUnit CENTRE =
            new BudgetUnit(new UnitCode("103002"), "电子政务中心", "电子政务中心", UnitNature.PUBLIC_INSTITUTION);

    private static Project project(Spec spec) {
        return spec.budget().content().projects().get(NETWORK).orElseThrow();
    }

    private static Project named(Spec spec, String name) {
        Project now = project(spec);
        return new Project(now.code(), name, now.category(), now.unit(), now.description());
    }

    private static Project movedTo(Spec spec, UnitCode unit) {
        Project now = project(spec);
        return new Project(now.code(), now.name(), now.category(), unit, now.description());
    }

    private static AdjustmentCommand adjust(AdjustmentScene.Request request, Project project) {
        return new AdjustmentCommand.AdjustProject(BUDGET, request.made(), project, List.of());
    }

    private static Spec then(Spec spec, Actor actor, AdjustmentCommand command) {
        return spec.and(actor, spec.when(actor, command).events().toArray(LedgerEvent[]::new));
    }

    private static Spec passed(Spec spec, int number) {
        Spec reviewed = then(
                then(spec, HEAD, review(number, AdjustmentStation.DEPARTMENT_REVIEW)),
                DESK,
                review(number, AdjustmentStation.FINANCE_REVIEW));
        return then(reviewed, OFFICE, AdjustmentScene.effect(number));
    }

    @Test
    void a_document_without_money_has_its_own_way_and_changes_the_project_only_when_it_takes_effect() {
        Spec spec = given(executing());
        Project before = project(spec);
        Project after = named(spec, "电子政务外网");

        List<LedgerEvent> events = spec.when(OFFICER, adjust(AdjustmentScene.withoutMoney(), after))
                .events();
        AdjustmentEvent.AdjustmentSubmitted submitted = (AdjustmentEvent.AdjustmentSubmitted) events.getFirst();
        assertThat(submitted.kind()).isEqualTo(AdjustmentKind.PROJECT_CONTENT);
        assertThat(submitted.postings()).isEmpty();
        assertThat(submitted.stations())
                .containsExactly(AdjustmentStation.DEPARTMENT_REVIEW, AdjustmentStation.FINANCE_REVIEW);
        assertThat(events).contains(new AdjustmentEvent.ProjectAdjustmentAsked(BUDGET, 1, before, after));

        Spec asked = spec.and(OFFICER, events.toArray(LedgerEvent[]::new));
        assertThat(project(asked)).isEqualTo(before);
        Spec effective = passed(asked, 1);
        assertThat(project(effective)).isEqualTo(after);
    }

    @Test
    void money_content_and_targets_change_in_one_document() {
        Spec spec = given(executing(targets(NETWORK, IndicatorLevel.COST)));
        var revised = indicators(IndicatorLevel.OUTPUT);
        AdjustmentScene.Request request = AdjustmentScene.shift(
                        entry("call", hotline(1), -5_000), entry("net", network(), 5_000))
                .saying(unaffected(HOTLINE), new PerformanceEffect(NETWORK, Optional.of(revised)));
        Spec effective = passed(then(spec, OFFICER, adjust(request, named(spec, "外网扩容"))), 1);

        assertThat(project(effective).name()).isEqualTo("外网扩容");
        assertThat(effective.budget().content().targetsOf(NETWORK)).isEqualTo(revised);
        assertThat(effective
                        .budget()
                        .execution()
                        .available(key("net"), effective.budget().content()))
                .isEqualTo(Amount.ofYuan(35_000));
        assertThat(effective
                        .budget()
                        .execution()
                        .adjustments()
                        .get(1)
                        .orElseThrow()
                        .kind())
                .isEqualTo(AdjustmentKind.PROJECT_SHIFT);
    }

    @Test
    void only_targets_may_change_and_that_has_its_own_way_too() {
        Spec spec = given(executing(targets(NETWORK, IndicatorLevel.COST)));
        var revised = indicators(IndicatorLevel.OUTPUT);
        AdjustmentScene.Request request =
                AdjustmentScene.withoutMoney().saying(new PerformanceEffect(NETWORK, Optional.of(revised)));
        Spec asked = then(spec, OFFICER, adjust(request, project(spec)));

        assertThat(asked.budget().execution().adjustments().get(1).orElseThrow().kind())
                .isEqualTo(AdjustmentKind.PROJECT_TARGETS);
        assertThat(asked.budget().content().targetsOf(NETWORK)).isEqualTo(indicators(IndicatorLevel.COST));
        assertThat(passed(asked, 1).budget().content().targetsOf(NETWORK)).isEqualTo(revised);
    }

    @Test
    void a_reason_is_given_also_when_only_targets_change() {
        Spec spec = given(executing(targets(NETWORK, IndicatorLevel.COST)));
        spec.when(
                        OFFICER,
                        adjust(
                                AdjustmentScene.withoutMoney()
                                        .because("")
                                        .saying(new PerformanceEffect(
                                                NETWORK, Optional.of(indicators(IndicatorLevel.OUTPUT)))),
                                project(spec)))
                .refusedAt("reason", new Refusal.ReasonMissing());
    }

    @Test
    void a_document_that_changes_nothing_is_refused() {
        Spec spec = given(executing(targets(NETWORK, IndicatorLevel.COST)));

        spec.when(OFFICER, adjust(AdjustmentScene.withoutMoney(), project(spec)))
                .refused(new Refusal.NothingChanges());
        spec.when(
                        OFFICER,
                        adjust(
                                AdjustmentScene.withoutMoney()
                                        .saying(new PerformanceEffect(
                                                NETWORK, Optional.of(indicators(IndicatorLevel.COST)))),
                                project(spec)))
                .refused(new Refusal.NothingChanges());
    }

    @Test
    void what_moves_money_is_not_called_content() {
        Spec spec = given(executing());
        AdjustmentScene.Request hidden = AdjustmentScene.withoutMoney(
                        entry("call", hotline(1), -5_000), entry("net", network(), 5_000))
                .saying(unaffected(HOTLINE), unaffected(NETWORK));

        assertThat(spec.when(OFFICER, adjust(hidden, named(spec, "外网"))).objections())
                .extracting(Decision.Objection::refusal)
                .hasOnlyElementsOfType(Refusal.DirectionDiffers.class);
    }

    @Test
    void the_category_stays_and_the_project_is_one_of_the_library() {
        Spec spec = given(executing());
        Project now = project(spec);
        spec.when(
                        OFFICER,
                        adjust(
                                AdjustmentScene.withoutMoney(),
                                new Project(NETWORK, now.name(), ProjectCategory.SPECIFIC_PURPOSE, now.unit(), "")))
                .refusedAt(
                        "category",
                        new Refusal.ProjectCategoryDiffers(
                                NETWORK, ProjectCategory.OTHER_OPERATIONS, ProjectCategory.SPECIFIC_PURPOSE));
        Project unknown = new Project(
                new ProjectCode("41120025000000099999"), "无", ProjectCategory.OTHER_OPERATIONS, now.unit(), "");
        assertThat(spec.when(OFFICER, adjust(AdjustmentScene.withoutMoney(), unknown))
                        .objections())
                .extracting(Decision.Objection::refusal)
                .contains(new Refusal.ProjectUnknown(unknown.code()));
    }

    @Test
    void a_project_is_changed_by_one_document_at_a_time() {
        Spec spec = given(executing());
        Spec one = then(spec, OFFICER, adjust(AdjustmentScene.withoutMoney(), named(spec, "一")));

        one.when(OFFICER, adjust(AdjustmentScene.withoutMoney(), named(one, "二")))
                .refusedAt("project", new Refusal.ProjectOnItsWay(NETWORK, 1));
        Spec returned = then(one, HEAD, new AdjustmentCommand.ReturnAdjustment(BUDGET, 1, "名称不妥"));
        assertThat(returned.when(OFFICER, adjust(AdjustmentScene.withoutMoney().mending(1), named(returned, "二")))
                        .events())
                .isNotEmpty();
    }

    @Test
    void a_project_goes_to_another_unit_with_all_its_money() {
        Spec spec = given(executing(registered(CENTRE)));
        Project after = movedTo(spec, CENTRE.code());
        Classification.Expenditure there =
                Scene.ofProject(NETWORK, ProjectCategory.OTHER_OPERATIONS, CENTRE.code(), "30227", "50502");

        spec.when(OFFICER, adjust(AdjustmentScene.withoutMoney(), after))
                .refusedAt("unit", new Refusal.ProjectUnitHasMoney(NETWORK, key("net"), Amount.ofYuan(30_000)));
        spec.when(OFFICER, adjust(moving(entry("net", network(), -29_999), entry("net2", there, 29_999)), after))
                .refusedAt("unit", new Refusal.ProjectUnitHasMoney(NETWORK, key("net"), Amount.ofYuan(1)));
        Spec effective = passed(
                then(
                        spec,
                        OFFICER,
                        adjust(moving(entry("net", network(), -30_000), entry("net2", there, 30_000)), after)),
                1);
        assertThat(project(effective).unit()).isEqualTo(CENTRE.code());
        Spec back =
                passed(then(effective, OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "仍由本级承担", DAY)), 2);
        assertThat(project(back).unit()).isEqualTo(Scene.OFFICE_UNIT.code());
        assertThat(back.budget().execution().available(key("net"), back.budget().content()))
                .isEqualTo(Amount.ofYuan(30_000));
    }

    private static AdjustmentScene.Request moving(AdjustmentEntry... entries) {
        return AdjustmentScene.shift(entries).saying(unaffected(NETWORK));
    }

    @Test
    void its_reverse_gives_back_what_the_project_said_and_was_to_achieve() {
        Spec spec = given(executing(targets(NETWORK, IndicatorLevel.COST)));
        var revised = indicators(IndicatorLevel.OUTPUT);
        AdjustmentScene.Request request =
                AdjustmentScene.withoutMoney().saying(new PerformanceEffect(NETWORK, Optional.of(revised)));
        Spec effective = passed(then(spec, OFFICER, adjust(request, named(spec, "外网"))), 1);
        Spec back = passed(then(effective, OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "撤销", DAY)), 2);

        assertThat(project(back)).isEqualTo(project(spec));
        assertThat(back.budget().content().targetsOf(NETWORK)).isEqualTo(indicators(IndicatorLevel.COST));
    }

    @Test
    void what_was_changed_again_since_is_not_taken_back() {
        Spec spec = given(executing());
        Spec first = passed(then(spec, OFFICER, adjust(AdjustmentScene.withoutMoney(), named(spec, "一"))), 1);
        Spec second = passed(then(first, OFFICER, adjust(AdjustmentScene.withoutMoney(), named(first, "二"))), 2);

        second.when(OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "撤销", DAY))
                .refused(new Refusal.NothingToTakeBack(1));
        assertThat(project(second).name()).isEqualTo("二");
    }

    @Test
    void before_approval_a_project_is_revised_not_adjusted() {
        Spec drafting = given(Scene.drafting(registered(Scene.HOTLINE_PROJECT)));
        drafting.when(
                        OFFICER,
                        new AdjustmentCommand.AdjustProject(
                                BUDGET, AdjustmentScene.withoutMoney().made(), Scene.HOTLINE_PROJECT, List.of()))
                .refused(new Refusal.PhaseNotAllowed(Phase.PREPARING, Phase.AFTER_APPROVAL));
        assertThat(AdjustmentScene.withoutMoney().made().direction()).isEqualTo(AdjustmentDirection.CONTENT);
    }
}
