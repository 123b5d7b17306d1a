package org.mingzhang.application.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mingzhang.application.bench.SampleFacts;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.ComparativeCommand;
import org.mingzhang.command.budget.DisclosureCommand;
import org.mingzhang.command.budget.LineCommand;
import org.mingzhang.command.budget.OrganisationCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.ProjectCommand;
import org.mingzhang.command.budget.RevenueCommand;
import org.mingzhang.command.budget.RoundCommand;
import org.mingzhang.command.budget.StatementCommand;
import org.mingzhang.command.budget.TargetCommand;
import org.mingzhang.command.web.RenderedTables;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Comparatives;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.PrintedFigure;
import org.mingzhang.kernel.value.RevenueContent;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;

/** The sample's content as a budget of any year, brought through the ordinary commands as far as a test needs it. */
public final class SampleBudget {
    /** The department's own reason for an empty table, not the template's. */
    static final String OWN_NOTE = "没有相应支出，故本表无数据。";

    private static final Actor OFFICER = Actor.of("jingban", "张敏", Role.UNIT_OFFICER);
    private static final Actor DEPARTMENT = Actor.of("caiwu", "王敏", Role.DEPARTMENT_FINANCE);
    private static final Actor HEAD = Actor.of("fuzeren", "赵立", Role.DEPARTMENT_HEAD);
    private static final Actor SECRECY = Actor.of("baomi", "周正", Role.SECRECY_REVIEWER);
    private static final Actor OFFICE = Actor.of("yusuan", "刘洋", Role.BUDGET_OFFICE);

    private final BudgetCommands commands;
    private final BudgetId budget;
    private final BudgetFacts facts = SampleFacts.facts();
    private long position;

    public SampleBudget(BudgetCommands commands, BudgetId budget) {
        this.commands = commands;
        this.budget = budget;
    }

    /** The position of the last thing that happened. */
    public long position() {
        return position;
    }

    /** Opened and filled, in the hands of the department. */
    public SampleBudget prepared() {
        opened();
        submit(OFFICER, "2024-09-20", new BudgetCommand.Batch(budget, content()));
        return this;
    }

    /** Opened, and empty. */
    public SampleBudget opened() {
        submit(
                OFFICE,
                "2024-09-02",
                new RoundCommand.OpenBudget(
                        budget,
                        facts.header().divisionName(),
                        facts.header().departmentName(),
                        facts.header().shortName(),
                        facts.header().classificationYear(),
                        Optional.empty(),
                        List.of()));
        return this;
    }

    /** And the ceiling is issued, so that the draft is written in full. */
    public SampleBudget underCeiling() {
        submit(DEPARTMENT, "2024-10-08", new RoundCommand.SubmitFirstProposal(budget, ""));
        submit(OFFICE, "2024-11-15", new RoundCommand.IssueCeiling(budget, ceiling(), basis("控制数", "2024-11-15")));
        return this;
    }

    /** And approved by the finance bureau. */
    public SampleBudget approved() {
        submit(HEAD, "2024-12-05", new RoundCommand.SubmitSecondDraft(budget, ""));
        submit(OFFICE, "2024-12-25", new RoundCommand.IncludeInGovernmentDraft(budget, ""));
        submit(OFFICE, "2025-01-18", new RoundCommand.RecordEnactment(budget, basis("人大决议", "2025-01-18")));
        submit(
                OFFICE,
                "2025-01-24",
                new RoundCommand.ApproveBudget(budget, basis("批复", "2025-01-24"), LocalDate.of(2025, 1, 24)));
        return this;
    }

    /** And beside it what was printed of the year before, so that it can be compared and leads from there. */
    public SampleBudget withYearBefore() {
        submit(
                DEPARTMENT,
                "2025-02-05",
                new ComparativeCommand.StateComparatives(
                        budget,
                        new Comparatives(
                                new FiscalYear(budget.year().value() - 1),
                                List.of(new PrintedFigure(FigureLevel.TOTAL, "", Amount.ofYuan(32_992_000))),
                                basis("部门预算公开文本", "2024-02-10")),
                        ""));
        return this;
    }

    /** And published. */
    public SampleBudget published(RenderedTables tables) {
        long at = position;
        LocalDate reviewed = LocalDate.of(2025, 2, 6);
        LocalDate day = LocalDate.of(2025, 2, 10);
        submit(SECRECY, "2025-02-06", new DisclosureCommand.ConfirmSecrecyReview(budget, at, "不涉及国家秘密", reviewed));
        Map<Integer, String> notes = tables.at(budget, at, Map.of()).emptyTables().stream()
                .collect(Collectors.toMap(number -> number, number -> OWN_NOTE));
        RenderedTables.Rendered rendered = tables.at(budget, at, notes);
        submit(
                HEAD,
                "2025-02-10",
                new DisclosureCommand.PublishDisclosure(
                        budget,
                        at,
                        rendered.templateVersions(),
                        rendered.emptyTables(),
                        notes,
                        rendered.digest(),
                        day));
        return this;
    }

    /** Anything that the officer does. */
    public SampleBudget officer(BudgetCommand command) {
        submit(OFFICER, "2024-09-20", command);
        return this;
    }

    private void submit(Actor actor, String day, BudgetCommand command) {
        Envelope<BudgetCommand> envelope = new Envelope<>(UUID.randomUUID(), actor, LocalDate.parse(day), command);
        Outcome outcome = commands.submit(BudgetCommands.Submission.of(envelope));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        position = ((Outcome.Done) outcome).position();
    }

    private List<BudgetCommand> content() {
        List<BudgetCommand> content = new ArrayList<>();
        facts.units().forEach(unit -> content.add(new OrganisationCommand.RegisterUnit(budget, unit)));
        facts.projects().forEach(project -> content.add(new ProjectCommand.RegisterProject(budget, project)));
        facts.expenditure().forEach(line -> content.add(line(line)));
        facts.revenue().forEach(line -> content.add(line(line)));
        facts.projectTargets()
                .forEach((project, targets) ->
                        content.add(new TargetCommand.SetProjectTargets(budget, project, targets, "")));
        content.add(new TargetCommand.SetOverallTargets(budget, facts.overallTargets(), ""));
        facts.statements()
                .values()
                .forEach(statement -> content.add(new StatementCommand.MakeStatement(budget, statement)));
        return content;
    }

    private BudgetCommand line(LineFact line) {
        return switch (line.classification()) {
            case Classification.Expenditure of ->
                new LineCommand.AllocateLine(
                        budget, line.key(), new LineContent(of, line.amount(), "金额由公开数反推；单位为假定", ""));
            case Classification.Revenue of ->
                new RevenueCommand.EstimateRevenue(budget, line.key(), new RevenueContent(of, line.amount(), ""));
        };
    }

    private Ceiling ceiling() {
        Amount all =
                Amount.sum(facts.expenditure().stream().map(LineFact::amount).toList());
        return new Ceiling(
                Map.of(FundType.GENERAL_PUBLIC, all), Amount.ZERO, Amount.ofYuan(100_000), Amount.ofYuan(15_000));
    }

    private static Basis basis(String what, String day) {
        return new Basis("演示〔2025〕1号", what, "三门峡市财政局", LocalDate.parse(day), true);
    }
}
