package org.mingzhang.ledger.codec;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.event.AccountsEvent;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.event.ComparativeEvent;
import org.mingzhang.kernel.event.CrosswalkEvent;
import org.mingzhang.kernel.event.DisclosureEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.FundsMovement;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.PerformanceEvent;
import org.mingzhang.kernel.event.PolicyEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.event.ProjectEvent;
import org.mingzhang.kernel.event.ReadingEvent;
import org.mingzhang.kernel.event.RevenueEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.event.StatementEvent;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.event.TargetEvent;
import org.mingzhang.kernel.policy.Acknowledgement;
import org.mingzhang.kernel.policy.AmendedLimit;
import org.mingzhang.kernel.policy.AmendedTier;
import org.mingzhang.kernel.policy.AppliedRule;
import org.mingzhang.kernel.policy.LimitEffect;
import org.mingzhang.kernel.policy.Measure;
import org.mingzhang.kernel.policy.ReachedLimit;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentRequest;
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
import org.mingzhang.kernel.value.Comparatives;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.kernel.value.FundsStage;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.HandedIn;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.IndicatorProgress;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.MonitoringAction;
import org.mingzhang.kernel.value.MonthFigures;
import org.mingzhang.kernel.value.Objected;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.kernel.value.Outlook;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.PrintedFigure;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.ProvisionalGround;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.RevenueContent;
import org.mingzhang.kernel.value.RevenueSource;
import org.mingzhang.kernel.value.RevisionCut;
import org.mingzhang.kernel.value.Rights;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.ScoredIndicator;
import org.mingzhang.kernel.value.SignInWay;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.kernel.value.Succession;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.kernel.value.Successor;
import org.mingzhang.kernel.value.SupplementSource;
import org.mingzhang.kernel.value.TargetChange;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.kernel.value.YearSource;

/** One of every event, by stored name; what is frozen from them is never edited. */
public final class EventSamples {
    private static final BudgetId ID = BudgetId.parse("411200-103-2025");
    private static final UnitCode UNIT = new UnitCode("103001");
    private static final LocalDate DAY = LocalDate.of(2025, 2, 5);
    private static final Basis BASIS = new Basis("三财预〔2025〕1号", "关于批复2025年部门预算的通知", "三门峡市财政局", DAY, true);
    private static final BudgetUnit OFFICE =
            new BudgetUnit(UNIT, "河南省三门峡市人民政府办公室", "三门峡市人民政府办公室（本级）", UnitNature.ADMINISTRATIVE);
    private static final Project CARS = new Project(
            new ProjectCode("411200240000000008296"), "公车运行费用（市政府办）", ProjectCategory.OTHER_OPERATIONS, UNIT, "");
    private static final Project MORE_CARS =
            new Project(CARS.code(), "公车运行与租赁", ProjectCategory.OTHER_OPERATIONS, new UnitCode("103002"), "含租赁");
    private static final Ceiling CEILING = new Ceiling(
            Map.of(FundType.GENERAL_PUBLIC, new Amount(4_300_000_000L)),
            Amount.ZERO,
            new Amount(10_000_000),
            new Amount(1_500_000));
    private static final List<Indicator> TARGETS =
            List.of(new Indicator(IndicatorLevel.COST, "经济成本", "公车运行成本", "≤10万", "说明"));
    private static final LineKey LINE = new LineKey("51");
    private static final LineContent CONTENT = content(10_000_000);
    private static final RevenueContent REVENUE = new RevenueContent(
            new Classification.Revenue(UNIT, RevenueSource.GENERAL_PUBLIC, YearSource.CURRENT, true),
            new Amount(10_000_000),
            "说明");

    private static final HandedIn HANDED_IN =
            new HandedIn("RemoveLine", "0b1f", "00ff", new Origin(Origin.Channel.PAGE, "10.0.0.7"));

    private static final AdjustmentRequest REQUEST = new AdjustmentRequest(
            AdjustmentDirection.SHIFT,
            ReasonClass.TASK,
            "项目实施内容变化",
            DAY,
            List.of(new AdjustmentEntry(LINE, CONTENT.classification(), new Amount(-5_000_000))),
            List.of(
                    new PerformanceEffect(CARS.code(), Optional.of(TARGETS)),
                    new PerformanceEffect(new ProjectCode("411200240000000008297"), Optional.empty())),
            "不涉及政府采购",
            Optional.of(SupplementSource.RESERVE),
            "预备费",
            "三政办请〔2025〕3号",
            "申请说明",
            Optional.of(7),
            Optional.of(8),
            Optional.empty());

