package org.mingzhang.application.sample;

import java.util.Optional;
import org.mingzhang.command.budget.FundsCommand;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.SupplementSource;
import org.mingzhang.ledger.store.EventLog;

/** Three invented sources of a division's year, on which the invented supplements draw. */
final class SampleFunds {
    static final int RESERVE = 1;
    static final int UNALLOCATED = 2;
    static final int TRANSFER = 3;

    private static final Actor OFFICE = Actor.of("yusuan", "刘洋", Role.BUDGET_OFFICE);
    private static final String FIRST = "funds-1";

    private final SampleDesk desk;
    private final int year;
    private final String day;

    SampleFunds(SampleDesk desk) {
        this.desk = desk;
        this.year = desk.budget().year().value();
        this.day = year + "-02-20";
    }

    /** Whether somebody has begun to register them. */
    static boolean begun(EventLog log, SampleDesk desk) {
        return log.receipt(OFFICE.login(), desk.key(FIRST)).isPresent();
    }

    /** All of them; what was registered before is not registered again. */
    void load() {
        register(
                FIRST,
                SupplementSource.RESERVE,
                year + "年市级预备费（演示，虚构）",
                Optional.of(Amount.ofYuan(25_000_000_000L)),
                SampleDesk.document("三财预〔" + year + "〕1号", "关于" + year + "年市级预算的通知", "三门峡市财政局", day),
                500_000_000);
        register(
                "funds-2",
                SupplementSource.UNALLOCATED,
                year + "年年初预留（演示，虚构）",
                Optional.empty(),
                SampleDesk.document("三财预〔" + year + "〕2号", "关于" + year + "年年初预留资金的通知", "三门峡市财政局", day),
                30_000_000);
        register(
                "funds-3",
                SupplementSource.TRANSFER,
                "政务信息化上级专项（演示，虚构）",
                Optional.empty(),
                SampleDesk.document("豫财预〔" + year + "〕88号", "关于下达政务信息化补助资金的通知", "河南省财政厅", day),
                1_000_000);
    }

    private void register(
            String step, SupplementSource kind, String name, Optional<Amount> measuredBy, Basis basis, long yuan) {
        FundsSource source = new FundsSource(
                kind,
                name,
                FundType.GENERAL_PUBLIC,
                kind == SupplementSource.TRANSFER ? "政务信息化建设与运维" : "",
                Optional.empty(),
                Optional.empty(),
                false,
                measuredBy,
                basis);
        desk.done(
                OFFICE,
                day,
                step,
                new FundsCommand.RegisterSource(FundsId.of(desk.budget()), source, Amount.ofYuan(yuan)));
    }
}
