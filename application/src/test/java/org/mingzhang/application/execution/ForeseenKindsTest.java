package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.FiledAdjustment;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.command.budget.OtherSide;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.web.Rehearsal;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.RevisionCut;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.execution.FactsAfter;
import org.mingzhang.query.execution.Impact;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.feed.FactFeed;

/** Of each kind of shift, of a reduction that is a revision and of a 划转, in both budgets: what is foreseen is what is posted. */
class ForeseenKindsTest {
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final Actor MAKER = Actor.of("finance", "经办", Role.DEPARTMENT_FINANCE);
    private static final Actor HEAD = Actor.of("head", "负责人", Role.DEPARTMENT_HEAD);
    private static final Actor OFFICE = Actor.of("office", "预算科", Role.BUDGET_OFFICE);
    private static final Basis DOCUMENT = new Basis("三财预〔2025〕66号", "批复", "三门峡市财政局", DAY, true);
    private static final Amount SOME = Amount.ofYuan(10);

    @TempDir
    static Path data;

    private static RunningApplication application;
    private int fresh;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        BigDataBureau.approved(application);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void each_kind_of_shift_does_what_was_foreseen() {
        Classification.Expenditure paper = giving("30201", false);
        Classification.Expenditure ofProject = giving("", true);
        Map<AdjustmentKind, List<Classification.Expenditure>> shifts = new LinkedHashMap<>();
        shifts.put(AdjustmentKind.ECON_ITEM_SHIFT, List.of(paper, with(paper, "30207", "50201")));
        shifts.put(AdjustmentKind.GOV_ECON_SHIFT, List.of(paper, with(paper, "30213", "50209")));
        shifts.put(AdjustmentKind.FUNC_SHIFT, List.of(paper, elsewhere(paper)));
        shifts.put(AdjustmentKind.LEVEL_SHIFT, List.of(ofProject, with(ofProject, "39999", "51301")));
        shifts.put(AdjustmentKind.PROJECT_SHIFT, List.of(ofProject, ofAnother(ofProject)));
        shifts.put(AdjustmentKind.BASIC_PROJECT_SHIFT, List.of(ofProject, paper));
        Set<AdjustmentKind> done = EnumSet.noneOf(AdjustmentKind.class);
        shifts.forEach((kind, sides) -> {
            AdjustmentKind was = asForeseen(new AdjustmentCommand.SubmitAdjustment(
                    BUDGET,
                    request(AdjustmentDirection.SHIFT, List.of(gives(sides.getFirst()), gains(sides.getLast())))));
            assertThat(was).isEqualTo(kind);
            done.add(was);
        });
        assertThat(done).hasSize(6);
    }

    @Test
    void a_reduction_that_lowers_the_total_does_what_was_foreseen() {
        AdjustmentRequest request = request(AdjustmentDirection.REDUCTION, List.of(gives(giving("30201", false))));

        assertThat(asForeseen(
                        new AdjustmentCommand.SubmitAdjustment(BUDGET, request.marked(Optional.of(RevisionCut.TOTAL)))))
                .isEqualTo(AdjustmentKind.REDUCTION);
    }

    @Test
    void a_reorganisation_and_its_reverse_do_in_both_budgets_what_was_foreseen() {
        BudgetFacts there = facts(BigDataBureau.BUDGET);
        LineFact theirs = there.expenditure().getFirst();
        AdjustmentEntry gained = new AdjustmentEntry(theirs.key(), money(theirs), SOME);
        AdjustmentRequest request = request(AdjustmentDirection.REORGANISATION, List.of(gives(giving("30201", false))));

        assertThat(asForeseen(new AdjustmentCommand.SubmitReorganisation(
                        BUDGET, request, new OtherSide(BigDataBureau.BUDGET, List.of(gained), List.of()), List.of())))
                .isEqualTo(AdjustmentKind.REORGANISATION);
        assertThat(asForeseen(new AdjustmentCommand.ReverseAdjustment(BUDGET, last().number(), "划转有误", DAY)))
                .isEqualTo(AdjustmentKind.REORGANISATION);
    }

