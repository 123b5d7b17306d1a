package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.FiledAdjustment;
import org.mingzhang.command.budget.OtherSide;
import org.mingzhang.command.web.Rehearsal;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
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
import org.mingzhang.kernel.value.RevisionCut;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.execution.FactsAfter;
import org.mingzhang.query.execution.Impact;
import org.mingzhang.query.facts.LineBalances;

/** Of each kind of shift, of a reduction that is a revision and of a 划转, in both budgets: what is foreseen is what is posted. */
class ForeseenKindsTest {
    private static final BudgetId BUDGET = ForeseenScene.BUDGET;
    private static final Amount SOME = Amount.ofYuan(10);

    @TempDir
    static Path data;

    private static ForeseenScene scene;
    private int fresh;

    @BeforeAll
    static void start() {
        scene = new ForeseenScene(RunningApplication.start(data, true));
        BigDataBureau.approved(scene.application());
    }

    @AfterAll
    static void stop() {
        scene.application().close();
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
        BudgetFacts there = scene.facts(BigDataBureau.BUDGET);
        LineFact theirs = there.expenditure().getFirst();
        AdjustmentEntry gained = new AdjustmentEntry(theirs.key(), money(theirs), SOME);
        AdjustmentRequest request = request(AdjustmentDirection.REORGANISATION, List.of(gives(giving("30201", false))));

        assertThat(asForeseen(new AdjustmentCommand.SubmitReorganisation(
                        BUDGET, request, new OtherSide(BigDataBureau.BUDGET, List.of(gained), List.of()), List.of())))
                .isEqualTo(AdjustmentKind.REORGANISATION);
        assertThat(asForeseen(new AdjustmentCommand.ReverseAdjustment(
                        BUDGET, scene.document(scene.documents()).number(), "划转有误", ForeseenScene.DAY)))
                .isEqualTo(AdjustmentKind.REORGANISATION);
    }

    @Test
    void a_project_and_its_targets_are_changed_as_foreseen() {
        Project project = scene.facts(BUDGET).projects().getFirst();
        AdjustmentRequest request = request(AdjustmentDirection.CONTENT, List.of());
        Project renamed = new Project(project.code(), "更名", project.category(), project.unit(), project.description());
        assertThat(asForeseen(
                        new AdjustmentCommand.AdjustProject(BUDGET, request, renamed, List.of(), Optional.empty())))
                .isEqualTo(AdjustmentKind.PROJECT_CONTENT);

        List<Indicator> revised = List.of(new Indicator(IndicatorLevel.OUTPUT, "", "数量", "≥3", ""));
        AdjustmentRequest targets = SimpleRequest.of(
                AdjustmentDirection.CONTENT,
                "目标",
                List.of(),
                List.of(new PerformanceEffect(project.code(), Optional.of(revised))));
        assertThat(asForeseen(new AdjustmentCommand.SubmitAdjustment(BUDGET, targets)))
                .isEqualTo(AdjustmentKind.PROJECT_TARGETS);
    }

    /** Rehearses it, then does it, and compares the tables of both budgets; answers its kind. */
    private AdjustmentKind asForeseen(AdjustmentCommand command) {
        BudgetFacts here = scene.facts(BUDGET);
        BudgetFacts there = scene.facts(BigDataBureau.BUDGET);
        Rehearsal.Rehearsed rehearsed = scene.rehearsed(command);
        List<Envelope<BudgetEvent>> all = new ArrayList<>(rehearsed.submission());
        all.addAll(rehearsed.effect());
        List<Impact.Change> ours = scene.changes(here, FactsAfter.of(here, all));
        List<Impact.Change> theirs = scene.changes(there, FactsAfter.of(there, rehearsed.elsewhere()));

        scene.submit(ForeseenScene.MAKER, command);
        FiledAdjustment document = scene.document(scene.documents());
        scene.pass(document.number());

        assertThat(scene.changes(here, scene.facts(BUDGET))).as("%s", command).isEqualTo(ours);
        assertThat(scene.changes(there, scene.facts(BigDataBureau.BUDGET)))
                .as("%s", command)
                .isEqualTo(theirs);
        assertThat(theirs.isEmpty())
                .as("the other budget moves with a 划转 alone")
                .isEqualTo(document.kind() != AdjustmentKind.REORGANISATION);
        return document.kind();
    }

    private static AdjustmentRequest request(AdjustmentDirection direction, List<AdjustmentEntry> entries) {
        return SimpleRequest.of(
                direction,
                "逐类核对",
                entries,
                entries.stream()
                        .flatMap(entry -> entry.classification().project().stream())
                        .distinct()
                        .map(project -> new PerformanceEffect(project, Optional.empty()))
                        .toList());
    }

    private static AdjustmentEntry gives(Classification.Expenditure money) {
        LineBalances.Balance line = scene.balances().stream()
                .filter(balance -> balance.classification().equals(money))
                .filter(balance -> balance.available().exceeds(Amount.ofYuan(1_000)))
                .findFirst()
                .orElseThrow();
        return new AdjustmentEntry(line.line(), money, SOME.negated());
    }

    /** On the line that has that classification, or on a new one. */
    private AdjustmentEntry gains(Classification.Expenditure money) {
        return new AdjustmentEntry(
                scene.balances().stream()
                        .filter(balance -> balance.classification().equals(money))
                        .map(LineBalances.Balance::line)
                        .findFirst()
                        .orElseGet(() -> new LineKey("类" + ++fresh)),
                money,
                SOME);
    }

    private static Classification.Expenditure giving(String dept, boolean project) {
        return scene.balances().stream()
                .filter(balance -> balance.available().exceeds(Amount.ofYuan(10_000)))
                .map(LineBalances.Balance::classification)
                .filter(money -> money.project().isPresent() == project)
                .filter(money -> money.deptEconomic().value().startsWith(dept))
                .filter(money -> project || money.category() == ProjectCategory.OPERATING)
                .findFirst()
                .orElseThrow();
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
        return scene.balances().stream()
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
}
