package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mingzhang.command.budget.AdjustmentScene.DAY;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.review;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.toNetwork;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Spec.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.policy.AdjustmentRules;
import org.mingzhang.kernel.policy.Limit;
import org.mingzhang.kernel.policy.LimitEffect;
import org.mingzhang.kernel.policy.Measure;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.RevisionCut;

/** The number of what decides is a number; how it is written only a division says. */
class DocumentRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"——", "〔〕", "…", "!?", "\u00a0-"})
    void punctuation_alone_is_no_number(String number) {
        Spec.Answer atCongress = atCongress(given(executing())).when(OFFICE, decision(number));
        atCongress.refusedAt("documentNumber", new Refusal.DocumentNumberUnfit(number));
        reviewed(given(executing()), toNetwork(1_000))
                .when(OFFICE, effect(number))
                .refusedAt("documentNumber", new Refusal.DocumentNumberUnfit(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"三人常〔2025〕\n3号", "三人常\u202e3号", "三人常\u200b3号"})
    void what_cannot_be_seen_is_refused(String number) {
        atCongress(given(executing()))
                .when(OFFICE, decision(number))
                .refusedAt("documentNumber", new Refusal.ControlCharacter());
    }

    @ParameterizedTest
    @ValueSource(strings = {"三人常〔2025〕3号", "第3号", "纪要3", "RES-2025/3"})
    void however_it_is_written_no_law_says(String number) {
        assertThat(atCongress(given(executing())).when(OFFICE, decision(number)).events())
                .isNotEmpty();
    }

    @Test
    void a_division_may_say_how_its_own_are_written() {
        Spec spec = atCongress(given(executing()).under(written("STANDING_COMMITTEE:三人常〔#〕#号")));
        spec.when(OFFICE, decision("第3号"))
                .refusedAt("documentNumber", new Refusal.DocumentNumberDiffers("第3号", "三人常〔#〕#号", "某市规定"));
        assertThat(spec.when(OFFICE, decision("三人常〔2025〕3号")).events()).isNotEmpty();
    }

    @Test
    void the_form_of_one_station_does_not_bind_another_and_a_preview_has_no_papers_yet() {
        Spec spec = given(executing()).under(written("STANDING_COMMITTEE:三人常〔#〕#号"));
        assertThat(reviewed(spec, toNetwork(1_000)).when(OFFICE, effect("第3号")).events())
                .isNotEmpty();
        Spec approvals = given(executing()).under(written("APPROVAL:三财预〔#〕#号"));
        reviewed(approvals, toNetwork(1_000))
                .when(OFFICE, effect("第3号"))
                .refusedAt("documentNumber", new Refusal.DocumentNumberDiffers("第3号", "三财预〔#〕#号", "某市规定"));
    }

    @Test
    void a_rule_for_large_amounts_does_not_bind_small_ones_and_one_that_only_warns_cannot_be_made() {
        Limit large = form("APPROVAL:三财预〔#〕#号", Amount.ofYuan(5_000), LimitEffect.STOP);
        Spec spec = given(executing()).under(rules(large));
        assertThat(reviewed(spec, toNetwork(1_000)).when(OFFICE, effect("第3号")).events())
                .isNotEmpty();
        reviewed(spec, toNetwork(5_000))
                .when(OFFICE, effect("第3号"))
                .refusedAt("documentNumber", new Refusal.DocumentNumberDiffers("第3号", "三财预〔#〕#号", "某市规定"));
        assertThatThrownBy(() -> form("APPROVAL:三财预〔#〕#号", Amount.ZERO, LimitEffect.WARN))
                .isInstanceOf(InvalidValueException.class);
    }

    private static AdjustmentRules written(String form) {
        return rules(form(form, Amount.ZERO, LimitEffect.STOP));
    }

    private static Limit form(String form, Amount least, LimitEffect effect) {
        return new Limit(
                "document-number",
                LocalDate.of(2025, 1, 1),
                Optional.empty(),
                Set.of(),
                least,
                Measure.DOCUMENT_NUMBER,
                form,
                Set.of(),
                effect,
                List.of(),
                "某市规定",
                true,
                1);
    }

    private static AdjustmentRules rules(Limit limit) {
        return new AdjustmentRules(AdjustmentRules.shipped().paths(), List.of(limit));
    }

    private static Spec atCongress(Spec spec) {
        return reviewed(spec, toNetwork(1_000).cutting(RevisionCut.KEY));
    }

    /** At whatever comes after the department and the desk. */
    private static Spec reviewed(Spec spec, AdjustmentScene.Request request) {
        Spec open = then(spec, OFFICER, submit(request));
        open = then(open, HEAD, review(1, AdjustmentStation.DEPARTMENT_REVIEW));
        return then(open, DESK, review(1, AdjustmentStation.FINANCE_REVIEW));
    }

    private static Spec then(Spec spec, Actor actor, BudgetCommand command) {
        return spec.and(actor, spec.when(actor, command).events().toArray(LedgerEvent[]::new));
    }

    private static BudgetCommand decision(String number) {
        return new AdjustmentCommand.ReviewAdjustment(
                BUDGET, 1, AdjustmentStation.STANDING_COMMITTEE, Optional.of(paper(number)), "");
    }

    private static BudgetCommand effect(String number) {
        return new AdjustmentCommand.PutAdjustmentIntoEffect(BUDGET, 1, Optional.of(paper(number)), DAY);
    }

    private static Basis paper(String number) {
        return new Basis(number, "决议", "市人大常委会", DAY, true);
    }
}
