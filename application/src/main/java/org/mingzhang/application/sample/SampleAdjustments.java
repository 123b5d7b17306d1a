package org.mingzhang.application.sample;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.FiledAdjustment;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.SupplementSource;
import org.mingzhang.ledger.store.EventLog;

/** Ten invented adjustments of the sample's year: the source tells of none. */
final class SampleAdjustments {
    private static final Actor MAKER = Actor.of("caiwu", "王敏", Role.DEPARTMENT_FINANCE);
    private static final Actor HEAD = Actor.of("fuzeren", "赵立", Role.DEPARTMENT_HEAD);
    private static final Actor DESK = Actor.of("yewu", "陈静", Role.SECTOR_DESK);
    private static final Actor OFFICE = Actor.of("yusuan", "刘洋", Role.BUDGET_OFFICE);
    private static final String INVENTED = "（演示，虚构）";

    private final SampleDesk desk;

    SampleAdjustments(SampleDesk desk) {
        this.desk = desk;
    }

    /** Whether a start that was killed left some of them undone; the sample of an earlier release has none. */
    static boolean interrupted(EventLog log, SampleDesk desk) {
        boolean begun = SampleComparatives.stated(log, desk)
                || SampleFunds.begun(log, desk)
                || log.receipt(MAKER.login(), desk.key(step(1, "submission"))).isPresent();
        return begun
                && log.receipt(OFFICE.login(), desk.key(step(10, "effect"))).isEmpty();
    }

    /** All of them; what was done before is not done again. */
    void load() {
        new SampleFunds(desk).load();
        submit(1, "2025-03-18", shift("差旅任务增加", "7", "8", 5_000));
        effect(1, "2025-03-20");
        submit(2, "2025-04-10", shift("信息化任务调整", "45", "42", 30_000));
        effect(2, "2025-04-18");
        submit(
                3,
                "2025-05-12",
                supplement("汛期抢修", "10", 30_000, SupplementSource.RESERVE, "2025年预备费"),
                SampleFunds.RESERVE);
        effect(3, "2025-05-26");
        submit(
                4,
                "2025-06-09",
                supplement("上级专项补助", "42", 100_000, SupplementSource.TRANSFER, "豫财预〔2025〕88号"),
                SampleFunds.TRANSFER);
        effect(4, "2025-06-16");
        submit(5, "2025-06-25", shift("会务安排变化", "11", "12", 20_000));
        end(5, HEAD, "2025-06-26", "return", new AdjustmentCommand.ReturnAdjustment(desk.budget(), 5, "请补充测算依据"));
        submit(6, "2025-07-02", mending(shift("会务安排变化，附测算", "11", "12", 18_000), 5));
        effect(6, "2025-07-09");
        submit(7, "2025-08-04", shift("印刷量下降", "9", "6", 2_000));
        end(
                7,
                MAKER,
                "2025-08-05",
                "withdrawal",
                new AdjustmentCommand.WithdrawAdjustment(desk.budget(), 7, "改为年底统一调整"));
        submit(
                8,
                "2025-09-01",
                supplement("临时宣传", "14", 60_000, SupplementSource.UNALLOCATED, "年初预留"),
                SampleFunds.UNALLOCATED);
        end(8, HEAD, "2025-09-02", "rejection", new AdjustmentCommand.RejectAdjustment(desk.budget(), 8, "可在现有预算内解决"));
        submit(9, "2025-09-15", reduction("邮电费结余收回", "9", 20_000));
        effect(9, "2025-09-22");
        desk.done(
                MAKER,
                "2025-10-13",
                step(10, "submission"),
                new AdjustmentCommand.ReverseAdjustment(
                        desk.budget(), 2, "信息化任务取消" + INVENTED, LocalDate.parse("2025-10-20")));
        effect(10, "2025-10-20");
    }

    private static String step(int number, String what) {
        return "adjustment-" + number + "-" + what;
    }

    private void submit(int number, String day, AdjustmentRequest request) {
        submit(number, day, request, Optional.empty());
    }

    private void submit(int number, String day, AdjustmentRequest request, int source) {
        submit(number, day, request, Optional.of(source));
    }

