package org.mingzhang.command.budget;

import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.key;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.MonthFigures;
import org.mingzhang.kernel.value.ProvisionalGround;
import org.mingzhang.kernel.value.YearSource;

/** Months, freezes and year ends of the approved budget of {@link AdjustmentScene}. */
final class YearScene {
    static final Basis REPORT = new Basis("国库〔2025〕3号", "国库支付报表", "国库支付中心", LocalDate.of(2025, 3, 31), true);
    static final YearMonth MARCH = YearMonth.of(2025, 3);
    static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 5);

    private YearScene() {}

    /** The approved budget, with a line of 10,000 that was carried over from last year. */
    static LedgerEvent[] withCarriedOver() {
        return AdjustmentScene.executing(Scene.allocated("old", carriedOver()));
    }

    static LineContent carriedOver() {
        return Scene.ofFund(FundType.GENERAL_PUBLIC, YearSource.CARRY_OVER, 10_000);
    }

    static MonthFigures paid(long yuan) {
        return new MonthFigures(Amount.ofYuan(yuan), Amount.ZERO, Optional.empty());
    }

    static MonthFigures refunding(long paid, long refunded) {
        return new MonthFigures(Amount.ofYuan(paid), Amount.ofYuan(refunded), Optional.empty());
    }

    static MonthFigures committing(long paid, long committed) {
        return new MonthFigures(Amount.ofYuan(paid), Amount.ZERO, Optional.of(Amount.ofYuan(committed)));
    }

    static ExecutionCommand record(YearMonth month, String line, MonthFigures figures, String reason) {
        return new ExecutionCommand.RecordExecution(
                BUDGET, month, REPORT, List.of(new ExecutionCommand.RecordedLine(key(line), figures, reason)));
    }

    static ExecutionCommand record(YearMonth month, String line, MonthFigures figures) {
        return record(month, line, figures, "");
    }

    static ExecutionCommand freeze(String line, long yuan) {
        return new ExecutionCommand.FreezeLine(
                BUDGET, key(line), new Portion.Fixed(Amount.ofYuan(yuan)), "压减一般性支出", Optional.empty());
    }

    static ExecutionCommand thaw(String line, long yuan) {
        return new ExecutionCommand.ThawLine(
                BUDGET, key(line), new Portion.Fixed(Amount.ofYuan(yuan)), "恢复执行", Optional.empty());
    }

    static ExecutionCommand issue(String line, ProvisionalGround ground, long yuan, long reference) {
        return new ExecutionCommand.IssueProvisional(
                BUDGET,
                Scene.basis(),
                YearMonth.of(2025, 2),
                List.of(new ExecutionCommand.ProvisionalEntry(
                        key(line), ground, Amount.ofYuan(yuan), Amount.ofYuan(reference))));
    }

    static ExecutionCommand state(String line, long yuan) {
        return new ExecutionCommand.StateCarryOver(
                BUDGET, List.of(new ExecutionCommand.CarriedLine(key(line), Amount.ofYuan(yuan), "合同尚未履行完毕")));
    }

    static ExecutionCommand close() {
        return new ExecutionCommand.CloseYear(
                BUDGET,
                LocalDate.of(2025, 12, 31),
                new Basis("三财预〔2025〕99号", "关于2025年结转结余的批复", "三门峡市财政局", LocalDate.of(2025, 12, 31), true));
    }

    static AccountsCommand pass(AccountsStage stage, LocalDate day) {
        return new AccountsCommand.PassAccounts(BUDGET, stage, day, Optional.of(Scene.basis()), "");
    }

    /** Drafting with wages of 100,000 on a line, before anything is approved. */
    static LedgerEvent[] drafted(LedgerEvent... more) {
        return Stream.concat(
                        Stream.of(Scene.enacted()),
                        Stream.concat(Stream.of(Scene.allocated("wage", Scene.wages(100_000))), Stream.of(more)))
                .toArray(LedgerEvent[]::new);
    }

    static Spec then(Spec spec, Actor actor, BudgetCommand command) {
        return spec.and(actor, spec.when(actor, command).events().toArray(LedgerEvent[]::new));
    }

    static Amount available(Spec spec, String line) {
        return spec.budget().execution().available(key(line), spec.budget().content());
    }
}
