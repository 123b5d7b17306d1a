package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.review;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.toNetwork;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Spec.given;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Role;

/** "qian" acts for "wang" in one role and has another of his own; neither checks what either of them made. */
class DelegationRulesTest {
    private static final Actor PRINCIPAL = Actor.of("wang", "王财务", Role.DEPARTMENT_FINANCE);
    private static final Actor DELEGATE = new Actor("qian", "钱代理", Role.DEPARTMENT_FINANCE, Optional.of("wang"));
    private static final Actor DELEGATE_HIMSELF = Actor.of("qian", "钱代理", Role.UNIT_OFFICER);

    private static final List<Actor> THEY_ALL = List.of(
            Actor.of("wang", "王财务", Role.DEPARTMENT_HEAD),
            new Actor("qian", "钱代理", Role.DEPARTMENT_HEAD, Optional.of("wang")),
            new Actor("sun", "孙代理", Role.DEPARTMENT_HEAD, Optional.of("wang")));

    private static Spec made(Actor maker) {
        Spec executing = given(executing());
        return executing.and(
                maker, executing.when(maker, submit(toNetwork(20_000))).events().toArray(BudgetEvent[]::new));
    }

    @Test
    void what_the_principal_made_is_passed_by_nobody_who_acts_for_him() {
        for (Actor checker : THEY_ALL) {
            made(PRINCIPAL)
                    .when(checker, review(1, AdjustmentStation.DEPARTMENT_REVIEW))
                    .refused(new Refusal.SamePerson("wang"));
        }
    }

    @Test
    void what_the_delegate_made_for_the_principal_is_passed_by_neither() {
        for (Actor checker : THEY_ALL) {
            assertThat(made(DELEGATE)
                            .when(checker, review(1, AdjustmentStation.DEPARTMENT_REVIEW))
                            .objections())
                    .extracting(Decision.Objection::refusal)
                    .hasSize(1)
                    .allMatch(Refusal.SamePerson.class::isInstance);
        }
        made(DELEGATE)
                .when(Actor.of("qian", "钱代理", Role.DEPARTMENT_HEAD), review(1, AdjustmentStation.DEPARTMENT_REVIEW))
                .refused(new Refusal.SamePerson("qian"));
    }

    @Test
    void what_the_delegate_made_in_his_own_name_he_does_not_pass_in_the_name_of_another() {
        made(DELEGATE_HIMSELF)
                .when(
                        new Actor("qian", "钱代理", Role.DEPARTMENT_HEAD, Optional.of("zhao")),
                        review(1, AdjustmentStation.DEPARTMENT_REVIEW))
                .refused(new Refusal.SamePerson("qian"));
    }

    @Test
    void whoever_acts_for_somebody_else_may_pass_it() {
        Actor other = new Actor("sun", "孙代理", Role.DEPARTMENT_HEAD, Optional.of("zhao"));
        assertThat(made(DELEGATE)
                        .when(other, review(1, AdjustmentStation.DEPARTMENT_REVIEW))
                        .events())
                .hasSize(1);
    }

    @Test
    void returning_rejecting_and_registering_the_effect_are_checking_too() {
        for (Actor checker : THEY_ALL) {
            for (BudgetCommand command : List.<BudgetCommand>of(
                    new AdjustmentCommand.ReturnAdjustment(BUDGET, 1, "x"),
                    new AdjustmentCommand.RejectAdjustment(BUDGET, 1, "x"))) {
                assertThat(made(DELEGATE).when(checker, command).objections())
                        .extracting(Decision.Objection::refusal)
                        .anyMatch(Refusal.SamePerson.class::isInstance);
            }
        }
    }

    @Test
    void the_principal_takes_back_what_was_submitted_for_him_and_his_delegate_what_he_submitted() {
        AdjustmentCommand back = new AdjustmentCommand.WithdrawAdjustment(BUDGET, 1, "不需要");
        assertThat(made(DELEGATE).when(PRINCIPAL, back).events()).hasSize(1);
        assertThat(made(PRINCIPAL).when(DELEGATE, back).events()).hasSize(1);
        made(PRINCIPAL)
                .when(Actor.of("wu", "吴财务", Role.DEPARTMENT_FINANCE), back)
                .refused(new Refusal.NotTheMaker("wang"));
    }
}
