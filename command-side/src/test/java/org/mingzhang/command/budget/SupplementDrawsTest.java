package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.DAY;
import static org.mingzhang.command.budget.AdjustmentScene.entry;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.office;
import static org.mingzhang.command.budget.AdjustmentScene.shift;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.supplement;
import static org.mingzhang.command.budget.FundsScene.RESERVE;
import static org.mingzhang.command.budget.FundsScene.effective;
import static org.mingzhang.command.budget.FundsScene.reserve;
import static org.mingzhang.command.budget.FundsScene.submitted;
import static org.mingzhang.command.budget.FundsScene.then;
import static org.mingzhang.command.budget.FundsScene.wage;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Spec.given;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Attachment;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.SupplementSource;

/** A supplement holds its source from submission on and draws it at effect: no more than there is, and once. */
class SupplementDrawsTest {
    @Test
    void a_supplement_holds_its_source_from_submission_and_draws_it_at_effect() {
        Spec submitted = then(given(executing()), OFFICER, submit(supplement(SupplementSource.RESERVE, wage(5_000))));
        assertThat(reserve(submitted).reserved()).isEqualTo(Amount.ofYuan(5_000));
        assertThat(reserve(submitted).left()).isEqualTo(Amount.ofYuan(995_000));

        Spec effective = effective(submitted, 1);
        assertThat(reserve(effective).reserved()).isEqualTo(Amount.ZERO);
        assertThat(reserve(effective).drawn()).isEqualTo(Amount.ofYuan(5_000));
        assertThat(effective
                        .budget()
                        .execution()
                        .available(key("wage"), effective.budget().content()))
                .isEqualTo(Amount.ofYuan(105_000));
    }

    @Test
    void a_supplement_that_comes_with_files_holds_its_source_as_well() {
        AdjustmentCommand alone = submit(supplement(SupplementSource.RESERVE, wage(5_000)));
        Attachment paper = new Attachment("测算.pdf", "application/pdf", 1, "a".repeat(64));
        AdjustmentCommand with =
                new AdjustmentCommand.WithAttachments(alone, List.of(new OfferedFile(paper, Optional.empty())));
        Spec before = given(executing());

        assertThat(Beside.of(with, before.budget())).isEqualTo(new Beside(true, Set.of()));
        assertThat(reserve(then(before, OFFICER, with)).reserved()).isEqualTo(Amount.ofYuan(5_000));
    }

    @Test
    void a_dry_run_draws_on_the_source_and_finds_it_empty() {
        Spec now = given(executing());
        DryRun run = new DryRun(new States(BUDGET, now.budget(), now.funds(), Map.of()), DAY, envelope -> now.policy());
        Envelope<BudgetCommand> most = new Envelope<>(
                new UUID(1, 3), OFFICER, DAY, submit(supplement(SupplementSource.RESERVE, wage(600_000))));

        assertThat(run.decide(most)).isInstanceOf(Decision.Accepted.class);
        assertThat(run.toEffect(1)).isEmpty();
        assertThat(run.decide(most))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.objections())
                                .extracting(Decision.Objection::refusal)
                                .hasOnlyElementsOfType(Refusal.SourceExhausted.class));
    }

    @Test
    void return_withdrawal_and_rejection_give_it_free() {
        Spec submitted = then(given(executing()), OFFICER, submit(supplement(SupplementSource.RESERVE, wage(5_000))));
        for (Spec ended : List.of(
                then(submitted, HEAD, new AdjustmentCommand.ReturnAdjustment(BUDGET, 1, "缺测算")),
                then(submitted, HEAD, new AdjustmentCommand.RejectAdjustment(BUDGET, 1, "不予支持")),
                then(submitted, OFFICER, new AdjustmentCommand.WithdrawAdjustment(BUDGET, 1, "重新测算")))) {
            assertThat(reserve(ended).left()).isEqualTo(Amount.ofYuan(1_000_000));
        }
    }

    @Test
    void more_than_is_left_is_refused_with_the_numbers() {
        Spec held = then(given(executing()), OFFICER, submit(supplement(SupplementSource.RESERVE, wage(999_000))));

        held.when(OFFICER, submit(supplement(SupplementSource.RESERVE, wage(1_001))))
                .refusedAt(
                        "sourceNumber",
                        new Refusal.SourceExhausted(RESERVE, "来源预备费", Amount.ofYuan(1_000), Amount.ofYuan(1_001)));
        then(held, OFFICER, submit(supplement(SupplementSource.RESERVE, wage(1_000))));
    }

    @Test
    void a_supplement_names_the_source_itself_and_the_rest_follows_from_it() {
        given(executing())
                .when(
                        OFFICER,
                        submit(supplement(SupplementSource.RESERVE, wage(1)).fromNowhere()))
                .refusedAt("sourceNumber", new Refusal.SourceNumberMissing(SupplementSource.RESERVE));
        given(executing())
                .when(
                        OFFICER,
                        submit(supplement(SupplementSource.TRANSFER, wage(1)).from(99)))
                .refusedAt("sourceNumber", new Refusal.SourceUnknown(99));
        var said = submitted(given(executing())
                .when(
                        OFFICER,
                        submit(supplement(SupplementSource.TRANSFER, wage(1)).from(RESERVE))));
        assertThat(said.kind()).isEqualTo(AdjustmentKind.SUPPLEMENT_FROM_RESERVE);
        assertThat(said.request().source()).contains(SupplementSource.RESERVE);
        assertThat(said.request().sourceNote()).isEqualTo("来源预备费 三财预〔2025〕50号");
        given(executing())
                .when(
                        OFFICER,
                        submit(shift(wage(-1), entry("office", office(), 1)).from(RESERVE)))
                .refusedAt("sourceNumber", new Refusal.SourceNotAsked());
    }

    @Test
    void a_document_of_an_earlier_release_that_names_only_the_kind_takes_effect_without_a_source() {
        Spec now = then(given(executing()), OFFICER, submit(supplement(SupplementSource.RESERVE, wage(5_000))));
        Spec earlier = given(executing())
                .and(
                        OFFICER,
                        submitted(given(executing())
                                .when(OFFICER, submit(supplement(SupplementSource.RESERVE, wage(5_000))))));
        assertThat(reserve(now).left()).isNotEqualTo(reserve(earlier).left());

        Spec effective = effective(earlier, 1);
        assertThat(reserve(effective).drawn()).isEqualTo(Amount.ZERO);
        assertThat(effective
                        .budget()
                        .execution()
                        .available(key("wage"), effective.budget().content()))
                .isEqualTo(Amount.ofYuan(105_000));
        Spec reversed =
                effective(then(effective, OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "有误", DAY)), 2);
        assertThat(reserve(reversed).left()).isEqualTo(Amount.ofYuan(1_000_000));
    }
}
