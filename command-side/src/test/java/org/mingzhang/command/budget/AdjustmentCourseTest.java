package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.DAY;
import static org.mingzhang.command.budget.AdjustmentScene.NETWORK;
import static org.mingzhang.command.budget.AdjustmentScene.approval;
import static org.mingzhang.command.budget.AdjustmentScene.effect;
import static org.mingzhang.command.budget.AdjustmentScene.entry;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.hotlineOf;
import static org.mingzhang.command.budget.AdjustmentScene.network;
import static org.mingzhang.command.budget.AdjustmentScene.review;
import static org.mingzhang.command.budget.AdjustmentScene.shift;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.supplement;
import static org.mingzhang.command.budget.AdjustmentScene.toNetwork;
import static org.mingzhang.command.budget.AdjustmentScene.unaffected;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.HOTLINE;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.hotline;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.SupplementSource;
import org.mingzhang.kernel.value.TargetChange;

/** The way of a document from its submission to its effect, or to another end. */
class AdjustmentCourseTest {
    /** The hotline gives 20,000 to the network; "li" has submitted it. */
    private static Spec submitted() {
        return then(given(executing()), OFFICER, submit(toNetwork(20_000)));
    }

    private static Spec reviewed() {
        return then(
                then(submitted(), HEAD, review(1, AdjustmentStation.DEPARTMENT_REVIEW)),
                DESK,
                review(1, AdjustmentStation.FINANCE_REVIEW));
    }

    private static Spec then(Spec spec, Actor actor, AdjustmentCommand command) {
        return spec.and(actor, spec.when(actor, command).events().toArray(LedgerEvent[]::new));
    }

    private static Amount available(Spec spec, String line) {
        return spec.budget().execution().available(key(line), spec.budget().content());
    }

    @Test
    void it_takes_effect_after_every_station_and_with_its_document() {
        reviewed()
                .when(OFFICE, effect(1))
                .then(new AdjustmentEvent.AdjustmentTookEffect(
                        BUDGET,
                        1,
                        Optional.of(approval()),
                        DAY,
                        List.of(),
                        List.of(
                                posting("call", Stage.FROZEN, -20_000, "调整单第1号"),
                                posting("call", Stage.ADJUSTED, -20_000, "三财预〔2025〕50号"),
                                posting("net", Stage.ADJUSTED, 20_000, "三财预〔2025〕50号"))));
    }

    @Test
    void the_initial_budget_never_changes() {
        Spec effective = then(reviewed(), OFFICE, effect(1));

        Content content = effective.budget().content();
        assertThat(content.lines().get(key("call")).map(LineContent::amount)).contains(Amount.ofYuan(80_000));
        assertThat(content.lines().get(key("net")).map(LineContent::amount)).contains(Amount.ofYuan(30_000));
        assertThat(available(effective, "call")).isEqualTo(Amount.ofYuan(60_000));
        assertThat(available(effective, "net")).isEqualTo(Amount.ofYuan(50_000));
    }

    @Test
    void without_the_document_that_the_rules_demand_it_does_not_take_effect() {
        reviewed()
                .when(OFFICE, new AdjustmentCommand.PutAdjustmentIntoEffect(BUDGET, 1, Optional.empty(), DAY))
                .refusedAt("documentNumber", new Refusal.ApprovalDocumentMissing());
    }

    @Test
    void no_station_is_skipped() {
        submitted().when(OFFICE, effect(1)).refused(new Refusal.StationOpen(1, AdjustmentStation.DEPARTMENT_REVIEW));
        submitted()
                .when(DESK, review(1, AdjustmentStation.FINANCE_REVIEW))
                .refused(
                        new Refusal.NotAtStation(
                                1, AdjustmentStation.FINANCE_REVIEW, AdjustmentStation.DEPARTMENT_REVIEW),
                        new Refusal.LastActed(1, LastStep.SUBMITTED, OFFICER, DAY));
        reviewed()
                .when(OFFICE, review(1, AdjustmentStation.FINANCE_REVIEW))
                .refused(new Refusal.StationsPassed(1), new Refusal.LastActed(1, LastStep.FINANCE_REVIEW, DESK, DAY));
    }

    @Test
    void a_page_that_was_shown_before_it_went_on_passes_nothing_more() {
        then(submitted(), HEAD, review(1, AdjustmentStation.DEPARTMENT_REVIEW))
                .when(Actor.of("he", "何业务", Role.BUDGET_OFFICE), review(1, AdjustmentStation.DEPARTMENT_REVIEW))
                .refused(
                        new Refusal.NotAtStation(
                                1, AdjustmentStation.DEPARTMENT_REVIEW, AdjustmentStation.FINANCE_REVIEW),
                        new Refusal.LastActed(1, LastStep.DEPARTMENT_REVIEW, HEAD, DAY));
    }