    private void submit(int number, String day, AdjustmentRequest request, Optional<Integer> source) {
        desk.done(
                MAKER,
                day,
                step(number, "submission"),
                new AdjustmentCommand.SubmitAdjustment(
                        desk.budget(), on(request, LocalDate.parse(day)), List.of(), source));
    }

    private void end(int number, Actor actor, String day, String what, AdjustmentCommand command) {
        desk.done(actor, day, step(number, what), command);
    }

    /** Past every station, and into effect on that day. */
    private void effect(int number, String day) {
        FiledAdjustment filed = current().execution().adjustments().get(number).orElseThrow();
        Basis document = SampleDesk.document("三财预〔2025〕" + (100 + number) + "号", "关于调整部门预算的批复", "三门峡市财政局", day);
        for (AdjustmentStation station : filed.stations()) {
            desk.done(
                    switch (station) {
                        case DEPARTMENT_REVIEW -> HEAD;
                        case FINANCE_REVIEW -> DESK;
                        case GOVERNMENT_DECISION, STANDING_COMMITTEE -> OFFICE;
                    },
                    day,
                    step(number, station.name()),
                    new AdjustmentCommand.ReviewAdjustment(
                            desk.budget(), number, station, decision(station, day), "同意"));
        }
        desk.done(
                filed.approvalDemanded() ? OFFICE : HEAD,
                day,
                step(number, "effect"),
                new AdjustmentCommand.PutAdjustmentIntoEffect(
                        desk.budget(),
                        number,
                        filed.approvalDemanded() ? Optional.of(document) : Optional.empty(),
                        LocalDate.parse(day)));
    }

    private static Optional<Basis> decision(AdjustmentStation station, String day) {
        return station == AdjustmentStation.GOVERNMENT_DECISION
                ? Optional.of(SampleDesk.document("三政纪〔2025〕12号", "市政府常务会议纪要", "三门峡市人民政府", day))
                : Optional.empty();
    }

    private Budget current() {
        return desk.commands().current(desk.budget()).budget();
    }

    private AdjustmentRequest shift(String reason, String from, String to, long yuan) {
        return request(AdjustmentDirection.SHIFT, reason, Optional.empty(), "", entry(from, -yuan), entry(to, yuan));
    }

    private AdjustmentRequest supplement(String reason, String to, long yuan, SupplementSource source, String note) {
        return request(AdjustmentDirection.SUPPLEMENT, reason, Optional.of(source), note, entry(to, yuan));
    }

    private AdjustmentRequest reduction(String reason, String from, long yuan) {
        return request(AdjustmentDirection.REDUCTION, reason, Optional.empty(), "", entry(from, -yuan));
    }

    private AdjustmentEntry entry(String line, long yuan) {
        Budget budget = current();
        LineKey key = new LineKey(line);
        Classification.Expenditure money =
                budget.execution().classification(key, budget.content()).orElseThrow();
        return new AdjustmentEntry(key, money, Amount.ofYuan(yuan));
    }

    private static AdjustmentRequest request(
            AdjustmentDirection direction,
            String reason,
            Optional<SupplementSource> source,
            String note,
            AdjustmentEntry... entries) {
        List<PerformanceEffect> unaffected = Stream.of(entries)
                .flatMap(entry -> entry.classification().project().stream())
                .distinct()
                .map(project -> new PerformanceEffect(project, Optional.empty()))
                .toList();
        return new AdjustmentRequest(
                direction,
                ReasonClass.TASK,
                reason + INVENTED,
                LocalDate.EPOCH,
                Arrays.asList(entries),
                unaffected,
                "",
                source,
                note,
                "",
                "申请说明与测算" + INVENTED,
                Optional.empty(),
                Optional.empty());
    }

    private static AdjustmentRequest mending(AdjustmentRequest request, int number) {
        return with(request, request.effectiveOn(), Optional.of(number));
    }

    private static AdjustmentRequest on(AdjustmentRequest request, LocalDate day) {
        return with(request, day, request.mends());
    }

    private static AdjustmentRequest with(AdjustmentRequest request, LocalDate day, Optional<Integer> mends) {
        return new AdjustmentRequest(
                request.direction(),
                request.reasonClass(),
                request.reason(),
                day,
                request.entries(),
                request.performance(),
                request.procurement(),
                request.source(),
                request.sourceNote(),
                request.requestNumber(),
                request.requestContent(),
                mends,
                request.reverses());
    }
}