    private static final FundsId FUNDS = FundsId.of(ID);
    private static final AdjustmentRef DOCUMENT = new AdjustmentRef(ID, 3);
    private static final FundsSource SOURCE = new FundsSource(
            SupplementSource.TRANSFER,
            "政务信息化专项",
            FundType.GENERAL_PUBLIC,
            "政务信息化",
            Optional.of(new FunctionCode("20103")),
            Optional.of(CARS.code()),
            true,
            Optional.empty(),
            BASIS);
    private static final FundsSource RESERVE = new FundsSource(
            SupplementSource.RESERVE,
            "2025年预备费",
            FundType.GENERAL_PUBLIC,
            "",
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.of(new Amount(40_000_000_000L)),
            BASIS);

    private EventSamples() {}

    /** A line of 100,000 yuan. */
    public static LedgerEvent allocated() {
        return new LineEvent.LineAllocated(ID, LINE, CONTENT, List.of(posting(CONTENT, 1)));
    }

    private static LedgerEvent submitted(AdjustmentRequest request) {
        return new AdjustmentEvent.AdjustmentSubmitted(
                ID,
                1,
                AdjustmentKind.PROJECT_SHIFT,
                request,
                List.of(AdjustmentStation.DEPARTMENT_REVIEW, AdjustmentStation.FINANCE_REVIEW),
                true,
                "budget-law-2014",
                List.of(adjusted(Stage.FROZEN, 5_000_000)));
    }

    /** New kinds come last, so that the rows written down for those before them stay what they are. */
    public static List<LedgerEvent> all() {
        List<LedgerEvent> all = new ArrayList<>(ofBudgets());
        all.addAll(ofTheYear());
        all.addAll(ofAccounts());
        all.addAll(ofFiles());
        all.addAll(ofFunds());
        all.addAll(ofReorganisations());
        all.addAll(ofReadings());
        all.addAll(ofComparisons());
        all.addAll(ofPerformance());
        return all;
    }

    /** What earlier versions have become that said less. */
    public static List<LedgerEvent> earlier() {
        return List.of(monitored(Optional.empty()), submitted(REQUEST));
    }

    private static LedgerEvent monitored(Optional<String> expected) {
        return new PerformanceEvent.PerformanceMonitored(
                ID,
                Optional.of(CARS.code()),
                YearMonth.of(2025, 7),
                new Amount(10_000_000),
                new Amount(6_200_000),
                List.of(new IndicatorProgress(
                        IndicatorLevel.COST, "公车运行成本", "6.2万元", expected, Outlook.POSSIBLE, "油价上涨", "控制出车")),
                MonitoringAction.CORRECT,
                "按季跟踪");
    }

    private static List<LedgerEvent> ofPerformance() {
        return List.of(
                monitored(Optional.of("10.2万元")),
                new PerformanceEvent.PerformanceSelfEvaluated(
                        ID,
                        Optional.empty(),
                        "self-evaluation-2021",
                        new Amount(10_000_000),
                        new Amount(8_000_000),
                        1_000,
                        800,
                        "部分尾款未付",
                        List.of(new ScoredIndicator(
                                IndicatorLevel.COST, "公车运行成本", "≤10万", "12万元", 9_000, 7_500, "油价上涨", "控制出车")),
                        8_300,
                        "良",
                        "总体达成"));
    }

    private static List<LedgerEvent> ofFiles() {
        return List.of(new AdjustmentEvent.AttachmentAdded(
                ID, 1, AttachmentRole.REQUEST, new Attachment("测算说明.pdf", "application/pdf", 20_480, "0f".repeat(32))));
    }

    private static List<LedgerEvent> ofReadings() {
        return List.of(new ReadingEvent.UndisclosedRead(
                ID.toString(),
                "second-up",
                190,
                "/prepare/411200-103-2025",
                new Origin(Origin.Channel.PAGE, "10.0.0.7")));
    }

