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

/** How an invented adjustment of the sample is written, taken past its stations, and put into effect. */
final class SampleDocuments {
    static final Actor MAKER = Actor.of("caiwu", "王敏", Role.DEPARTMENT_FINANCE);
    static final Actor HEAD = Actor.of("fuzeren", "赵立", Role.DEPARTMENT_HEAD);
    static final Actor OFFICE = Actor.of("yusuan", "刘洋", Role.BUDGET_OFFICE);
    static final String INVENTED = "（演示，虚构）";

    private static final Actor DESK = Actor.of("yewu", "陈静", Role.SECTOR_DESK);

    private final SampleDesk desk;

    SampleDocuments(SampleDesk desk) {
        this.desk = desk;
    }

    static String step(int number, String what) {
        return "adjustment-" + number + "-" + what;
    }

    void submit(int number, String day, AdjustmentRequest request) {
        submit(number, day, request, Optional.empty());
    }

    void submit(int number, String day, AdjustmentRequest request, int source) {
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

    void reverse(int number, int reversed, String day, String reason, String effectiveOn) {
        desk.done(
                MAKER,
                day,
                step(number, "submission"),
                new AdjustmentCommand.ReverseAdjustment(
                        desk.budget(), reversed, reason + INVENTED, LocalDate.parse(effectiveOn)));
    }

    void giveBack(int number, String day, String reason) {
        desk.done(
                HEAD,
                day,
                step(number, "return"),
                new AdjustmentCommand.ReturnAdjustment(desk.budget(), number, reason));
    }

    void reject(int number, String day, String reason) {
        desk.done(
                HEAD,
                day,
                step(number, "rejection"),
                new AdjustmentCommand.RejectAdjustment(desk.budget(), number, reason));
    }

    void withdraw(int number, String day, String reason) {
        desk.done(
                MAKER,
                day,
                step(number, "withdrawal"),
                new AdjustmentCommand.WithdrawAdjustment(desk.budget(), number, reason));
    }

    /** Past every station, and into effect on that day. */
    void effect(int number, String day) {
        FiledAdjustment filed = current().execution().adjustments().get(number).orElseThrow();
        filed.stations().forEach(station -> passed(number, station, day));
        Basis document = SampleDesk.document(
                "三财预〔" + desk.budget().year() + "〕" + (100 + number) + "号", titled("关于调整部门预算的批复"), "三门峡市财政局", day);
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

    void passed(int number, AdjustmentStation station, String day) {
        desk.done(
                switch (station) {
                    case DEPARTMENT_REVIEW -> HEAD;
                    case FINANCE_REVIEW -> DESK;
                    case GOVERNMENT_DECISION, STANDING_COMMITTEE -> OFFICE;
                },
                day,
                step(number, station.name()),
                new AdjustmentCommand.ReviewAdjustment(desk.budget(), number, station, decision(station, day), "同意"));
    }

    private Optional<Basis> decision(AdjustmentStation station, String day) {
        return station == AdjustmentStation.GOVERNMENT_DECISION
                ? Optional.of(SampleDesk.document(
                        "三政纪〔" + desk.budget().year() + "〕12号", titled("市政府常务会议纪要"), "三门峡市人民政府", day))
                : Optional.empty();
    }

    /** In a year that is real its documents are marked as not in the source; in an invented one they say it themselves. */
    private String titled(String title) {
        return desk.budget().equals(InventedYear.BUDGET) ? title + INVENTED : title;
    }

    private Budget current() {
        return desk.commands().current(desk.budget()).budget();
    }

    AdjustmentRequest shift(ReasonClass why, String reason, String from, String to, long yuan) {
        return request(
                AdjustmentDirection.SHIFT, why, reason, Optional.empty(), "", entry(from, -yuan), entry(to, yuan));
    }

    AdjustmentRequest supplement(
            ReasonClass why, String reason, String to, long yuan, SupplementSource source, String note) {
        return request(AdjustmentDirection.SUPPLEMENT, why, reason, Optional.of(source), note, entry(to, yuan));
    }

    AdjustmentRequest reduction(ReasonClass why, String reason, String from, long yuan) {
        return request(AdjustmentDirection.REDUCTION, why, reason, Optional.empty(), "", entry(from, -yuan));
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
            ReasonClass why,
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
                why,
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
                Optional.empty(),
                Optional.empty());
    }

    static AdjustmentRequest mending(AdjustmentRequest request, int number) {
        return with(request, request.effectiveOn(), request.performance(), Optional.of(number));
    }

    /** The same, and what it does to targets. */
    static AdjustmentRequest revising(AdjustmentRequest request, PerformanceEffect effect) {
        return with(request, request.effectiveOn(), List.of(effect), request.mends());
    }

    private static AdjustmentRequest on(AdjustmentRequest request, LocalDate day) {
        return with(request, day, request.performance(), request.mends());
    }

    private static AdjustmentRequest with(
            AdjustmentRequest request, LocalDate day, List<PerformanceEffect> performance, Optional<Integer> mends) {
        return new AdjustmentRequest(
                request.direction(),
                request.reasonClass(),
                request.reason(),
                day,
                request.entries(),
                performance,
                request.procurement(),
                request.source(),
                request.sourceNote(),
                request.requestNumber(),
                request.requestContent(),
                mends,
                request.reverses(),
                request.revisionCut());
    }
}
