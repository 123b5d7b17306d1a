package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.DAY;
import static org.mingzhang.command.budget.AdjustmentScene.effect;
import static org.mingzhang.command.budget.AdjustmentScene.entry;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.review;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.supplement;
import static org.mingzhang.command.budget.AdjustmentScene.toNetwork;
import static org.mingzhang.command.budget.Scene.AUDITOR;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;
import static org.mingzhang.kernel.value.AdjustmentStation.DEPARTMENT_REVIEW;
import static org.mingzhang.kernel.value.AdjustmentStation.FINANCE_REVIEW;
import static org.mingzhang.kernel.value.AdjustmentStation.GOVERNMENT_DECISION;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.SupplementSource;

/** A reviewer clicks again, or in a tab of before: he is told where the document is and who acted last, not his role. */
class SecondClickTest {
    private static final AdjustmentCommand RETURN = new AdjustmentCommand.ReturnAdjustment(BUDGET, 1, "附件不全");
    private static final AdjustmentCommand REJECT = new AdjustmentCommand.RejectAdjustment(BUDGET, 1, "不予支持");
    private static final Actor GOVERNMENT = Actor.of("zheng", "郑秘书", Role.GOVERNMENT);
    private static final Actor REVIEWER = Actor.of("liq", "李审核", Role.UNIT_REVIEWER);

    private static Spec submitted() {
        return then(given(executing()), OFFICER, submit(toNetwork(20_000)));
    }

    private static Spec byDepartment() {
        return then(submitted(), HEAD, review(1, DEPARTMENT_REVIEW));
    }

    private static Spec byFinance() {
        return then(byDepartment(), DESK, review(1, FINANCE_REVIEW));
    }

    private static Spec inEffect() {
        return then(byFinance(), OFFICE, effect(1));
    }

    /** Out of the reserve, which the government decides on. */
    private static Spec atGovernment() {
        Spec reserve = then(
                given(executing()),
                OFFICER,
                submit(supplement(SupplementSource.RESERVE, entry("wage", wages(1), 5_000))));
        return then(then(reserve, HEAD, review(1, DEPARTMENT_REVIEW)), DESK, review(1, FINANCE_REVIEW));
    }

    private static Spec then(Spec spec, Actor actor, AdjustmentCommand command) {
        return spec.and(actor, spec.when(actor, command).events().toArray(LedgerEvent[]::new));
    }

    private static Refusal at(AdjustmentStation station, AdjustmentStation next) {
        return new Refusal.NotAtStation(1, station, next);
    }

    private static Refusal last(Actor by, LastStep step) {
        return new Refusal.LastActed(1, step, by, DAY);
    }

    @Test
    void whoever_passed_it_is_told_that_it_has_gone_on() {
        for (AdjustmentCommand again : List.of(review(1, DEPARTMENT_REVIEW), RETURN, REJECT)) {
            byDepartment()
                    .when(HEAD, again)
                    .refused(at(DEPARTMENT_REVIEW, FINANCE_REVIEW), last(HEAD, LastStep.DEPARTMENT_REVIEW));
        }
        for (AdjustmentCommand again : List.of(review(1, FINANCE_REVIEW), RETURN, REJECT)) {
            atGovernment()
                    .when(DESK, again)
                    .refused(at(FINANCE_REVIEW, GOVERNMENT_DECISION), last(DESK, LastStep.FINANCE_REVIEW));
        }
    }

    @Test
    void a_colleague_who_decides_at_several_stations_is_told_the_same() {
        atGovernment()
                .when(OFFICE, review(1, FINANCE_REVIEW))
                .refused(at(FINANCE_REVIEW, GOVERNMENT_DECISION), last(DESK, LastStep.FINANCE_REVIEW));
    }

