package org.mingzhang.application.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.CrosswalkCommands;
import org.mingzhang.command.budget.OpeningFromLastYear;
import org.mingzhang.command.budget.RoundCommand;
import org.mingzhang.command.intake.Intake;
import org.mingzhang.command.web.RenderedTables;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.facts.DisclosureTables;

/**
 * The year after the sample's, invented from beginning to end, so that everything that compares years, follows codes or
 * closes a year has something to show: a merger of units, a project under another name, documents, twelve months of
 * execution, evaluations, and the final accounts. Its days are those of its story whatever the clock says, up to September
 * 2027; when it was recorded the log says truly.
 */
final class InventedYear {
    static final BudgetId BUDGET = BudgetId.parse("411200-103-2026");

    private static final String OPEN = "open";
    private static final String DAY = "2025-09-03";
    private static final SampleRounds.Days DAYS = new SampleRounds.Days(
            "2025-10-09",
            "2025-11-14",
            "2025-12-04",
            "2025-12-24",
            "2026-01-20",
            "2026-01-26",
            "2026-02-06",
            "2026-02-09",
            "2026-02-11");

    private final Intake intake;
    private final RenderedTables rendering;
    private final DisclosureTables tables;
    private final EventLog log;
    private final SampleDesk desk;
    private final InventedMerger merger;

    InventedYear(
            BudgetCommands commands,
            CrosswalkCommands crosswalk,
            Intake intake,
            RenderedTables rendering,
            DisclosureTables tables,
            EventLog log) {
        this.intake = intake;
        this.rendering = rendering;
        this.tables = tables;
        this.log = log;
        this.desk = new SampleDesk(commands, BUDGET);
        this.merger = new InventedMerger(desk, crosswalk);
    }

    /** Whether a start that was killed left some of it undone; the sample of an earlier release has none. */
    boolean interrupted() {
        return begun() && !InventedAccounts.disclosed(log, desk);
    }

    private boolean begun() {
        return log.receipt(SampleDocuments.OFFICE.login(), desk.key(OPEN)).isPresent();
    }

    /** Opens it with everything of the sample's year as drafts, unless somebody else has. */
    void begin() {
        Budget last = desk.commands().current(SampleYear.BUDGET).budget();
        if (desk.commands().current(BUDGET).version() < 0) {
            desk.done(SampleDocuments.OFFICE, DAY, OPEN, opening(last));
        }
    }

    /** As an officer takes a year over, but under a name that says what it is. */
    private static BudgetCommand.Batch opening(Budget last) {
        List<BudgetCommand> commands =
                new ArrayList<>(OpeningFromLastYear.batch(BUDGET.year(), last, Classifications.shipped(), BUDGET.year())
                        .commands());
        RoundCommand.OpenBudget open = (RoundCommand.OpenBudget) commands.getFirst();
        commands.set(
                0,
                new RoundCommand.OpenBudget(
                        BUDGET,
                        open.divisionName(),
                        open.departmentName() + "（2026年虚构）",
                        open.shortName() + "（2026年虚构）",
                        open.classificationYear(),
                        open.copiedFrom(),
                        open.closedCodes()));
        return new BudgetCommand.Batch(BUDGET, commands);
    }

    /** All of it from where it stopped; what was done before is not done again. */
    void load() {
        SampleWaiting.load(new SampleDesk(desk.commands(), SampleYear.BUDGET));
        merger.load();
        new SampleImport(intake, log, desk).take(SampleSheets.invented(), "2025-09-26", "2026年安排（演示，虚构）");
        SampleRounds rounds = new SampleRounds(desk, DAYS);
        rounds.publish(rounds.approved(95_000, 14_000), rendering, tables);
        new SampleFunds(desk).load();
        new InventedCourse(log, desk).load();
        new InventedAccounts(desk).load();
    }

    /** A document that is as invented as the year. */
    static Basis document(String number, String title, String issuer, String day) {
        return SampleDesk.document(number, title + SampleDocuments.INVENTED, issuer, day);
    }

    static Optional<Basis> documented(String number, String title, String issuer, String day) {
        return Optional.of(document(number, title, issuer, day));
    }
}