    @Test
    void a_project_and_its_targets_are_changed_as_foreseen() {
        Project project = facts(BUDGET).projects().getFirst();
        AdjustmentRequest request = request(AdjustmentDirection.CONTENT, List.of());
        Project renamed = new Project(project.code(), "更名", project.category(), project.unit(), project.description());
        assertThat(asForeseen(
                        new AdjustmentCommand.AdjustProject(BUDGET, request, renamed, List.of(), Optional.empty())))
                .isEqualTo(AdjustmentKind.PROJECT_CONTENT);

        List<Indicator> revised = List.of(new Indicator(IndicatorLevel.OUTPUT, "", "数量", "≥3", ""));
        AdjustmentRequest targets = new AdjustmentRequest(
                AdjustmentDirection.CONTENT,
                ReasonClass.TASK,
                "目标",
                DAY,
                List.of(),
                List.of(new PerformanceEffect(project.code(), Optional.of(revised))),
                "",
                Optional.empty(),
                "",
                "",
                "说明",
                Optional.empty(),
                Optional.empty());
        assertThat(asForeseen(new AdjustmentCommand.SubmitAdjustment(BUDGET, targets)))
                .isEqualTo(AdjustmentKind.PROJECT_TARGETS);
    }

    /** Rehearses it, then does it, and compares the tables of both budgets; answers its kind. */
    private AdjustmentKind asForeseen(AdjustmentCommand command) {
        BudgetFacts here = facts(BUDGET);
        BudgetFacts there = facts(BigDataBureau.BUDGET);
        Rehearsal.Rehearsed rehearsed = application
                .context()
                .getBean(Rehearsal.class)
                .of(new Envelope<>(UUID.randomUUID(), MAKER, TODAY, command), Locale.SIMPLIFIED_CHINESE);
        assertThat(rehearsed.against()).as("%s", command).isEmpty();
        List<Envelope<BudgetEvent>> all = new ArrayList<>(rehearsed.submission());
        all.addAll(rehearsed.effect());
        List<Impact.Change> ours = changes(here, FactsAfter.of(here, all));
        List<Impact.Change> theirs = changes(there, FactsAfter.of(there, rehearsed.elsewhere()));

        submit(MAKER, command);
        FiledAdjustment document = last();
        pass(document);

        assertThat(changes(here, facts(BUDGET))).as("%s", command).isEqualTo(ours);
        assertThat(changes(there, facts(BigDataBureau.BUDGET)))
                .as("%s", command)
                .isEqualTo(theirs);
        assertThat(theirs.isEmpty())
                .as("the other budget moves with a 划转 alone")
                .isEqualTo(document.kind() != AdjustmentKind.REORGANISATION);
        return document.kind();
    }

    private static List<Impact.Change> changes(BudgetFacts before, BudgetFacts after) {
        return Impact.between(
                application.context().getBean(DisclosureTables.class).templates(), before, after);
    }

    private static AdjustmentRequest request(AdjustmentDirection direction, List<AdjustmentEntry> entries) {
        return new AdjustmentRequest(
                direction,
                ReasonClass.TASK,
                "逐类核对",
                DAY,
                entries,
                entries.stream()
                        .flatMap(entry -> entry.classification().project().stream())
                        .distinct()
                        .map(project -> new PerformanceEffect(project, Optional.empty()))
                        .toList(),
                "",
                Optional.empty(),
                "",
                "",
                "说明",
                Optional.empty(),
                Optional.empty());
    }

    private static AdjustmentEntry gives(Classification.Expenditure money) {
        LineBalances.Balance line = balances().stream()
                .filter(balance -> balance.classification().equals(money))
                .filter(balance -> balance.available().exceeds(Amount.ofYuan(1_000)))
                .findFirst()
                .orElseThrow();
        return new AdjustmentEntry(line.line(), money, SOME.negated());
    }