    private static List<LedgerEvent> ofComparisons() {
        return List.of(
                new ComparativeEvent.ComparativesStated(
                        ID,
                        Optional.of(new Comparatives(
                                new FiscalYear(2024),
                                List.of(new PrintedFigure(FigureLevel.TOTAL, "", new Amount(329_920_000))),
                                BASIS)),
                        new Comparatives(
                                new FiscalYear(2024),
                                List.of(
                                        new PrintedFigure(FigureLevel.TOTAL, "", new Amount(3_299_200_000L)),
                                        new PrintedFigure(FigureLevel.FUNCTION, "201", new Amount(2_600_000_000L))),
                                BASIS),
                        "小数点错位"),
                new CrosswalkEvent.UnitMerged(
                        ID.division(),
                        1,
                        succession(SuccessionKind.UNIT, "104001", new Successor("103006", Successor.WHOLE))),
                new CrosswalkEvent.UnitSplit(
                        ID.division(),
                        2,
                        succession(
                                SuccessionKind.UNIT,
                                "103002",
                                new Successor("103007", 6_000),
                                new Successor("103008", 4_000))),
                new CrosswalkEvent.ProjectContinuedAs(
                        ID.division(),
                        3,
                        succession(
                                SuccessionKind.PROJECT,
                                CARS.code().value(),
                                new Successor("411200260000000008296", Successor.WHOLE))),
                new CrosswalkEvent.CodeReplaced(
                        ID.division(),
                        4,
                        succession(SuccessionKind.FUNCTION, "2010308", new Successor("2014001", Successor.WHOLE))),
                new CrosswalkEvent.SuccessionWithdrawn(ID.division(), 4, "文件作废"));
    }

    private static Succession succession(SuccessionKind kind, String before, Successor... after) {
        return new Succession(kind, before, List.of(after), new FiscalYear(2026), BASIS);
    }

    private static List<LedgerEvent> ofReorganisations() {
        return List.of(
                new AdjustmentEvent.CounterpartLinked(
                        ID,
                        3,
                        new AdjustmentRef(BudgetId.parse("411200-104-2025"), 2),
                        "市大数据局",
                        true,
                        List.of(new AdjustmentEntry(LINE, CONTENT.classification(), new Amount(5_000_000)))),
                new AdjustmentEvent.ProjectTakenOver(
                        ID,
                        4,
                        new Project(
                                new ProjectCode("411200240000000008299"),
                                "政务数据共享",
                                ProjectCategory.OTHER_OPERATIONS,
                                UNIT,
                                "随职能划入"),
                        TARGETS));
    }

    private static List<LedgerEvent> ofTheYear() {
        return List.of(
                new ExecutionEvent.ProvisionalIssued(
                        ID,
                        LINE,
                        ProvisionalGround.REFERENCE,
                        new Amount(800_000),
                        new Amount(900_000),
                        YearMonth.of(2025, 2),
                        BASIS,
                        List.of(adjusted(Stage.PROVISIONAL, 800_000))),
                new ExecutionEvent.ProvisionalReplaced(
                        ID,
                        LINE,
                        new Amount(800_000),
                        new Amount(300_000),
                        new Amount(10_000_000),
                        List.of(adjusted(Stage.PROVISIONAL, -800_000))),
                new ExecutionEvent.LineFrozen(
                        ID,
                        LINE,
                        new Amount(1_000_000),
                        Optional.of(10),
                        "压减",
                        Optional.of(BASIS),
                        List.of(adjusted(Stage.FROZEN, 1_000_000))),
                new ExecutionEvent.LineThawed(
                        ID,
                        LINE,
                        new Amount(400_000),
                        Optional.empty(),
                        "恢复",
                        Optional.empty(),
                        List.of(adjusted(Stage.FROZEN, -400_000))),
                new ExecutionEvent.ExecutionRecorded(
                        ID,
                        LINE,
                        YearMonth.of(2025, 3),
                        Optional.of(new MonthFigures(new Amount(500_000), Amount.ZERO, Optional.empty())),
                        new MonthFigures(new Amount(520_000), new Amount(-10_000), Optional.of(new Amount(70_000))),
                        BASIS,
                        "更正",
                        List.of(adjusted(Stage.EXECUTED, 10_000), adjusted(Stage.COMMITTED, 70_000))),
                new ExecutionEvent.CarryOverStated(ID, LINE, new Amount(2_000_000), "合同未到期"),
                new ExecutionEvent.LineClosed(
                        ID,
                        LINE,
                        new Amount(2_000_000),
                        new Amount(500_000),
                        ClosingGround.STATED,
                        List.of(
                                adjusted(Stage.FROZEN, -600_000),
                                adjusted(Stage.CARRIED_OVER, 2_000_000),
                                adjusted(Stage.LAPSED, 500_000))),
                new ExecutionEvent.YearClosed(ID, LocalDate.of(2025, 12, 31), BASIS, "year-end-2016"),
                new AccountsEvent.AccountsPassed(ID, AccountsStage.REPLIED, DAY, Optional.of(BASIS), "同意", 3),
                new AccountsEvent.AccountsReturned(ID, AccountsStage.FINANCE_REVIEWED, "数据不符"));
    }