    @Test
    void when_every_station_is_passed_only_its_effect_is_open() {
        for (AdjustmentCommand again : List.of(review(1, FINANCE_REVIEW), RETURN, REJECT)) {
            byFinance().when(DESK, again).refused(new Refusal.StationsPassed(1), last(DESK, LastStep.FINANCE_REVIEW));
        }
        byFinance()
                .when(HEAD, review(1, DEPARTMENT_REVIEW))
                .refused(new Refusal.StationsPassed(1), last(DESK, LastStep.FINANCE_REVIEW));
        byFinance()
                .when(OFFICE, review(1, FINANCE_REVIEW))
                .refused(new Refusal.StationsPassed(1), last(DESK, LastStep.FINANCE_REVIEW));
    }

    @Test
    void what_is_over_is_said_to_be_over_to_every_reviewer_of_its_way() {
        for (Actor reviewer : List.of(HEAD, DESK, OFFICE)) {
            for (AdjustmentCommand again : List.of(review(1, FINANCE_REVIEW), RETURN, REJECT, effect(1))) {
                inEffect()
                        .when(reviewer, again)
                        .refused(
                                new Refusal.AdjustmentEnded(1, AdjustmentStatus.EFFECTIVE),
                                last(OFFICE, LastStep.EFFECTIVE));
            }
        }
        then(byDepartment(), DESK, RETURN)
                .when(HEAD, RETURN)
                .refused(new Refusal.AdjustmentEnded(1, AdjustmentStatus.RETURNED), last(DESK, LastStep.RETURNED));
    }

    @Test
    void whoever_comes_too_early_is_told_where_it_still_is() {
        for (AdjustmentCommand early : List.of(review(1, FINANCE_REVIEW), RETURN, REJECT)) {
            submitted()
                    .when(DESK, early)
                    .refused(at(FINANCE_REVIEW, DEPARTMENT_REVIEW), last(OFFICER, LastStep.SUBMITTED));
        }
        Spec reserve = then(
                given(executing()),
                OFFICER,
                submit(supplement(SupplementSource.RESERVE, entry("wage", wages(1), 5_000))));
        reserve.when(GOVERNMENT, RETURN)
                .refused(at(GOVERNMENT_DECISION, DEPARTMENT_REVIEW), last(OFFICER, LastStep.SUBMITTED));
    }

    @Test
    void whoever_may_only_send_back_is_told_when_the_department_has_looked_at_it() {
        byDepartment()
                .when(REVIEWER, RETURN)
                .refused(at(DEPARTMENT_REVIEW, FINANCE_REVIEW), last(HEAD, LastStep.DEPARTMENT_REVIEW));
        byDepartment()
                .when(REVIEWER, REJECT)
                .refused(new Refusal.RoleNotAllowed(Role.UNIT_REVIEWER, Roles.FINANCE_BUREAU));
    }

    @Test
    void both_names_of_a_delegation_are_kept() {
        Actor delegate = new Actor("qian", "钱代理", Role.DEPARTMENT_HEAD, Optional.of("zhao"));
        then(submitted(), delegate, review(1, DEPARTMENT_REVIEW))
                .when(HEAD, review(1, DEPARTMENT_REVIEW))
                .refused(at(DEPARTMENT_REVIEW, FINANCE_REVIEW), last(delegate, LastStep.DEPARTMENT_REVIEW));
    }

    @Test
    void the_role_is_the_reason_at_a_station_that_is_not_theirs_and_for_who_has_none_on_its_way() {
        byDepartment()
                .when(HEAD, review(1, FINANCE_REVIEW))
                .refused(new Refusal.RoleNotAllowed(Role.DEPARTMENT_HEAD, Roles.FINANCE_BUREAU));
        for (Actor stranger : List.of(AUDITOR, OFFICER, GOVERNMENT)) {
            assertThat(byDepartment().when(stranger, RETURN).objections())
                    .extracting(Decision.Objection::refusal)
                    .containsExactly(new Refusal.RoleNotAllowed(stranger.role(), Roles.FINANCE_BUREAU));
        }
    }
}
