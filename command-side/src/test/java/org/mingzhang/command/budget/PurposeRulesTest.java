package org.mingzhang.command.budget;

import static org.mingzhang.command.budget.AdjustmentScene.NETWORK;
import static org.mingzhang.command.budget.AdjustmentScene.approval;
import static org.mingzhang.command.budget.AdjustmentScene.entry;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.hotlineOf;
import static org.mingzhang.command.budget.AdjustmentScene.network;
import static org.mingzhang.command.budget.AdjustmentScene.office;
import static org.mingzhang.command.budget.AdjustmentScene.shift;
import static org.mingzhang.command.budget.AdjustmentScene.sourced;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.supplement;
import static org.mingzhang.command.budget.AdjustmentScene.unaffected;
import static org.mingzhang.command.budget.ReorganisationScene.BUREAU;
import static org.mingzhang.command.budget.ReorganisationScene.bureau;
import static org.mingzhang.command.budget.ReorganisationScene.theirNetwork;
import static org.mingzhang.command.budget.ReorganisationScene.to;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.HOTLINE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.hotline;
import static org.mingzhang.command.budget.Spec.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.SupplementSource;

/** Special transfers keep their purposes, also where several are given to the same or to neighbouring lines. */
class PurposeRulesTest {
    private static final int FIRST = SupplementSource.values().length + 1;
    private static final int SECOND = FIRST + 1;

    /** The network has 30 thousand of its own and gets 10 and 20 by two documents. */
    @Test
    void two_transfers_to_one_purpose_are_both_kept() {
        Spec now = drawn(
                drawn(scene(bound("甲", "", NETWORK.value()), bound("乙", "", NETWORK.value())), FIRST, net(10_000)),
                SECOND,
                net(20_000));

        refused(now, net(-30_001), "甲、乙", NETWORK + "、" + NETWORK, 30_000, 29_999);
        accepted(now, net(-30_000));
    }

    /** The network stands under 20103 as well, so that what is given to the function may lie on it. */
    @Test
    void a_narrow_purpose_within_a_wide_one_does_not_count_twice() {
        Spec now = drawn(
                drawn(scene(bound("宽", "20103", ""), bound("窄", "", NETWORK.value())), FIRST, net(10_000)),
                SECOND,
                net(20_000));

        refused(now, net(-40_001), "窄", NETWORK.value(), 20_000, 19_999);
        accepted(now, net(-40_000));
    }

    /** All that both gave lies on one line that serves both: for each alone there is enough, for both together not. */
    @Test
    void purposes_that_cross_keep_the_sum_of_both() {
        Spec now = drawn(
                drawn(scene(bound("职能", "2010301", ""), bound("项目", "", HOTLINE.value())), FIRST, cross(10_000)),
                SECOND,
                cross(20_000));

        now.when(OFFICER, allToNetwork(-1))
                .refusedAt(
                        "entries",
                        new Refusal.TransferKeepsPurpose(
                                "职能、项目", "2010301、" + HOTLINE, Amount.ofYuan(30_000), Amount.ofYuan(29_999)));
        ReorganisationScene.then(now, OFFICER, allToNetwork(0));
    }

    /** What serves the purpose but is of another fund does not stand for it. */
    @Test
    void another_fund_does_not_stand_for_what_was_given() {
        Classification.Expenditure other = new Classification.Expenditure(
                network().unit(),
                network().function(),
                network().category(),
                network().project(),
                network().deptEconomic(),
                network().govEconomic(),
                FundType.GOVERNMENT_FUND,
                network().source(),
                false);
        LineContent content = new LineContent(other, Amount.ofYuan(90_000), "", "");
        Spec now = drawn(scene(bound("专项", "", NETWORK.value())), FIRST, net(20_000))
                .and(Scene.OFFICE, Scene.allocated("fund", content));

        refused(now, net(-30_001), "专项", NETWORK.value(), 20_000, 19_999);
        accepted(now, net(-30_000));
    }

