package org.mingzhang.query.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.mingzhang.kernel.event.AccountsEvent;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.DisclosureEvent;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.PerformanceEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.event.ProjectEvent;
import org.mingzhang.kernel.event.RevenueEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.event.StatementEvent;
import org.mingzhang.kernel.event.TargetEvent;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Attachment;
import org.mingzhang.kernel.value.AttachmentRole;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.ClosingGround;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.IndicatorProgress;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.MonitoringAction;
import org.mingzhang.kernel.value.MonthFigures;
import org.mingzhang.kernel.value.Outlook;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.RevenueContent;
import org.mingzhang.kernel.value.RevenueSource;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.ScoredIndicator;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.kernel.value.TargetChange;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.kernel.value.YearSource;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.ledger.store.RecordedEvent;

/**
 * Histories of two budgets, interleaved in one log, with every family of event in any order.
 *
 * <p>Keys are few and both budgets use the same ones, so that a question that forgets to ask for its budget gets somebody
 * else's answer.
 */
public final class RandomHistory {
    public static final List<BudgetId> BUDGETS =
            List.of(BudgetId.parse("411200-103-2025"), BudgetId.parse("990000-901-2025"));
    private static final Actor ACTOR = Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE);
    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);
    private static final Basis BASIS = new Basis("虚财预〔2025〕1号", "关于预算的通知", "虚构市财政局", DAY, true);

    private final Random random;

    private RandomHistory(long seed) {
        this.random = new Random(seed);
    }

    /** Appends one of its events, under a key of its own, to where its stream stands. */
    public static void record(EventLog log, RecordedEvent event) {
        UUID command = event.envelope().commandId();
        String stream = event.stream();
        log.append(new Append(
                List.of(new NewEvent(event.eventId(), stream, event.envelope())),
                Map.of(stream, log.streamVersion(stream)),
                new Append.Claim(
                        event.envelope().actor().login(),
                        command.toString(),
                        Bytes.of(new byte[32]),
                        command,
                        stream)));
    }

    /** The same seed and length give the same events; positions are dense from 1. */
    public static List<RecordedEvent> of(long seed, int length) {
        RandomHistory history = new RandomHistory(seed);
        Map<BudgetId, Long> versions = new LinkedHashMap<>();
        List<RecordedEvent> events = new ArrayList<>();
        for (int position = 1; position <= length; position++) {
            BudgetId budget = BUDGETS.get(history.random.nextInt(BUDGETS.size()));
            long version = versions.merge(budget, 0L, (before, first) -> before + 1);
            BudgetEvent event = version == 0 ? history.opened(budget) : history.next(budget, position);
            events.add(history.recorded(position, version, event));
        }
        return events;
    }

    private RecordedEvent recorded(long position, long version, BudgetEvent event) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        return new RecordedEvent(
                position,
                id,
                event.budget().toString(),
                version,
                EventName.of(event),
                Instant.EPOCH,
                new Envelope<>(id, ACTOR, DAY.plusDays(position), event));
    }

    private BudgetEvent next(BudgetId budget, long position) {
        return switch (random.nextInt(16)) {
            case 0 -> unit(budget);
            case 1 -> project(budget);
            case 2 -> targets(budget);
            case 3 -> new StatementEvent.StatementMade(budget, Optional.empty(), statement());
            case 4 -> round(budget);
            case 5 -> disclosure(budget, position);
            case 6, 7 -> revenue(budget);
            case 8, 9, 10, 11 -> line(budget);
            case 12 -> adjustment(budget);
            case 13, 14 -> execution(budget);
            case 15 -> performance(budget);
            default -> throw new IllegalStateException();
        };
    }

    private BudgetEvent opened(BudgetId budget) {
        return new RoundEvent.BudgetOpened(
                budget, "虚构市", "虚构市示例局", "示例局" + random.nextInt(9), new FiscalYear(2025), Optional.empty(), List.of());
    }

    private BudgetEvent unit(BudgetId budget) {
        BudgetUnit unit = new BudgetUnit(unitCode(), word("单位"), word("单位"), pick(UnitNature.values()));
        return switch (random.nextInt(4)) {
            case 0 -> new OrganisationEvent.UnitRemoved(budget, unit, "撤并");
            case 1 -> new OrganisationEvent.UnitRevised(budget, unit, unit);
            default -> new OrganisationEvent.UnitRegistered(budget, unit);
        };
    }

    private Project project() {
        return new Project(projectCode(), word("项目"), ProjectCategory.OTHER_OPERATIONS, unitCode(), word("说明"));
    }

    private BudgetEvent project(BudgetId budget) {
        Project project = project();
        return switch (random.nextInt(4)) {
            case 0 -> new ProjectEvent.ProjectRemoved(budget, project, "取消");
            case 1 -> new ProjectEvent.ProjectRevised(budget, project, project, "更名");
            default -> new ProjectEvent.ProjectRegistered(budget, project);
        };
    }

    private List<Indicator> indicators() {
        List<Indicator> indicators = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            indicators.add(new Indicator(pick(IndicatorLevel.values()), "", word("指标"), "≥95%", ""));
        }
        return indicators;
    }

    private BudgetEvent targets(BudgetId budget) {
        List<Indicator> indicators = indicators();
        return random.nextBoolean()
                ? new TargetEvent.OverallTargetsSet(budget, List.of(), indicators, "")
                : new TargetEvent.ProjectTargetsSet(budget, projectCode(), List.of(), indicators, "");
    }

    private Statement statement() {
        return random.nextBoolean()
                ? new Statement.Duties(List.of(word("职责"), word("职责")))
                : new Statement.AssetsHeld(random.nextInt(5), 0, 0, 0, "", 0, 0);
    }

    private BudgetEvent round(BudgetId budget) {
        return switch (random.nextInt(4)) {
            case 0 -> new RoundEvent.FirstProposalSubmitted(budget, word("一上"));
            case 1 -> new RoundEvent.CeilingIssued(budget, ceiling(), BASIS);
            case 2 -> new RoundEvent.CeilingRevised(budget, ceiling(), ceiling(), BASIS, "变动");
            default -> new RoundEvent.BudgetApproved(budget, BASIS, DAY, 0);
        };
    }

    private Ceiling ceiling() {
        return new Ceiling(
                Map.of(FundType.GENERAL_PUBLIC, new Amount(random.nextInt(1_000_000))),
                Amount.ZERO,
                Amount.ZERO,
                Amount.ZERO);
    }

    private BudgetEvent disclosure(BudgetId budget, long position) {
        long of = random.nextLong(position);
        return random.nextBoolean()
                ? new DisclosureEvent.SecrecyReviewConfirmed(budget, of, word("意见"), DAY)
                : new DisclosureEvent.DisclosurePublished(
                        budget, of, Map.of(3, "1"), Map.of(9, word("无")), "li.bao", DAY, "00ff", DAY, 0);
    }

    private BudgetEvent line(BudgetId budget) {
        LineKey key = lineKey("行");
        LineContent content = new LineContent(expenditure(), amount(), word("备注"), "");
        return switch (random.nextInt(4)) {
            case 0 -> new LineEvent.LineRemoved(budget, key, content, "重复", postings(key, false));
            case 1 -> new LineEvent.LineRevised(budget, key, content, content, postings(key, false));
            default -> new LineEvent.LineAllocated(budget, key, content, postings(key, false));
        };
    }

    private BudgetEvent revenue(BudgetId budget) {
        LineKey key = lineKey("收");
        RevenueContent content = new RevenueContent(received(), amount(), word("备注"));
        return switch (random.nextInt(4)) {
            case 0 -> new RevenueEvent.RevenueRemoved(budget, key, content, "重复", postings(key, true));
            case 1 -> new RevenueEvent.RevenueRevised(budget, key, content, content, postings(key, true));
            default -> new RevenueEvent.RevenueEstimated(budget, key, content, postings(key, true));
        };
    }

    private BudgetEvent adjustment(BudgetId budget) {
        int number = random.nextInt(1, 4);
        List<Posting> postings = postings(lineKey("行"), false);
        return switch (random.nextInt(9)) {
            case 8 -> new AdjustmentEvent.ProjectTakenOver(budget, number, project(), indicators());
            case 7 ->
                new AdjustmentEvent.CounterpartLinked(
                        budget, number, new AdjustmentRef(budget, number), word("局"), true, List.of());
            case 4 -> new AdjustmentEvent.ProjectAdjustmentAsked(budget, number, project(), project());
            case 5 -> new AdjustmentEvent.ProjectAdjusted(budget, number, project(), project());
            case 3 -> new AdjustmentEvent.AdjustmentRulesApplied(budget, number, List.of(), List.of(), List.of());
            case 6 ->
                new AdjustmentEvent.AttachmentAdded(
                        budget,
                        number,
                        pick(AttachmentRole.values()),
                        new Attachment(word("附件"), "application/pdf", 1_000, "0f".repeat(32)));
            case 0 -> new AdjustmentEvent.AdjustmentWithdrawn(budget, number, "撤回", postings);
            case 1 ->
                new AdjustmentEvent.AdjustmentReviewed(
                        budget, number, AdjustmentStation.DEPARTMENT_REVIEW, Optional.empty(), word("意见"));
            default ->
                new AdjustmentEvent.AdjustmentTookEffect(
                        budget,
                        number,
                        Optional.of(BASIS),
                        DAY,
                        List.of(new TargetChange(projectCode(), List.of(), indicators())),
                        postings);
        };
    }

    private BudgetEvent execution(BudgetId budget) {
        LineKey key = lineKey("行");
        YearMonth month = YearMonth.of(2025, random.nextInt(1, 13));
        MonthFigures figures = new MonthFigures(amount(), Amount.ZERO, Optional.empty());
        return switch (random.nextInt(6)) {
            case 0 ->
                new ExecutionEvent.LineFrozen(
                        budget, key, amount(), Optional.empty(), "压减", Optional.empty(), postings(key, false));
            case 1 ->
                new ExecutionEvent.LineClosed(
                        budget, key, amount(), amount(), pick(ClosingGround.values()), postings(key, false));
            case 2 -> new ExecutionEvent.CarryOverStated(budget, key, amount(), word("说明"));
            case 3 ->
                new AccountsEvent.AccountsPassed(
                        budget, pick(AccountsStage.values()), DAY, Optional.of(BASIS), word("意见"), 0);
            default ->
                new ExecutionEvent.ExecutionRecorded(
                        budget,
                        key,
                        month,
                        random.nextBoolean() ? Optional.of(figures) : Optional.empty(),
                        figures,
                        BASIS,
                        word("理由"),
                        postings(key, false));
        };
    }

    /** Months and projects are few, so that a later one often takes the place of an earlier. */
    private BudgetEvent performance(BudgetId budget) {
        Optional<ProjectCode> project = random.nextBoolean() ? Optional.of(projectCode()) : Optional.empty();
        if (random.nextBoolean()) {
            return new PerformanceEvent.PerformanceMonitored(
                    budget,
                    project,
                    YearMonth.of(2025, random.nextInt(1, 4)),
                    amount(),
                    amount(),
                    indicators().stream().map(this::progress).toList(),
                    pick(MonitoringAction.values()),
                    word("意见"));
        }
        return new PerformanceEvent.PerformanceSelfEvaluated(
                budget,
                project,
                "self-evaluation-2021",
                amount(),
                amount(),
                1_000,
                random.nextInt(1_001),
                word("原因"),
                indicators().stream().map(this::scored).toList(),
                random.nextInt(10_001),
                "良",
                word("意见"));
    }

    private IndicatorProgress progress(Indicator target) {
        return new IndicatorProgress(
                target.level1(), target.name(), "90%", pick(Outlook.values()), word("原因"), word("措施"));
    }

    private ScoredIndicator scored(Indicator target) {
        return new ScoredIndicator(
                target.level1(), target.name(), target.target(), "90%", 1_000, random.nextInt(1_001), word("原因"), "");
    }

    /** Of any stage, often under several classifications, sometimes cancelling each other. */
    private List<Posting> postings(LineKey key, boolean revenue) {
        List<Posting> postings = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Classification of = revenue ? received() : expenditure();
            Amount delta = new Amount(random.nextInt(-3, 4) * 100L);
            Stage stage = random.nextBoolean() ? Stage.INITIAL : pick(Stage.values());
            postings.add(new Posting(key, of, stage, delta, DAY.plusDays(random.nextInt(90)), ""));
        }
        return postings;
    }

    private Classification.Expenditure expenditure() {
        boolean project = random.nextInt(3) == 0;
        FundType fund = pick(FundType.values());
        YearSource source = pick(YearSource.values());
        boolean appropriable = fund == FundType.GENERAL_PUBLIC && source == YearSource.CURRENT;
        return new Classification.Expenditure(
                unitCode(),
                new FunctionCode(random.nextBoolean() ? "2010301" : "2080505"),
                project ? ProjectCategory.OTHER_OPERATIONS : ProjectCategory.OPERATING,
                project ? Optional.of(projectCode()) : Optional.empty(),
                new DeptEconomicCode(random.nextBoolean() ? "30201" : "30211"),
                new GovEconomicCode("50201"),
                fund,
                source,
                appropriable && random.nextBoolean());
    }

    private Classification.Revenue received() {
        RevenueSource from = pick(RevenueSource.values());
        YearSource source = pick(YearSource.values());
        boolean appropriable = from == RevenueSource.GENERAL_PUBLIC && source == YearSource.CURRENT;
        return new Classification.Revenue(unitCode(), from, source, appropriable && random.nextBoolean());
    }

    private Amount amount() {
        return new Amount(random.nextInt(1_000_000));
    }

    private LineKey lineKey(String side) {
        return new LineKey(side + random.nextInt(5));
    }

    private UnitCode unitCode() {
        return new UnitCode("10300" + random.nextInt(1, 4));
    }

    private ProjectCode projectCode() {
        return new ProjectCode("41120025000" + random.nextInt(3));
    }

    private String word(String stem) {
        return stem + random.nextInt(100);
    }

    private <T> T pick(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
