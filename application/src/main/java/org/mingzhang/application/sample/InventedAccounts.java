package org.mingzhang.application.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingzhang.command.budget.AccountsCommand;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.ExecutionCommand;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;

/** The end of the invented year: what is carried over, the closing, the evaluation, and the accounts until everybody reads them. */
final class InventedAccounts {
    private static final Actor DEPARTMENT = SampleDocuments.MAKER;
    private static final Actor HEAD = SampleDocuments.HEAD;
    private static final Actor OFFICE = SampleDocuments.OFFICE;
    private static final Actor DESK = Actor.of("yewu", "陈静", Role.SECTOR_DESK);
    private static final String BUREAU = "三门峡市财政局";

    /** The line whose last payment is due after the acceptance. */
    private static final LineKey GOES_ON = new LineKey("55");

    private final SampleDesk desk;
    private final InventedPerformance performance;

    InventedAccounts(SampleDesk desk) {
        this.desk = desk;
        this.performance = new InventedPerformance(desk);
    }

    static boolean disclosed(EventLog log, SampleDesk desk) {
        return log.receipt(HEAD.login(), desk.key(step(AccountsStage.DISCLOSED)))
                .isPresent();
    }

    void load() {
        desk.done(DEPARTMENT, "2027-01-08", "carry-over", new ExecutionCommand.StateCarryOver(desk.budget(), stated()));
        desk.done(
                OFFICE,
                "2027-01-11",
                "closing",
                new ExecutionCommand.CloseYear(
                        desk.budget(),
                        LocalDate.parse("2026-12-31"),
                        InventedYear.document("三财预〔2026〕160号", "关于2026年年终结账的通知", BUREAU, "2026-12-20")));
        performance.evaluated("2027-01-20");
        passed(AccountsStage.DRAFTED, DEPARTMENT, "2027-02-20", Optional.empty());
        passed(AccountsStage.DEPT_SUBMITTED, HEAD, "2027-03-05", Optional.empty());
        passed(AccountsStage.FINANCE_REVIEWED, DESK, "2027-04-15", Optional.empty());
        passed(
                AccountsStage.AUDITED,
                OFFICE,
                "2027-06-18",
                InventedYear.documented("三审报〔2027〕6号", "2026年预算执行审计报告", "三门峡市审计局", "2027-06-18"));
        passed(
                AccountsStage.SC_APPROVED,
                OFFICE,
                "2027-08-27",
                InventedYear.documented("三人常〔2027〕15号", "关于批准2026年市级决算的决议", "三门峡市人大常委会", "2027-08-27"));
        passed(
                AccountsStage.REPLIED,
                OFFICE,
                "2027-09-10",
                InventedYear.documented("三财预〔2027〕120号", "关于批复2026年部门决算的通知", BUREAU, "2027-09-10"));
        passed(
                AccountsStage.UNITS_REPLIED,
                HEAD,
                "2027-09-20",
                InventedYear.documented("三政办财〔2027〕8号", "关于批复所属单位2026年决算的通知", "三门峡市人民政府办公室", "2027-09-20"));
        passed(AccountsStage.DISCLOSED, HEAD, "2027-09-24", Optional.empty());
    }

    private void passed(AccountsStage stage, Actor actor, String day, Optional<Basis> document) {
        desk.done(
                actor,
                day,
                step(stage),
                new AccountsCommand.PassAccounts(
                        desk.budget(), stage, LocalDate.parse(day), document, "同意" + SampleDocuments.INVENTED));
    }

    private static String step(AccountsStage stage) {
        return "accounts-" + stage.name();
    }

    /** Of projects somebody has to say it; the rest goes by rule. */
    private List<ExecutionCommand.CarriedLine> stated() {
        Budget budget = desk.commands().current(desk.budget()).budget();
        return budget.content().lines().entries().stream()
                .filter(line -> line.value().classification().project().isPresent())
                .map(line -> {
                    boolean goesOn = line.key().equals(GOES_ON);
                    return new ExecutionCommand.CarriedLine(
                            line.key(),
                            goesOn ? budget.execution().available(line.key(), budget.content()) : Amount.ZERO,
                            (goesOn ? "尾款待验收后支付，继续用于原项目" : "任务已完成，余额收回") + SampleDocuments.INVENTED);
                })
                .toList();
    }
}
