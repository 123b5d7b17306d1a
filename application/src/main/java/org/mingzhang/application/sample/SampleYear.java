package org.mingzhang.application.sample;

import java.util.List;
import java.util.Optional;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.BudgetCommands.Known;
import org.mingzhang.command.budget.CrosswalkCommands;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.Publication;
import org.mingzhang.command.budget.RoundCommand;
import org.mingzhang.command.intake.Intake;
import org.mingzhang.command.web.RenderedTables;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.facts.DisclosureTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Brings the sample from the opening of its year to its publication, once, and has the invented year follow. */
@Component
@ConditionalOnBooleanProperty("mingzhang.sample")
class SampleYear {
    static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");

    private static final Logger LOG = LoggerFactory.getLogger(SampleYear.class);
    private static final SampleRounds.Days DAYS = new SampleRounds.Days(
            "2024-10-08",
            "2024-11-15",
            "2024-12-05",
            "2024-12-25",
            "2025-01-18",
            "2025-01-24",
            "2025-02-05",
            "2025-02-08",
            "2025-02-10");

    private final BudgetCommands commands;
    private final Intake intake;
    private final RenderedTables rendering;
    private final DisclosureTables tables;
    private final EventLog log;
    private final SampleDesk desk;
    private final InventedYear following;
    private final boolean invented;

    SampleYear(
            BudgetCommands commands,
            CrosswalkCommands crosswalk,
            Intake intake,
            RenderedTables rendering,
            DisclosureTables tables,
            EventLog log,
            @Value("${mingzhang.sample-invented-year:true}") boolean invented) {
        this.commands = commands;
        this.intake = intake;
        this.rendering = rendering;
        this.tables = tables;
        this.log = log;
        this.desk = new SampleDesk(commands, BUDGET);
        this.following = new InventedYear(commands, crosswalk, intake, rendering, tables, log);
        this.invented = invented;
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
            executed();
        } else if (published && SampleExecution.interrupted(log, desk)) {
            executed();
        }
        if (!somebodysOwn && !published && opened()) {
            approved();
            long position = SampleComparatives.load(desk);
            new SampleRounds(desk, DAYS).publish(position, rendering, tables);
            new SampleAdjustments(desk).load();
            executed();
            LOG.info("已载入示例：三门峡市人民政府办公室2025年部门预算 · The sample is loaded: {}", BUDGET);
        }
        if (following.interrupted()) {
            following.load();
            LOG.info("已载入虚构的下一年度：{} · The invented year after it is loaded", InventedYear.BUDGET);
        }
    }

    /** The invented year is opened before the last step, so that what was killed in between is known to want it. */
    private void executed() {
        if (invented) {
            following.begin();
        }
        new SampleExecution(log, desk).load();
    }

    /** False when the year was opened by somebody else than the sample. */
    private boolean opened() {
        Outcome outcome = desk.submit(
                SampleDocuments.OFFICE,
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
        new SampleImport(intake, log, desk).take(SampleSheets.files(), "2024-09-20", "导入示例数据");
        new SampleRounds(desk, DAYS).approved(100_000, 15_000);
    }
}
