package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.toNetwork;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.hotline;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Spec.given;
import static org.mingzhang.command.budget.YearScene.MARCH;
import static org.mingzhang.command.budget.YearScene.available;
import static org.mingzhang.command.budget.YearScene.freeze;
import static org.mingzhang.command.budget.YearScene.paid;
import static org.mingzhang.command.budget.YearScene.record;
import static org.mingzhang.command.budget.YearScene.thaw;
import static org.mingzhang.command.budget.YearScene.then;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Stage;

/** What the finance bureau holds of a line, beside what documents hold. */
class FreezeRulesTest {
    @Test
    void the_bureau_freezes_an_amount_with_its_opinion() {
        given(executing())
                .when(DESK, freeze("call", 30_000))
                .then(new ExecutionEvent.LineFrozen(
                        BUDGET,
                        key("call"),
                        Amount.ofYuan(30_000),
                        Optional.empty(),
                        "压减一般性支出",
                        Optional.empty(),
                        List.of(new Posting(
                                key("call"),
                                hotline(1).classification(),
                                Stage.FROZEN,
                                Amount.ofYuan(30_000),
                                LocalDate.of(2025, 3, 31),
                                ""))));
        given(executing())
                .when(DEPARTMENT, freeze("call", 1))
                .refused(new Refusal.RoleNotAllowed(DEPARTMENT.role(), Roles.FINANCE_BUREAU));
    }

    @Test
    void a_share_is_of_what_is_available_and_leaves_the_fraction_of_a_fen() {
        Spec spent = then(given(executing()), DEPARTMENT, record(MARCH, "call", paid(79_999)));
        var third =
                new ExecutionCommand.FreezeLine(BUDGET, key("call"), new Portion.Percent(33), "压减", Optional.empty());
        var event =
                (ExecutionEvent.LineFrozen) spent.when(OFFICE, third).events().getFirst();

        assertThat(event.amount()).isEqualTo(new Amount(33));
        assertThat(event.percent()).contains(33);
        for (int percent : List.of(0, 101, -5)) {
            spent.when(
                            OFFICE,
                            new ExecutionCommand.FreezeLine(
                                    BUDGET, key("call"), new Portion.Percent(percent), "压减", Optional.empty()))
                    .refusedAt("percent", new Refusal.PercentUnfit(percent));
        }
    }

    @Test
    void never_more_than_is_available_and_never_without_an_opinion() {
        Spec spent = then(given(executing()), DEPARTMENT, record(MARCH, "call", paid(50_000)));

        spent.when(OFFICE, freeze("call", 30_001))
                .refusedAt(
                        "amount",
                        new Refusal.FreezeBeyondAvailable(key("call"), Amount.ofYuan(30_000), Amount.ofYuan(30_001)));
        spent.when(
                        OFFICE,
                        new ExecutionCommand.FreezeLine(
                                BUDGET, key("call"), new Portion.Fixed(Amount.ofYuan(1)), " ", Optional.empty()))
                .refusedAt("opinion", new Refusal.TextMissing());
        spent.when(
                        OFFICE,
                        new ExecutionCommand.FreezeLine(
                                BUDGET,
                                key("call"),
                                new Portion.Fixed(Amount.ofYuan(1)),
                                "<img src=x>",
                                Optional.empty()))
                .refusedAt("opinion", new Refusal.TextActive("<img src=x>"));
        spent.when(OFFICE, freeze("nowhere", 1)).refusedAt("line", new Refusal.LineUnknown(key("nowhere")));
    }

    @Test
    void a_thaw_never_releases_what_a_document_holds() {
        Spec both = then(then(given(executing()), OFFICER, submit(toNetwork(20_000))), OFFICE, freeze("call", 5_000));

        both.when(OFFICE, thaw("call", 5_001))
                .refusedAt(
                        "amount",
                        new Refusal.ThawBeyondFrozen(key("call"), Amount.ofYuan(5_000), Amount.ofYuan(5_001)));
        Spec thawed = then(both, OFFICE, thaw("call", 5_000));
        assertThat(available(thawed, "call")).isEqualTo(Amount.ofYuan(60_000));
        Spec returned = then(thawed, HEAD, new AdjustmentCommand.ReturnAdjustment(BUDGET, 1, "缺测算"));
        assertThat(available(returned, "call")).isEqualTo(Amount.ofYuan(80_000));
        returned.when(OFFICE, thaw("call", 1))
                .refusedAt("amount", new Refusal.ThawBeyondFrozen(key("call"), Amount.ZERO, Amount.ofYuan(1)));
    }

    @Test
    void what_is_frozen_is_not_given_away() {
        then(given(executing()), OFFICE, freeze("call", 65_000))
                .when(OFFICER, submit(toNetwork(20_000)))
                .refusedAt(
                        "entries[0].amount",
                        new Refusal.NotAvailable(key("call"), Amount.ofYuan(15_000), Amount.ofYuan(20_000)));
    }
}