    @Test
    void whoever_submitted_it_decides_nothing_on_it_nor_through_a_delegate() {
        Spec byDepartment = then(given(executing()), DEPARTMENT, submit(toNetwork(20_000)));
        byDepartment
                .when(DEPARTMENT, review(1, AdjustmentStation.DEPARTMENT_REVIEW))
                .refused(new Refusal.SamePerson("wang"));

        Actor delegate = new Actor("qian", "钱代理", Role.DEPARTMENT_HEAD, Optional.of("wang"));
        byDepartment
                .when(delegate, review(1, AdjustmentStation.DEPARTMENT_REVIEW))
                .refused(new Refusal.SamePerson("wang"));
        Spec passed = then(
                then(byDepartment, HEAD, review(1, AdjustmentStation.DEPARTMENT_REVIEW)),
                DESK,
                review(1, AdjustmentStation.FINANCE_REVIEW));
        passed.when(Actor.of("wang", "王财务", Role.BUDGET_OFFICE), effect(1)).refused(new Refusal.SamePerson("wang"));
    }

    @Test
    void a_decision_taken_outside_comes_with_its_document() {
        Spec atGovernment = then(
                then(
                        then(
                                given(executing()),
                                OFFICER,
                                submit(supplement(SupplementSource.RESERVE, entry("wage", wages(1), 5_000)))),
                        HEAD,
                        review(1, AdjustmentStation.DEPARTMENT_REVIEW)),
                DESK,
                review(1, AdjustmentStation.FINANCE_REVIEW));
        atGovernment
                .when(OFFICE, review(1, AdjustmentStation.GOVERNMENT_DECISION))
                .refusedAt(
                        "documentNumber", new Refusal.DecisionDocumentMissing(AdjustmentStation.GOVERNMENT_DECISION));
        assertThat(atGovernment
                        .when(
                                OFFICE,
                                new AdjustmentCommand.ReviewAdjustment(
                                        BUDGET, 1, AdjustmentStation.GOVERNMENT_DECISION, Optional.of(approval()), ""))
                        .events())
                .containsExactly(new AdjustmentEvent.AdjustmentReviewed(
                        BUDGET, 1, AdjustmentStation.GOVERNMENT_DECISION, Optional.of(approval()), ""));
    }

    /** 预算法第六十九条: nothing is adjusted before whoever has to decide on it has decided. */
    @Test
    void nothing_takes_effect_before_the_day_of_the_decision_that_it_rests_on() {
        LocalDate decided = DAY.plusDays(2);
        Basis minutes = new Basis("三政纪〔2025〕3号", "会议纪要", "三门峡市人民政府", decided, true);
        Spec passed = then(
                then(
                        then(
                                then(
                                        given(executing()).on(decided),
                                        OFFICER,
                                        submit(supplement(SupplementSource.RESERVE, entry("wage", wages(1), 5_000)))),
                                HEAD,
                                review(1, AdjustmentStation.DEPARTMENT_REVIEW)),
                        DESK,
                        review(1, AdjustmentStation.FINANCE_REVIEW)),
                OFFICE,
                new AdjustmentCommand.ReviewAdjustment(
                        BUDGET, 1, AdjustmentStation.GOVERNMENT_DECISION, Optional.of(minutes), ""));
        passed.when(
                        OFFICE,
                        new AdjustmentCommand.PutAdjustmentIntoEffect(
                                BUDGET, 1, Optional.of(approval()), decided.minusDays(1)))
                .refusedAt("effectiveOn", new Refusal.EffectBeforeDecision(decided.minusDays(1), decided));
        assertThat(passed.when(
                                OFFICE,
                                new AdjustmentCommand.PutAdjustmentIntoEffect(
                                        BUDGET, 1, Optional.of(approval()), decided))
                        .events())
                .isNotEmpty();
    }