    private static List<LedgerEvent> ofAccounts() {
        Origin page = new Origin(Origin.Channel.PAGE, "10.0.0.7");
        Rights none = new Rights(List.of(), "", "");
        Rights some = new Rights(List.of(Role.UNIT_OFFICER, Role.DEPARTMENT_FINANCE), "411200-103/103001", "2025-2026");
        return List.of(
                new AdministrationEvent.PersonSignedIn("wang.min", SignInWay.PASSWORD, page),
                new AdministrationEvent.PersonSignedOut("wang.min", page),
                new AdministrationEvent.SignInFailed("wang.min", SignInWay.BASIC, 3, page),
                new AdministrationEvent.AccountLockedOut("wang.min", 5, 15, page),
                new AdministrationEvent.StrangersTurnedAway(120, 15, page),
                new AdministrationEvent.AccountCreated("wang.min", "王敏", none, page),
                new AdministrationEvent.AccountRenamed("wang.min", "王敏", "王敏（预算）", page),
                new AdministrationEvent.RightsChanged("wang.min", none, some, page),
                new AdministrationEvent.AccountLocked("wang.min", "调离", page),
                new AdministrationEvent.AccountUnlocked("wang.min", page),
                new AdministrationEvent.PasswordLinkIssued("wang.min", page),
                new AdministrationEvent.PasswordChanged("wang.min", page),
                new AdministrationEvent.SessionsEnded("wang.min", page),
                new AdministrationEvent.TokenIssued("wang.min", "0b1f", "月度导入", DAY, page),
                new AdministrationEvent.TokenRevoked("wang.min", "0b1f", "月度导入", page),
                new AdministrationEvent.DelegationGiven(
                        "zhao.li", "0b20", "wang.min", Role.DEPARTMENT_HEAD, DAY, DAY.plusDays(6), "出差", page),
                new AdministrationEvent.DelegationEnded("zhao.li", "0b20", "wang.min", Role.DEPARTMENT_HEAD, page));
    }