    /** On the line that has that classification, or on a new one. */
    private AdjustmentEntry gains(Classification.Expenditure money) {
        return new AdjustmentEntry(
                balances().stream()
                        .filter(balance -> balance.classification().equals(money))
                        .map(LineBalances.Balance::line)
                        .findFirst()
                        .orElseGet(() -> new LineKey("类" + ++fresh)),
                money,
                SOME);
    }

    private static Classification.Expenditure giving(String dept, boolean project) {
        return balances().stream()
                .filter(balance -> balance.available().exceeds(Amount.ofYuan(10_000)))
                .map(LineBalances.Balance::classification)
                .filter(money -> money.project().isPresent() == project)
                .filter(money -> money.deptEconomic().value().startsWith(dept))
                .filter(money -> project || money.category() == ProjectCategory.OPERATING)
                .findFirst()
                .orElseThrow();
    }

    private static List<LineBalances.Balance> balances() {
        long head = facts(BUDGET).position();
        return application.context().getBean(LineBalances.class).of(BUDGET, head);
    }

    private static Classification.Expenditure money(LineFact line) {
        return (Classification.Expenditure) line.classification();
    }

    private static Classification.Expenditure with(Classification.Expenditure money, String dept, String gov) {
        return like(money, money.function(), money.project(), money.category(), dept, gov);
    }

    private static Classification.Expenditure elsewhere(Classification.Expenditure money) {
        String other = money.function().value().equals("2010302") ? "2010301" : "2010302";
        return like(
                money,
                new FunctionCode(other),
                money.project(),
                money.category(),
                money.deptEconomic().value(),
                money.govEconomic().value());
    }

    private static Classification.Expenditure ofAnother(Classification.Expenditure money) {
        return balances().stream()
                .map(LineBalances.Balance::classification)
                .filter(other -> other.project().isPresent() && !other.project().equals(money.project()))
                .filter(other -> other.fund() == money.fund())
                .findFirst()
                .orElseThrow();
    }

    private static Classification.Expenditure like(
            Classification.Expenditure money,
            FunctionCode function,
            Optional<ProjectCode> project,
            ProjectCategory category,
            String dept,
            String gov) {
        return new Classification.Expenditure(
                money.unit(),
                function,
                category,
                project,
                new DeptEconomicCode(dept),
                new GovEconomicCode(gov),
                money.fund(),
                money.source(),
                money.appropriated());
    }

    private static void pass(FiledAdjustment document) {
        int number = document.number();
        for (AdjustmentStation station : document.stations()) {
            submit(
                    station == AdjustmentStation.DEPARTMENT_REVIEW ? HEAD : OFFICE,
                    new AdjustmentCommand.ReviewAdjustment(BUDGET, number, station, Optional.of(DOCUMENT), ""));
        }
        submit(
                document.stations().size() == 1 ? HEAD : OFFICE,
                new AdjustmentCommand.PutAdjustmentIntoEffect(BUDGET, number, Optional.of(DOCUMENT), DAY));
    }

    private static FiledAdjustment last() {
        Budget budget = commands().current(BUDGET).budget();
        return budget.execution()
                .adjustments()
                .get(budget.execution().adjustments().size())
                .orElseThrow();
    }

    private static void submit(Actor actor, LedgerCommand command) {
        assertThat(commands()
                        .submit(BudgetCommands.Submission.of(new Envelope<>(UUID.randomUUID(), actor, TODAY, command))))
                .as("%s", command)
                .isInstanceOf(Outcome.Done.class);
    }

    private static BudgetCommands commands() {
        return application.context().getBean(BudgetCommands.class);
    }

    private static BudgetFacts facts(BudgetId budget) {
        long head = application.context().getBean(EventLog.class).head();
        assertThat(application.context().getBean(FactFeed.class).await(head, Duration.ofSeconds(20)))
                .isTrue();
        return application
                .context()
                .getBean(FactReader.class)
                .load(budget, head, TableBasis.ADJUSTED)
                .orElseThrow();
    }
}
