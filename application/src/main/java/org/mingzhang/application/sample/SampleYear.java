package org.mingzhang.application.sample;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.BudgetCommands.Known;
import org.mingzhang.command.budget.DisclosureCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.Publication;
import org.mingzhang.command.budget.RoundCommand;
import org.mingzhang.command.intake.Choices;
import org.mingzhang.command.intake.Examination;
import org.mingzhang.command.intake.Intake;
import org.mingzhang.command.intake.book.BookReader;
import org.mingzhang.command.intake.book.Limits;
import org.mingzhang.command.intake.book.Progress;
import org.mingzhang.command.web.RenderedTables;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.DisclosureTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Brings the sample from the opening of its year to its publication, once. */
@Component
@ConditionalOnBooleanProperty("mingzhang.sample")
class SampleYear {
    static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");

    private static final Logger LOG = LoggerFactory.getLogger(SampleYear.class);
    private static final Actor OFFICER = Actor.of("jingban", "张敏", Role.UNIT_OFFICER);
    private static final Actor DEPARTMENT = Actor.of("caiwu", "王敏", Role.DEPARTMENT_FINANCE);
    private static final Actor HEAD = Actor.of("fuzeren", "赵立", Role.DEPARTMENT_HEAD);
    private static final Actor SECRECY = Actor.of("baomi", "周正", Role.SECRECY_REVIEWER);
    private static final Actor OFFICE = Actor.of("yusuan", "刘洋", Role.BUDGET_OFFICE);
    private static final String BUREAU = "三门峡市财政局";

    private final BudgetCommands commands;
    private final Intake intake;
    private final RenderedTables rendering;
    private final DisclosureTables tables;
    private final EventLog log;
    private final SampleDesk desk;

    SampleYear(
            BudgetCommands commands, Intake intake, RenderedTables rendering, DisclosureTables tables, EventLog log) {
        this.commands = commands;
        this.intake = intake;
        this.rendering = rendering;
        this.tables = tables;
        this.log = log;
        this.desk = new SampleDesk(commands, BUDGET);
    }

    /** Before the demo accounts are told, so that whoever signs in finds it there. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(-1)
    void load() {
        Known known = commands.current(BUDGET);
        boolean somebodysOwn = known.version() < 0 && log.head() > 0;
        boolean published = known.budget().publication() instanceof Publication.Published;
        if (published && SampleAdjustments.interrupted(log, desk)) {
            new SampleAdjustments(desk).load();
            new SampleExecution(log, desk).load();
        } else if (published && SampleExecution.interrupted(log, desk)) {
            new SampleExecution(log, desk).load();
        }
        if (!somebodysOwn && !published && opened()) {
            approved();
            long position = SampleComparatives.load(desk);
            publish(position);
            new SampleAdjustments(desk).load();
            new SampleExecution(log, desk).load();
            LOG.info("已载入示例：三门峡市人民政府办公室2025年部门预算 · The sample is loaded: {}", BUDGET);
        }
    }

    /** False when the year was opened by somebody else than the sample. */
    private boolean opened() {
        Outcome outcome = desk.submit(
                OFFICE,
                "2024-09-02",
                "open",
                new RoundCommand.OpenBudget(
                        BUDGET,
                        "三门峡市",
                        "河南省三门峡市人民政府办公室",
                        "市人民政府办公室",
                        new FiscalYear(2025),
                        Optional.empty(),
                        List.of()));
        return outcome instanceof Outcome.Done;
    }

    private void approved() {
        importSheets();
        desk.done(DEPARTMENT, "2024-10-08", "first-proposal", new RoundCommand.SubmitFirstProposal(BUDGET, "一上"));
        desk.done(
                OFFICE,
                "2024-11-15",
                "ceiling",
                new RoundCommand.IssueCeiling(
                        BUDGET,
                        ceiling(),
                        SampleDesk.document("三财预〔2024〕98号", "关于下达2025年部门预算控制数的通知", BUREAU, "2024-11-15")));
        desk.done(HEAD, "2024-12-05", "second-draft", new RoundCommand.SubmitSecondDraft(BUDGET, "二上"));
        desk.done(OFFICE, "2024-12-25", "inclusion", new RoundCommand.IncludeInGovernmentDraft(BUDGET, ""));
        desk.done(
                OFFICE,
                "2025-01-18",
                "enactment",
                new RoundCommand.RecordEnactment(
                        BUDGET, SampleDesk.document("三人发〔2025〕3号", "关于2025年市级预算的决议", "三门峡市人民代表大会", "2025-01-18")));
        desk.done(
                OFFICE,
                "2025-01-24",
                "approval",
                new RoundCommand.ApproveBudget(
                        BUDGET,
                        SampleDesk.document("三财预〔2025〕3号", "关于批复2025年部门预算的通知", BUREAU, "2025-01-24"),
                        LocalDate.of(2025, 1, 24)));
        desk.done(
                HEAD,
                "2025-02-05",
                "distribution",
                new RoundCommand.DistributeBudget(
                        BUDGET,
                        SampleDesk.document("三政办财〔2025〕1号", "关于批复所属单位2025年预算的通知", "三门峡市人民政府办公室", "2025-02-05"),
                        LocalDate.of(2025, 2, 5)));
    }

    private void importSheets() {
        Envelope<BudgetId> circumstances = desk.envelope(OFFICER, "2024-09-20", "import", BUDGET);
        Examination examination = intake.examine(
                circumstances,
                new BookReader(Limits.usual()).read(SampleSheets.files(), Progress.NONE),
                Choices.none("导入示例数据"));
        if (!examination.fits()
                && commands.current(BUDGET).budget().content().lines().isEmpty()) {
            throw new IllegalStateException(
                    "the sample does not fit: " + examination.problems().toList());
        }
        examination.batch().ifPresent(batch -> desk.done(OFFICER, "2024-09-20", "import", batch));
    }

    /** As much as was drafted, and what table 8 prints of the three kinds of public expense. */
    private Ceiling ceiling() {
        Map<FundType, Amount> byFund = new EnumMap<>(FundType.class);
        commands.current(BUDGET)
                .budget()
                .content()
                .lines()
                .values()
                .forEach(line -> byFund.merge(line.classification().fund(), line.amount(), Amount::plus));
        return new Ceiling(byFund, Amount.ZERO, Amount.ofYuan(100_000), Amount.ofYuan(15_000));
    }

    private void publish(long position) {
        desk.done(
                SECRECY,
                "2025-02-08",
                "secrecy-review",
                new DisclosureCommand.ConfirmSecrecyReview(
                        BUDGET, position, "不涉及国家秘密（演示，审查人和日期为虚构）", LocalDate.of(2025, 2, 8)));
        // Asked for first without notes: that waits until the tables are there.
        Set<Integer> empty = rendering.at(BUDGET, position, Map.of()).emptyTables();
        Map<Integer, String> notes = new HashMap<>();
        tables.all(BUDGET, position, TableBasis.INITIAL).stream()
                .filter(table -> empty.contains(table.number()))
                .forEach(table -> notes.put(table.number(), table.notes().getLast()));
        RenderedTables.Rendered rendered = rendering.at(BUDGET, position, notes);
        desk.done(
                HEAD,
                "2025-02-10",
                "publication",
                new DisclosureCommand.PublishDisclosure(
                        BUDGET,
                        position,
                        rendered.templateVersions(),
                        rendered.emptyTables(),
                        notes,
                        rendered.digest(),
                        LocalDate.of(2025, 2, 10)));
    }
}