    private static List<LedgerEvent> ofBudgets() {
        return List.of(
                new RoundEvent.BudgetOpened(
                        ID,
                        "三门峡市",
                        "河南省三门峡市人民政府办公室",
                        "市人民政府办公室",
                        new FiscalYear(2025),
                        Optional.of(BudgetId.parse("411200-103-2024")),
                        List.of("2010308")),
                new RoundEvent.FirstProposalSubmitted(ID, "一上"),
                new RoundEvent.FirstProposalReturned(ID, "缺少绩效目标"),
                new RoundEvent.CeilingIssued(ID, CEILING, BASIS),
                new RoundEvent.CeilingRevised(ID, CEILING, CEILING, BASIS, "人员变动"),
                new RoundEvent.SecondDraftSubmitted(ID, "二上"),
                new RoundEvent.SecondDraftReturned(ID, "请核对"),
                new RoundEvent.IncludedInGovernmentDraft(ID, ""),
                new RoundEvent.BudgetEnacted(ID, BASIS),
                new RoundEvent.BudgetApproved(ID, BASIS, DAY, 0),
                new RoundEvent.BudgetDistributed(ID, BASIS, List.of(UNIT), DAY, 3),
                new OrganisationEvent.UnitRegistered(ID, OFFICE),
                new OrganisationEvent.UnitRevised(ID, OFFICE, OFFICE),
                new OrganisationEvent.UnitRemoved(ID, OFFICE, "撤并"),
                new LineEvent.LineAllocated(ID, LINE, CONTENT, List.of(posting(CONTENT, 1))),
                new LineEvent.LineRevised(
                        ID,
                        LINE,
                        CONTENT,
                        content(9_000_000),
                        List.of(posting(CONTENT, -1), posting(content(9_000_000), 1))),
                new LineEvent.LineRemoved(ID, LINE, CONTENT, "重复", List.of(posting(CONTENT, -1))),
                new RevenueEvent.RevenueEstimated(ID, LINE, REVENUE, List.of(posting(REVENUE, 1))),
                new RevenueEvent.RevenueRevised(
                        ID, LINE, REVENUE, REVENUE, List.of(posting(REVENUE, -1), posting(REVENUE, 1))),
                new RevenueEvent.RevenueRemoved(ID, LINE, REVENUE, "重复", List.of(posting(REVENUE, -1))),
                new ProjectEvent.ProjectRegistered(ID, CARS),
                new ProjectEvent.ProjectRevised(ID, CARS, CARS, "更名"),
                new ProjectEvent.ProjectRemoved(ID, CARS, "取消"),
                new TargetEvent.OverallTargetsSet(ID, List.of(), TARGETS, ""),
                new TargetEvent.ProjectTargetsSet(ID, CARS.code(), List.of(), TARGETS, ""),
                new StatementEvent.StatementMade(
                        ID,
                        Optional.of(new Statement.AnnualTasks(List.of(new Statement.Task("调查研究", "组织专题调查研究")))),
                        new Statement.AssetsHeld(5, 0, 0, 0, "无", 1, 0)),
                new DisclosureEvent.SecrecyReviewConfirmed(ID, 190, "不涉密", DAY),
                new DisclosureEvent.DisclosurePublished(
                        ID,
                        190,
                        Map.of(3, "2025.1", 9, "2025.1"),
                        Map.of(9, "本年无政府性基金支出"),
                        "li.bao",
                        DAY,
                        "00ff",
                        DAY,
                        0),
                submitted(REQUEST.marked(Optional.of(RevisionCut.KEY))),
                new AdjustmentEvent.AdjustmentReviewed(
                        ID, 1, AdjustmentStation.GOVERNMENT_DECISION, Optional.of(BASIS), "同意"),
                new AdjustmentEvent.AdjustmentReturned(ID, 1, "缺少测算", List.of(adjusted(Stage.FROZEN, -5_000_000))),
                new AdjustmentEvent.AdjustmentWithdrawn(ID, 1, "重新测算", List.of(adjusted(Stage.FROZEN, -5_000_000))),
                new AdjustmentEvent.AdjustmentRejected(ID, 1, "不予支持", List.of(adjusted(Stage.FROZEN, -5_000_000))),
                new AdjustmentEvent.AdjustmentTookEffect(
                        ID,
                        1,
                        Optional.of(BASIS),
                        DAY,
                        List.of(new TargetChange(CARS.code(), List.of(), TARGETS)),
                        List.of(adjusted(Stage.FROZEN, -5_000_000), adjusted(Stage.ADJUSTED, -5_000_000))),
                new SubmissionEvent.CommandAccepted(ID.toString(), HANDED_IN, 190, 2),
                new SubmissionEvent.CommandRefused(
                        ID.toString(),
                        HANDED_IN,
                        189,
                        "{\"budget\":\"411200-103-2025\",\"line\":\"51\"}",
                        List.of(new Objected(0, "line", "line-unknown", "{\"line\":\"51\"}"))),
                new AdjustmentEvent.AdjustmentRulesApplied(
                        ID,
                        1,
                        List.of(new AppliedRule(
                                "path-project-shift-0",
                                DAY,
                                Optional.of(DAY),
                                List.of(AdjustmentStation.DEPARTMENT_REVIEW, AdjustmentStation.FINANCE_REVIEW),
                                true,
                                "预算法第七十二条",
                                false,
                                3)),
                        List.of(new ReachedLimit(
                                "project-share",
                                LimitEffect.ACKNOWLEDGE,
                                Measure.SHARE_OF_PROJECT,
                                "公车运行费用",
                                new Amount(-5_000_000),
                                "50.00%",
                                "50%",
                                "市规定",
                                true,
                                3)),
                        List.of(new Acknowledgement("project-share", "车辆报废"))),
                new AdjustmentEvent.ProjectAdjustmentAsked(ID, 1, CARS, MORE_CARS),
                new AdjustmentEvent.ProjectAdjusted(ID, 1, CARS, MORE_CARS),
                new PolicyEvent.AmendmentProposed(
                        ID.division(),
                        1,
                        DAY,
                        Optional.of(DAY),
                        List.of(new AmendedTier(
                                AdjustmentKind.PROJECT_SHIFT,
                                new Amount(5_000_000),
                                true,
                                List.of(AdjustmentStation.FINANCE_REVIEW, AdjustmentStation.GOVERNMENT_DECISION),
                                true,
                                "三财〔2025〕9号",
                                true)),
                        List.of(new AmendedLimit(
                                "annual-cut-off",
                                List.of(AdjustmentKind.PROJECT_SHIFT),
                                Amount.ZERO,
                                Measure.AFTER_DAY,
                                "09-30",
                                List.of(ReasonClass.EMERGENCY),
                                LimitEffect.STOP,
                                List.of(),
                                "三财〔2025〕9号",
                                false)),
                        "市本级办法"),
                new PolicyEvent.AmendmentPutInForce(ID.division(), 1, "同意"),
                new PolicyEvent.AmendmentDeclined(ID.division(), 2, "暂不施行"));
    }