    private static AdjustmentEntry cross(long yuan) {
        return entry(
                "cross",
                new Classification.Expenditure(
                        hotlineOf("30201").unit(),
                        new FunctionCode("2010301"),
                        hotlineOf("30201").category(),
                        Optional.of(HOTLINE),
                        hotlineOf("30201").deptEconomic(),
                        hotlineOf("30201").govEconomic(),
                        FundType.GENERAL_PUBLIC,
                        hotlineOf("30201").source(),
                        true),
                yuan);
    }

    private static AdjustmentCommand allToNetwork(long cross) {
        List<AdjustmentEntry> entries = new ArrayList<>(List.of(
                entry("wage", Scene.wages(1), -100_000),
                entry("office", office(), -50_000),
                entry("call", hotline(1), -80_000),
                entry("line", hotlineOf("30201"), -20_000),
                net(250_000 - cross)));
        if (cross != 0) {
            entries.add(cross(cross));
        }
        return submit(shift(entries.toArray(AdjustmentEntry[]::new)).saying(unaffected(HOTLINE), unaffected(NETWORK)));
    }

    @Test
    void what_is_given_to_a_purpose_does_not_leave_it_with_a_reorganisation() {
        Spec now = drawn(scene(bound("专项", "", NETWORK.value())), FIRST, net(20_000))
                .and(DEPARTMENT, bureau());

        now.when(OFFICER, moved(30_001))
                .refusedAt(
                        "entries",
                        new Refusal.TransferKeepsPurpose(
                                "专项", NETWORK.value(), Amount.ofYuan(20_000), Amount.ofYuan(19_999)));
        ReorganisationScene.then(now, OFFICER, moved(30_000));
    }

    private static AdjustmentCommand moved(long yuan) {
        return new AdjustmentCommand.SubmitReorganisation(
                BUDGET,
                ReorganisationScene.request(List.of(net(-yuan)), Optional.empty(), unaffected(NETWORK)),
                new OtherSide(
                        BUREAU, to(BUREAU, entry("net", theirNetwork(), yuan)).entries(), List.of(unaffected(NETWORK))),
                List.of());
    }

    private static Spec scene(FundsSource... sources) {
        Spec now = given(executing());
        for (int at = 0; at < sources.length; at++) {
            now = now.and(Scene.OFFICE, sourced(FIRST + at, sources[at], 500_000));
        }
        return now;
    }

    private static Spec drawn(Spec now, int source, AdjustmentEntry gaining) {
        int number = now.budget().execution().nextNumber();
        Spec submitted = ReorganisationScene.then(
                now,
                OFFICER,
                submit(supplement(SupplementSource.TRANSFER, gaining)
                        .from(source)
                        .saying(unaffected(gaining.classification().project().orElseThrow()))));
        return ReorganisationScene.effective(submitted, number);
    }

    private static void refused(Spec now, AdjustmentEntry giving, String names, String bound, long given, long left) {
        now.when(OFFICER, toOffice(giving))
                .refusedAt(
                        "entries",
                        new Refusal.TransferKeepsPurpose(names, bound, Amount.ofYuan(given), Amount.ofYuan(left)));
    }

    private static void accepted(Spec now, AdjustmentEntry giving) {
        ReorganisationScene.then(now, OFFICER, toOffice(giving));
    }

    private static AdjustmentCommand toOffice(AdjustmentEntry giving) {
        return submit(shift(
                        giving,
                        new AdjustmentEntry(
                                Scene.key("office"), office(), giving.change().negated()))
                .saying(unaffected(giving.classification().project().orElseThrow())));
    }

    private static AdjustmentEntry net(long yuan) {
        return entry("net", network(), yuan);
    }

    private static FundsSource bound(String name, String function, String project) {
        return new FundsSource(
                SupplementSource.TRANSFER,
                name,
                FundType.GENERAL_PUBLIC,
                "",
                Optional.of(function).filter(code -> !code.isEmpty()).map(FunctionCode::new),
                Optional.of(project).filter(code -> !code.isEmpty()).map(ProjectCode::new),
                false,
                Optional.empty(),
                approval());
    }
}
