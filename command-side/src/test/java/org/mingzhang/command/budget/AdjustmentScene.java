package org.mingzhang.command.budget;

import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.HOTLINE;
import static org.mingzhang.command.budget.Scene.HOTLINE_PROJECT;
import static org.mingzhang.command.budget.Scene.OFFICE_UNIT;
import static org.mingzhang.command.budget.Scene.allocated;
import static org.mingzhang.command.budget.Scene.approvedWith;
import static org.mingzhang.command.budget.Scene.content;
import static org.mingzhang.command.budget.Scene.hotline;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Scene.money;
import static org.mingzhang.command.budget.Scene.ofProject;
import static org.mingzhang.command.budget.Scene.registered;
import static org.mingzhang.command.budget.Scene.wages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.FundsMovement;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.policy.Acknowledgement;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.kernel.value.FundsStage;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.RevisionCut;
import org.mingzhang.kernel.value.SupplementSource;

/**
 * An approved budget of five lines, and documents about them: {@code wage} and {@code office} are basic, {@code call}
 * and {@code line} belong to the hotline, {@code net} to the network.
 */
final class AdjustmentScene {
    static final ProjectCode NETWORK = new ProjectCode("41120025000000044004");
    static final LocalDate DAY = LocalDate.of(2025, 3, 31);

    private static final Project NETWORK_PROJECT =
            new Project(NETWORK, "电子政务网络", ProjectCategory.OTHER_OPERATIONS, OFFICE_UNIT.code(), "");

    private AdjustmentScene() {}

    /** 100 for wages, 50 for paper, 80 and 20 for the hotline, 30 for the network, in thousands of yuan. */
    static LedgerEvent[] executing(LedgerEvent... more) {
        BudgetEvent[] budget = {
            registered(HOTLINE_PROJECT),
            registered(NETWORK_PROJECT),
            allocated("wage", wages(100_000)),
            allocated("office", content(office(), Amount.ofYuan(50_000))),
            allocated("call", hotline(80_000)),
            allocated("line", content(hotlineOf("30201"), Amount.ofYuan(20_000))),
            allocated("net", content(network(), Amount.ofYuan(30_000)))
        };
        return Stream.of(Stream.of(approvedWith(budget)), sources(), Stream.of(more))
                .flatMap(events -> events)
                .toArray(LedgerEvent[]::new);
    }

    /** One of each kind in their order, of a million yuan each. */
    private static Stream<LedgerEvent> sources() {
        return Stream.of(SupplementSource.values())
                .map(kind -> sourced(numberOf(kind), source(kind, "来源" + kind.label()), 1_000_000));
    }

    static int numberOf(SupplementSource kind) {
        return List.of(SupplementSource.values()).indexOf(kind) + 1;
    }

    static FundsSource source(SupplementSource kind, String name) {
        return new FundsSource(
                kind,
                name,
                FundType.GENERAL_PUBLIC,
                "",
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                approval());
    }

    static FundsEvent sourced(int number, FundsSource source, long yuan) {
        return new FundsEvent.SourceRegistered(
                FundsId.of(BUDGET),
                number,
                source,
                List.of(new FundsMovement(
                        FundsStage.GRANTED,
                        Amount.ofYuan(yuan),
                        DAY,
                        source.basis().documentNumber())));
    }

    static Classification.Expenditure office() {
        return money("2010301", "30201", "50201", ProjectCategory.OPERATING, OFFICE_UNIT.code());
    }

    /** The office's, of last year. */
    static Classification.Expenditure carriedOver() {
        return office().carriedOver();
    }

    static Classification.Expenditure hotlineOf(String dept) {
        return ofProject(HOTLINE, ProjectCategory.OTHER_OPERATIONS, OFFICE_UNIT.code(), dept, "50201");
    }

    static Classification.Expenditure network() {
        return ofProject(NETWORK, ProjectCategory.OTHER_OPERATIONS, OFFICE_UNIT.code(), "30227", "50205");
    }

    static AdjustmentEntry entry(String line, Classification.Expenditure money, long yuan) {
        return new AdjustmentEntry(key(line), money, Amount.ofYuan(yuan));
    }

    static AdjustmentEntry entry(String line, LineContent content, long yuan) {
        return entry(line, content.classification(), yuan);
    }

    static PerformanceEffect unaffected(ProjectCode project) {
        return new PerformanceEffect(project, Optional.empty());
    }

    static Request shift(AdjustmentEntry... entries) {
        return new Request(AdjustmentDirection.SHIFT, List.of(entries));
    }

