package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.NETWORK;
import static org.mingzhang.command.budget.AdjustmentScene.entry;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.office;
import static org.mingzhang.command.budget.AdjustmentScene.shift;
import static org.mingzhang.command.budget.AdjustmentScene.sourced;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.supplement;
import static org.mingzhang.command.budget.AdjustmentScene.unaffected;
import static org.mingzhang.command.budget.FundsScene.NEXT;
import static org.mingzhang.command.budget.FundsScene.effective;
import static org.mingzhang.command.budget.FundsScene.net;
import static org.mingzhang.command.budget.FundsScene.submitted;
import static org.mingzhang.command.budget.FundsScene.then;
import static org.mingzhang.command.budget.FundsScene.wage;
import static org.mingzhang.command.budget.FundsScene.with;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.kernel.value.SupplementSource;
import org.mingzhang.kernel.value.YearSource;

/** What a source is for: its fund type, the purpose of a special transfer, matching money, carry-over. */
class SourcePurposeTest {
    @Test
    void the_fund_type_of_the_source_is_that_of_the_lines() {
        FundsSource other = with(FundType.GOVERNMENT_FUND, Optional.empty(), false);

        given(executing(sourced(NEXT, other, 500)))
                .when(
                        OFFICER,
                        submit(supplement(SupplementSource.TRANSFER, wage(1)).from(NEXT)))
                .refusedAt(
                        "entries[0].line",
                        new Refusal.SourceFundDiffers(key("wage"), FundType.GOVERNMENT_FUND, FundType.GENERAL_PUBLIC));
    }

    @Test
    void a_special_transfer_goes_to_its_purpose_and_stays_there() {
        FundsSource special = with(FundType.GENERAL_PUBLIC, Optional.of(NETWORK.value()), false);
        Spec before = given(executing(sourced(NEXT, special, 500_000)));
        before.when(
                        OFFICER,
                        submit(supplement(SupplementSource.TRANSFER, wage(1)).from(NEXT)))
                .refusedAt("entries[0].line", new Refusal.SourcePurposeDiffers(key("wage"), "专项", NETWORK.value()));
        Spec given = effective(
                then(
                        before,
                        OFFICER,
                        submit(supplement(SupplementSource.TRANSFER, net(20_000))
                                .from(NEXT)
                                .saying(unaffected(NETWORK)))),
                1);

        given.when(
                        OFFICER,
                        submit(shift(net(-30_001), entry("office", office(), 30_001))
                                .saying(unaffected(NETWORK))))
                .refusedAt(
                        "entries",
                        new Refusal.TransferKeepsPurpose(
                                "专项", NETWORK.value(), Amount.ofYuan(20_000), Amount.ofYuan(19_999)));
        then(
                given,
                OFFICER,
                submit(shift(net(-30_000), entry("office", office(), 30_000)).saying(unaffected(NETWORK))));
    }

    @Test
    void a_transfer_that_has_to_be_matched_makes_the_budget_larger_and_is_a_revision() {
        FundsSource matched = with(FundType.GENERAL_PUBLIC, Optional.empty(), true);

        assertThat(submitted(given(executing(sourced(NEXT, matched, 500)))
                                .when(
                                        OFFICER,
                                        submit(supplement(SupplementSource.TRANSFER, wage(1))
                                                .from(NEXT))))
                        .kind())
                .isEqualTo(AdjustmentKind.SUPPLEMENT_BY_REVISION);
    }

    @Test
    void carried_over_money_goes_to_lines_of_carried_over_money_and_no_other_does() {
        given(executing())
                .when(OFFICER, submit(supplement(SupplementSource.CARRY_OVER, entry("wage", wages(1), 1_000))))
                .refusedAt(
                        "entries[0].line",
                        new Refusal.SourceYearDiffers(key("wage"), SupplementSource.CARRY_OVER, YearSource.CURRENT));
        given(executing())
                .when(
                        OFFICER,
                        submit(supplement(
                                SupplementSource.RESERVE, entry("old", AdjustmentScene.carriedOver(), 1_000))))
                .refusedAt(
                        "entries[0].line",
                        new Refusal.SourceYearDiffers(key("old"), SupplementSource.RESERVE, YearSource.CARRY_OVER));
        assertThat(given(executing())
                        .when(
                                OFFICER,
                                submit(supplement(
                                        SupplementSource.CARRY_OVER,
                                        entry("old", AdjustmentScene.carriedOver(), 1_000))))
                        .events())
                .isNotEmpty();
    }
}