    @Test
    void a_reviewer_of_the_unit_sends_back_what_the_department_has_not_looked_at_and_passes_nothing() {
        Actor reviewer = Actor.of("liq", "李审核", Role.UNIT_REVIEWER);
        AdjustmentCommand back = new AdjustmentCommand.ReturnAdjustment(BUDGET, 1, "附件不全");
        assertThat(available(then(submitted(), reviewer, back), "call")).isEqualTo(Amount.ofYuan(80_000));
        submitted()
                .when(reviewer, review(1, AdjustmentStation.DEPARTMENT_REVIEW))
                .refused(new Refusal.RoleNotAllowed(Role.UNIT_REVIEWER, Roles.DEPARTMENT));
        submitted()
                .when(Actor.of(OFFICER.login(), "李经办", Role.UNIT_REVIEWER), back)
                .refused(new Refusal.SamePerson(OFFICER.login()));
        then(submitted(), HEAD, review(1, AdjustmentStation.DEPARTMENT_REVIEW))
                .when(reviewer, back)
                .refused(
                        new Refusal.NotAtStation(
                                1, AdjustmentStation.DEPARTMENT_REVIEW, AdjustmentStation.FINANCE_REVIEW),
                        new Refusal.LastActed(1, LastStep.DEPARTMENT_REVIEW, HEAD, DAY));
    }

    @Test
    void return_rejection_and_withdrawal_say_why_and_give_the_money_free() {
        Spec one = submitted();
        one.when(HEAD, new AdjustmentCommand.ReturnAdjustment(BUDGET, 1, ""))
                .refusedAt("reason", new Refusal.ReasonMissing());
        assertThat(available(one, "call")).isEqualTo(Amount.ofYuan(60_000));
        for (Spec ended : List.of(
                then(one, HEAD, new AdjustmentCommand.ReturnAdjustment(BUDGET, 1, "缺测算")),
                then(one, HEAD, new AdjustmentCommand.RejectAdjustment(BUDGET, 1, "不予支持")),
                then(one, OFFICER, new AdjustmentCommand.WithdrawAdjustment(BUDGET, 1, "重新测算")))) {
            assertThat(available(ended, "call")).isEqualTo(Amount.ofYuan(80_000));
            assertThat(ended.when(HEAD, review(1, AdjustmentStation.DEPARTMENT_REVIEW))
                            .objections())
                    .extracting(Decision.Objection::refusal)
                    .hasOnlyElementsOfTypes(Refusal.AdjustmentEnded.class, Refusal.LastActed.class);
        }
    }

    @Test
    void only_its_maker_withdraws_it() {
        submitted()
                .when(DEPARTMENT, new AdjustmentCommand.WithdrawAdjustment(BUDGET, 1, "x"))
                .refused(new Refusal.NotTheMaker("li"));
    }

    @Test
    void a_returned_document_is_taken_up_again_once() {
        Spec returned = then(submitted(), HEAD, new AdjustmentCommand.ReturnAdjustment(BUDGET, 1, "缺测算"));
        Spec again = then(returned, OFFICER, submit(toNetwork(15_000).mending(1)));

        assertThat(again.budget().execution().adjustments().size()).isEqualTo(2);
        again.when(OFFICER, submit(toNetwork(15_000).mending(1))).refusedAt("mends", new Refusal.AlreadyMended(1, 2));
        submitted().when(OFFICER, submit(toNetwork(15_000).mending(1))).refusedAt("mends", new Refusal.NotReturned(1));
    }