    static Request supplement(SupplementSource source, AdjustmentEntry... entries) {
        Request request = new Request(AdjustmentDirection.SUPPLEMENT, List.of(entries));
        request.source = Optional.of(source);
        request.sourceNumber = source == SupplementSource.REVISION ? Optional.empty() : Optional.of(numberOf(source));
        request.sourceNote = "三财预〔2025〕30号";
        return request;
    }

    static Request reduction(AdjustmentEntry... entries) {
        return new Request(AdjustmentDirection.REDUCTION, List.of(entries));
    }

    /** A document that is said to move no money. */
    static Request withoutMoney(AdjustmentEntry... entries) {
        return new Request(AdjustmentDirection.CONTENT, List.of(entries));
    }

    /** So much from the hotline to the network, which changes no target. */
    static Request toNetwork(long yuan) {
        return shift(entry("call", hotline(1), -yuan), entry("net", network(), yuan))
                .saying(unaffected(HOTLINE), unaffected(NETWORK));
    }

    static AdjustmentCommand submit(Request request) {
        return submit(request, List.of());
    }

    /** The same by somebody who says something to the limits that it reaches. */
    static AdjustmentCommand.SubmitAdjustment submit(Request request, List<Acknowledgement> said) {
        return new AdjustmentCommand.SubmitAdjustment(BUDGET, request.made(), said, request.sourceNumber);
    }

    /** Which rules a submission followed, among all that it made happen. */
    static AdjustmentEvent.AdjustmentRulesApplied applied(List<LedgerEvent> events) {
        return events.stream()
                .filter(AdjustmentEvent.AdjustmentRulesApplied.class::isInstance)
                .map(AdjustmentEvent.AdjustmentRulesApplied.class::cast)
                .findFirst()
                .orElseThrow();
    }

    static AdjustmentCommand review(int number, AdjustmentStation station) {
        return new AdjustmentCommand.ReviewAdjustment(BUDGET, number, station, Optional.empty(), "同意");
    }

    static AdjustmentCommand effect(int number) {
        return new AdjustmentCommand.PutAdjustmentIntoEffect(BUDGET, number, Optional.of(approval()), DAY);
    }

    static Basis approval() {
        return new Basis("三财预〔2025〕50号", "关于调剂预算的批复", "三门峡市财政局", DAY, true);
    }

    /** A request that is being filled in. */
    static final class Request {
        private final AdjustmentDirection direction;
        private final List<AdjustmentEntry> entries;
        private List<PerformanceEffect> performance = List.of();
        private Optional<SupplementSource> source = Optional.empty();
        private Optional<Integer> sourceNumber = Optional.empty();
        private String sourceNote = "";
        private ReasonClass reasonClass = ReasonClass.TASK;
        private String reason = "工作需要";
        private String content = "申请说明";
        private LocalDate day = DAY;
        private Optional<Integer> mends = Optional.empty();
        private Optional<RevisionCut> cut = Optional.empty();
        private Optional<Integer> reverses = Optional.empty();

        private Request(AdjustmentDirection direction, List<AdjustmentEntry> entries) {
            this.direction = direction;
            this.entries = entries;
        }

        Request saying(PerformanceEffect... effects) {
            performance = List.of(effects);
            return this;
        }

        /** What the request says in words. */
        Request saying(String text) {
            content = text;
            return this;
        }

        Request from(Optional<SupplementSource> where) {
            source = where;
            return this;
        }

        Request from(int number) {
            sourceNumber = Optional.of(number);
            source = Optional.empty();
            sourceNote = "";
            return this;
        }

        Request fromNowhere() {
            sourceNumber = Optional.empty();
            return this;
        }

        Request of(ReasonClass why) {
            reasonClass = why;
            return this;
        }

        Request cutting(RevisionCut what) {
            cut = Optional.of(what);
            return this;
        }

        Request on(LocalDate when) {
            day = when;
            return this;
        }

        Request because(String why) {
            reason = why;
            return this;
        }

        Request mending(int number) {
            mends = Optional.of(number);
            return this;
        }

        Request reversing(int number) {
            reverses = Optional.of(number);
            return this;
        }

        AdjustmentRequest made() {
            return new AdjustmentRequest(
                    direction,
                    reasonClass,
                    reason,
                    day,
                    entries,
                    performance,
                    "",
                    source,
                    sourceNote,
                    "",
                    content,
                    mends,
                    reverses,
                    cut);
        }
    }
}
