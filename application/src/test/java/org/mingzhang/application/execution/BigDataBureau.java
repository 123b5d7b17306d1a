package org.mingzhang.application.execution;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.kernel.value.YearSource;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.NewEvent;

/** An invented department beside the sample, approved, with a line for wages (D1) and one for paper (D2). */
public final class BigDataBureau {
    public static final BudgetId BUDGET = BudgetId.parse("411200-104-2025");
    public static final String UNIT = "104001";
    private static final LocalDate DAY = LocalDate.of(2025, 2, 5);

    private BigDataBureau() {}

    /** As far as it has to be, straight into the log. */
    public static void approved(RunningApplication application) {
        Actor office = Actor.of("invented", "虚拟", Role.BUDGET_OFFICE);
        Basis basis = new Basis("虚财预〔2025〕4号", "关于批复2025年部门预算的通知", "三门峡市财政局", DAY, true);
        List<BudgetEvent> events = List.of(
                new RoundEvent.BudgetOpened(
                        BUDGET, "三门峡市", "三门峡市大数据局（虚拟）", "市大数据局", new FiscalYear(2025), Optional.empty(), List.of()),
                new OrganisationEvent.UnitRegistered(
                        BUDGET, new BudgetUnit(new UnitCode(UNIT), "大数据局本级", "大数据局本级", UnitNature.ADMINISTRATIVE)),
                allocated("D1", money("30101", "50101", ProjectCategory.PERSONNEL), 40_000),
                allocated("D2", money("30201", "50201", ProjectCategory.OPERATING), 10_000),
                new RoundEvent.BudgetApproved(BUDGET, basis, DAY, 0));
        UUID act = UUID.randomUUID();
        application
                .context()
                .getBean(EventLog.class)
                .append(new Append(
                        events.stream()
                                .map(event -> new NewEvent(
                                        UUID.randomUUID(), BUDGET.toString(), new Envelope<>(act, office, DAY, event)))
                                .toList(),
                        Map.of(BUDGET.toString(), -1L),
                        new Append.Claim(
                                office.login(), act.toString(), Bytes.of(new byte[32]), act, BUDGET.toString())));
    }

    private static BudgetEvent allocated(String line, Classification.Expenditure money, long yuan) {
        Amount amount = Amount.ofYuan(yuan);
        return new LineEvent.LineAllocated(
                BUDGET,
                new LineKey(line),
                new LineContent(money, amount, "", ""),
                List.of(new Posting(new LineKey(line), money, Stage.INITIAL, amount, LocalDate.of(2025, 1, 1), "")));
    }

    private static Classification.Expenditure money(String dept, String gov, ProjectCategory category) {
        return new Classification.Expenditure(
                new UnitCode(UNIT),
                new FunctionCode("2010301"),
                category,
                Optional.empty(),
                new DeptEconomicCode(dept),
                new GovEconomicCode(gov),
                FundType.GENERAL_PUBLIC,
                YearSource.CURRENT,
                true);
    }
}