    @Test
    void what_took_effect_is_only_taken_back_by_its_reverse() {
        Spec effective = then(reviewed(), OFFICE, effect(1));

        effective
                .when(OFFICER, new AdjustmentCommand.WithdrawAdjustment(BUDGET, 1, "x"))
                .refused(
                        new Refusal.AdjustmentEnded(1, AdjustmentStatus.EFFECTIVE),
                        new Refusal.LastActed(1, LastStep.EFFECTIVE, OFFICE, DAY));
        effective.when(OFFICER, submit(back(19_999).reversing(1))).refusedAt("entries", new Refusal.NotTheReverse(1));
        Spec reversing = then(effective, OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "记错项目", DAY));
        reversing.when(OFFICER, submit(back(20_000).reversing(1))).refused(new Refusal.AlreadyReversed(1, 2));
        Spec reversed = then(
                then(
                        then(reversing, HEAD, review(2, AdjustmentStation.DEPARTMENT_REVIEW)),
                        DESK,
                        review(2, AdjustmentStation.FINANCE_REVIEW)),
                OFFICE,
                effect(2));
        assertThat(available(reversed, "call")).isEqualTo(Amount.ofYuan(80_000));
        assertThat(available(reversed, "net")).isEqualTo(Amount.ofYuan(30_000));
    }

    @Test
    void a_supplement_is_taken_back_too_by_whoever_decided_on_it() {
        Spec supplemented = then(
                given(executing()),
                OFFICER,
                submit(supplement(SupplementSource.TRANSFER, entry("wage", wages(1), 5_000))));
        supplemented = then(
                then(supplemented, HEAD, review(1, AdjustmentStation.DEPARTMENT_REVIEW)),
                DESK,
                review(1, AdjustmentStation.FINANCE_REVIEW));
        supplemented = then(supplemented, OFFICE, effect(1));

        var back = new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "文号有误", DAY);
        AdjustmentEvent.AdjustmentSubmitted event = (AdjustmentEvent.AdjustmentSubmitted)
                supplemented.when(OFFICER, back).events().getFirst();
        assertThat(event.kind()).isEqualTo(SupplementSource.TRANSFER.kind());
        assertThat(event.postings()).hasSize(1);
    }

    @Test
    void revised_targets_take_effect_with_the_money() {
        var revised = Scene.indicators(IndicatorLevel.OUTPUT);
        Spec effective = then(
                given(executing(Scene.targets(NETWORK, IndicatorLevel.COST))),
                OFFICER,
                submit(shift(entry("call", hotline(1), -5_000), entry("net", network(), 5_000))
                        .saying(unaffected(HOTLINE), new PerformanceEffect(NETWORK, Optional.of(revised)))));
        effective = then(
                then(effective, HEAD, review(1, AdjustmentStation.DEPARTMENT_REVIEW)),
                DESK,
                review(1, AdjustmentStation.FINANCE_REVIEW));

        AdjustmentEvent.AdjustmentTookEffect event = (AdjustmentEvent.AdjustmentTookEffect)
                effective.when(OFFICE, effect(1)).events().getFirst();
        assertThat(event.targets())
                .containsExactly(new TargetChange(NETWORK, Scene.indicators(IndicatorLevel.COST), revised));
        assertThat(effective.budget().content().targetsOf(NETWORK)).isEqualTo(Scene.indicators(IndicatorLevel.COST));
        assertThat(then(effective, OFFICE, effect(1)).budget().content().targetsOf(NETWORK))
                .isEqualTo(revised);
    }

    @Test
    void within_a_project_the_department_decides_by_itself() {
        Spec spec = then(
                given(executing()),
                OFFICER,
                submit(shift(entry("line", hotlineOf("30201"), -1_000), entry("post", hotlineOf("30207"), 1_000))
                        .saying(unaffected(HOTLINE))));
        spec = then(spec, HEAD, review(1, AdjustmentStation.DEPARTMENT_REVIEW));
        spec = then(spec, DEPARTMENT, new AdjustmentCommand.PutAdjustmentIntoEffect(BUDGET, 1, Optional.empty(), DAY));

        assertThat(available(spec, "line")).isEqualTo(Amount.ofYuan(19_000));
        assertThat(available(spec, "post")).isEqualTo(Amount.ofYuan(1_000));
    }

    @Test
    void a_line_that_came_with_an_adjustment_can_give_again() {
        Spec spec = then(
                given(executing()),
                OFFICER,
                submit(shift(entry("line", hotlineOf("30201"), -1_000), entry("post", hotlineOf("30207"), 1_000))
                        .saying(unaffected(HOTLINE))));
        spec = then(spec, HEAD, review(1, AdjustmentStation.DEPARTMENT_REVIEW));
        spec = then(spec, DEPARTMENT, new AdjustmentCommand.PutAdjustmentIntoEffect(BUDGET, 1, Optional.empty(), DAY));

        spec.when(
                        OFFICER,
                        submit(shift(
                                        entry("post", hotlineOf("30207"), -1_001),
                                        entry("line", hotlineOf("30201"), 1_001))
                                .saying(unaffected(HOTLINE))))
                .refusedAt(
                        "entries[0].amount",
                        new Refusal.NotAvailable(key("post"), Amount.ofYuan(1_000), Amount.ofYuan(1_001)));
    }

    @Test
    void nobody_decides_on_what_was_never_submitted() {
        given(executing())
                .when(HEAD, review(7, AdjustmentStation.DEPARTMENT_REVIEW))
                .refusedAt("number", new Refusal.AdjustmentUnknown(7));
    }

    private static AdjustmentScene.Request back(long yuan) {
        return shift(entry("call", hotline(1), yuan), entry("net", network(), -yuan))
                .saying(unaffected(HOTLINE), unaffected(NETWORK));
    }

    private static Posting posting(String line, Stage stage, long yuan, String basis) {
        var money = line.equals("net") ? network() : hotline(1).classification();
        return new Posting(key(line), money, stage, Amount.ofYuan(yuan), DAY, basis);
    }
}
