package org.mingzhang.application.sample;

import static org.mingzhang.kernel.value.ReasonClass.EMERGENCY;
import static org.mingzhang.kernel.value.ReasonClass.POLICY;
import static org.mingzhang.kernel.value.ReasonClass.PRICE;
import static org.mingzhang.kernel.value.ReasonClass.PROGRESS;
import static org.mingzhang.kernel.value.ReasonClass.TASK;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.SupplementSource;
import org.mingzhang.ledger.store.EventLog;

/** Nine documents and twelve months of the invented year in the order of their days, and progress in the middle and late. */
final class InventedCourse {
    static final ProjectCode HOTLINE = new ProjectCode("41120025000000044003");

    private final SampleDesk desk;
    private final SampleDocuments documents;
    private final InventedExecution execution;
    private final InventedPerformance performance;

    InventedCourse(EventLog log, SampleDesk desk) {
        this.desk = desk;
        this.documents = new SampleDocuments(desk);
        this.execution = new InventedExecution(log, desk);
        this.performance = new InventedPerformance(desk);
    }

    void load() {
        spring();
        summer();
        autumn();
    }

    private void spring() {
        execution.through(2);
        documents.submit(1, "2026-03-16", documents.shift(TASK, "督查任务增加", "11", "8", 10_000));
        documents.effect(1, "2026-03-18");
        execution.through(3);
        documents.submit(
                2,
                "2026-04-13",
                documents.supplement(EMERGENCY, "汛前抢修", "10", 60_000, SupplementSource.RESERVE, "2026年预备费"),
                SampleFunds.RESERVE);
        documents.effect(2, "2026-04-20");
        execution.through(4);
        documents.submit(3, "2026-05-18", hotline(), SampleFunds.TRANSFER);
        documents.effect(3, "2026-05-25");
        execution.through(5);
    }

    private void summer() {
        documents.submit(4, "2026-06-15", documents.shift(PRICE, "保安服务单价上涨", "49", "50", 40_000));
        documents.effect(4, "2026-06-18");
        execution.through(6);
        performance.monitored(6, "2026-07-15");
        AdjustmentRequest training = documents.shift(TASK, "会议改为培训", "46", "48", 10_000);
        documents.submit(5, "2026-07-16", training);
        documents.giveBack(5, "2026-07-17", "请补充培训方案");
        documents.submit(6, "2026-07-20", SampleDocuments.mending(training, 5));
        documents.effect(6, "2026-07-24");
        execution.through(7);
        documents.submit(
                7,
                "2026-08-17",
                documents.supplement(TASK, "临时宣传", "14", 50_000, SupplementSource.UNALLOCATED, "年初预留"),
                SampleFunds.UNALLOCATED);
        documents.reject(7, "2026-08-18", "可在现有预算内解决");
        execution.through(8);
    }

    private void autumn() {
        documents.submit(8, "2026-09-14", documents.reduction(PROGRESS, "设备采购结余收回", "52", 20_000));
        documents.effect(8, "2026-09-21");
        execution.through(9);
        documents.reverse(9, 4, "2026-10-12", "保安服务重新招标，单价回落", "2026-10-19");
        documents.effect(9, "2026-10-19");
        execution.through(10);
        performance.monitored(10, "2026-11-16");
        execution.through(12);
    }

    /** More money from above, and more that is to be reached with it. */
    private AdjustmentRequest hotline() {
        AdjustmentRequest request =
                documents.supplement(POLICY, "上级热线整合补助", "45", 200_000, SupplementSource.TRANSFER, "豫财预〔2026〕88号");
        List<Indicator> revised = desk.commands().current(desk.budget()).budget().content().targetsOf(HOTLINE).stream()
                .map(InventedCourse::revised)
                .toList();
        return SampleDocuments.revising(request, new PerformanceEffect(HOTLINE, Optional.of(revised)));
    }

    private static Indicator revised(Indicator was) {
        return switch (was.name()) {
            case "项目成本" -> with(was, "≤272.63万元");
            case "事件办结率" -> with(was, "≥95%");
            default -> was;
        };
    }

    private static Indicator with(Indicator was, String target) {
        return new Indicator(was.level1(), was.level2(), was.name(), target, was.note());
    }
}