    private static List<LedgerEvent> ofFunds() {
        return List.of(
                new FundsEvent.SourceRegistered(FUNDS, 1, SOURCE, List.of(granted(500_000_000))),
                new FundsEvent.SourceIncreased(FUNDS, 1, BASIS, "追加下达", List.of(granted(100_000_000))),
                new FundsEvent.SourceCorrected(FUNDS, 1, SOURCE, SOURCE, "更正名称", List.of(granted(0))),
                new FundsEvent.SourceRecovered(FUNDS, 2, RESERVE, DOCUMENT, List.of(granted(2_000_000))),
                new FundsEvent.SourceReserved(FUNDS, 1, DOCUMENT, List.of(moved(FundsStage.RESERVED, 3_000_000))),
                new FundsEvent.SourceReleased(FUNDS, 1, DOCUMENT, List.of(moved(FundsStage.RESERVED, -3_000_000))),
                new FundsEvent.SourceDrawn(
                        FUNDS,
                        1,
                        DOCUMENT,
                        List.of(moved(FundsStage.RESERVED, -3_000_000), moved(FundsStage.DRAWN, 3_000_000))),
                new FundsEvent.SourceRestored(FUNDS, 1, DOCUMENT, List.of(moved(FundsStage.DRAWN, -3_000_000))));
    }

    private static FundsMovement granted(long fen) {
        return moved(FundsStage.GRANTED, fen);
    }

    private static FundsMovement moved(FundsStage stage, long fen) {
        return new FundsMovement(stage, new Amount(fen), DAY, "豫财预〔2025〕88号");
    }

    private static Posting adjusted(Stage stage, long fen) {
        return new Posting(LINE, CONTENT.classification(), stage, new Amount(fen), DAY, "调整单第1号");
    }

    private static LineContent content(long fen) {
        return new LineContent(
                new Classification.Expenditure(
                        UNIT,
                        new FunctionCode("2010302"),
                        ProjectCategory.OTHER_OPERATIONS,
                        Optional.of(CARS.code()),
                        new DeptEconomicCode("30231"),
                        new GovEconomicCode("50208"),
                        FundType.GENERAL_PUBLIC,
                        YearSource.CURRENT,
                        true),
                new Amount(fen),
                "经济科目为推定",
                "");
    }

    private static Posting posting(LineContent content, int sign) {
        return posting(content.classification(), content.amount(), sign);
    }

    private static Posting posting(RevenueContent content, int sign) {
        return posting(content.classification(), content.amount(), sign);
    }

    private static Posting posting(Classification classification, Amount amount, int sign) {
        return new Posting(
                LINE,
                classification,
                Stage.INITIAL,
                sign < 0 ? amount.negated() : amount,
                LocalDate.of(2025, 1, 1),
                "");
    }
}
