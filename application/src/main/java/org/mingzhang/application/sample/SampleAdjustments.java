package org.mingzhang.application.sample;

import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.SupplementSource;
import org.mingzhang.ledger.store.EventLog;

/** Ten invented adjustments of the sample's year: the source tells of none. */
final class SampleAdjustments {
    private final SampleDesk desk;
    private final SampleDocuments documents;

    SampleAdjustments(SampleDesk desk) {
        this.desk = desk;
        this.documents = new SampleDocuments(desk);
    }

    /** Whether a start that was killed left some of them undone; the sample of an earlier release has none. */
    static boolean interrupted(EventLog log, SampleDesk desk) {
        boolean begun = SampleComparatives.stated(log, desk)
                || SampleFunds.begun(log, desk)
                || log.receipt(SampleDocuments.MAKER.login(), desk.key(SampleDocuments.step(1, "submission")))
                        .isPresent();
        return begun
                && log.receipt(SampleDocuments.OFFICE.login(), desk.key(SampleDocuments.step(10, "effect")))
                        .isEmpty();
    }

    /** All of them; what was done before is not done again. */
    void load() {
        new SampleFunds(desk).load();
        documents.submit(1, "2025-03-18", shift("差旅任务增加", "7", "8", 5_000));
        documents.effect(1, "2025-03-20");
        documents.submit(2, "2025-04-10", shift("信息化任务调整", "45", "42", 30_000));
        documents.effect(2, "2025-04-18");
        documents.submit(
                3,
                "2025-05-12",
                supplement("汛期抢修", "10", 30_000, SupplementSource.RESERVE, "2025年预备费"),
                SampleFunds.RESERVE);
        documents.effect(3, "2025-05-26");
        documents.submit(
                4,
                "2025-06-09",
                supplement("上级专项补助", "42", 100_000, SupplementSource.TRANSFER, "豫财预〔2025〕88号"),
                SampleFunds.TRANSFER);
        documents.effect(4, "2025-06-16");
        documents.submit(5, "2025-06-25", shift("会务安排变化", "11", "12", 20_000));
        documents.giveBack(5, "2025-06-26", "请补充测算依据");
        documents.submit(6, "2025-07-02", SampleDocuments.mending(shift("会务安排变化，附测算", "11", "12", 18_000), 5));
        documents.effect(6, "2025-07-09");
        documents.submit(7, "2025-08-04", shift("印刷量下降", "9", "6", 2_000));
        documents.withdraw(7, "2025-08-05", "改为年底统一调整");
        documents.submit(
                8,
                "2025-09-01",
                supplement("临时宣传", "14", 60_000, SupplementSource.UNALLOCATED, "年初预留"),
                SampleFunds.UNALLOCATED);
        documents.reject(8, "2025-09-02", "可在现有预算内解决");
        documents.submit(9, "2025-09-15", documents.reduction(ReasonClass.TASK, "邮电费结余收回", "9", 20_000));
        documents.effect(9, "2025-09-22");
        documents.reverse(10, 2, "2025-10-13", "信息化任务取消", "2025-10-20");
        documents.effect(10, "2025-10-20");
    }

    private AdjustmentRequest shift(String reason, String from, String to, long yuan) {
        return documents.shift(ReasonClass.TASK, reason, from, to, yuan);
    }

    private AdjustmentRequest supplement(String reason, String to, long yuan, SupplementSource source, String note) {
        return documents.supplement(ReasonClass.TASK, reason, to, yuan, source, note);
    }
}
