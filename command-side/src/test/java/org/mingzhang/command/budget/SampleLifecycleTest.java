package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.Scene.APPROVED;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.ENACTED;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.SECRECY;
import static org.mingzhang.command.budget.Scene.basis;
import static org.mingzhang.command.budget.Scene.basisOf;
import static org.mingzhang.command.budget.Scene.ceiling;
import static org.mingzhang.command.budget.Spec.given;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.RevenueContent;
import org.mingzhang.kernel.value.RevenueSource;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.kernel.value.YearSource;

/** The published budget of a real department passes every rule, from opening to publication. */
class SampleLifecycleTest {
    private static final Amount TOTAL = Amount.ofYuan(42_639_299);

    @Test
    void the_sample_goes_from_opening_to_publication_and_its_total_is_the_sum_of_its_lines() throws IOException {
        Budget budget = Budget.none();
        for (Act act : acts()) {
            Spec before = given(budget);
            LedgerEvent[] events =
                    before.when(act.actor(), act.command()).events().toArray(LedgerEvent[]::new);
            budget = before.and(act.actor(), events).budget();
        }

        assertThat(budget.phase()).isEqualTo(Phase.DISTRIBUTED);
        assertThat(budget.publication()).isEqualTo(new Publication.Published(300, APPROVED.plusDays(10)));
        assertThat(budget.content().lines().size()).isEqualTo(54);
        assertThat(budget.content().projects().size()).isEqualTo(13);
        assertThat(budget.content().totals().expenditure(FundType.GENERAL_PUBLIC, YearSource.CURRENT))
                .isEqualTo(TOTAL);
        assertThat(budget.content().totals().of(ThreePublicItem.VEHICLES)).isEqualTo(Amount.ofYuan(100_000));
        assertThat(budget.content().totals().of(ThreePublicItem.HOSPITALITY)).isEqualTo(Amount.ofYuan(15_000));
    }

    private record Act(Actor actor, BudgetCommand command) {}

    private static List<Act> acts() throws IOException {
        return List.of(
                new Act(OFFICE, open()),
                new Act(OFFICER, new BudgetCommand.Batch(BUDGET, content())),
                new Act(DEPARTMENT, new RoundCommand.SubmitFirstProposal(BUDGET, "")),
                new Act(OFFICE, new RoundCommand.IssueCeiling(BUDGET, ceiling(42_639_299), basis())),
                new Act(HEAD, new RoundCommand.SubmitSecondDraft(BUDGET, "")),
                new Act(OFFICE, new RoundCommand.IncludeInGovernmentDraft(BUDGET, "")),
                new Act(OFFICE, new RoundCommand.RecordEnactment(BUDGET, basisOf(ENACTED))),
                new Act(OFFICE, new RoundCommand.ApproveBudget(BUDGET, basisOf(APPROVED), APPROVED)),
                new Act(SECRECY, review()),
                new Act(HEAD, publication()),
                new Act(DEPARTMENT, new RoundCommand.DistributeBudget(BUDGET, basis(), APPROVED.plusDays(12))));
    }

    private static BudgetCommand open() {
        return new RoundCommand.OpenBudget(
                BUDGET, "三门峡市", "河南省三门峡市人民政府办公室", "市人民政府办公室", new FiscalYear(2025), Optional.empty(), List.of());
    }

    private static BudgetCommand review() {
        return new DisclosureCommand.ConfirmSecrecyReview(BUDGET, 300, "不涉及国家秘密", APPROVED.plusDays(5));
    }

    private static BudgetCommand publication() {
        return new DisclosureCommand.PublishDisclosure(
                BUDGET,
                300,
                Map.of(1, "1", 9, "1"),
                Set.of(9),
                Map.of(9, "没有政府性基金预算拨款安排的支出"),
                "0".repeat(64),
                APPROVED.plusDays(10));
    }

    private static List<BudgetCommand> content() throws IOException {
        List<BudgetCommand> commands = new ArrayList<>();
        unit(commands, "103001", "河南省三门峡市人民政府办公室", UnitNature.ADMINISTRATIVE);
        unit(commands, "103003", "发展研究中心", UnitNature.PUBLIC_INSTITUTION);
        unit(commands, "103005", "三门峡市金融服务中心", UnitNature.PUBLIC_INSTITUTION);
        Map<ProjectCode, Project> projects = new LinkedHashMap<>();
        List<BudgetCommand> lines = new ArrayList<>();
        for (String[] row : rows("lines-yuan.csv")) {
            LineContent line = line(row);
            line.classification().project().ifPresent(code -> projects.put(code, project(row, code)));
            lines.add(new LineCommand.AllocateLine(BUDGET, new LineKey(row[0]), line));
        }
        projects.values().forEach(project -> commands.add(new ProjectCommand.RegisterProject(BUDGET, project)));
        commands.addAll(lines);
        commands.addAll(targets());
        commands.add(revenue());
        return commands;
    }

    private static void unit(List<BudgetCommand> commands, String code, String name, UnitNature nature) {
        commands.add(
                new OrganisationCommand.RegisterUnit(BUDGET, new BudgetUnit(new UnitCode(code), name, name, nature)));
    }

    private static Project project(String[] row, ProjectCode code) {
        return new Project(code, row[7], ProjectCategory.ofLabel(row[5]), new UnitCode(row[1]), "");
    }

    private static LineContent line(String[] row) {
        return new LineContent(
                new Classification.Expenditure(
                        new UnitCode(row[1]),
                        new FunctionCode(row[2]),
                        ProjectCategory.ofLabel(row[5]),
                        row[6].isEmpty() ? Optional.empty() : Optional.of(new ProjectCode(row[6])),
                        new DeptEconomicCode(row[8]),
                        new GovEconomicCode(row[9]),
                        FundType.ofLabel(row[10]),
                        YearSource.CURRENT,
                        true),
                Amount.ofYuan(Long.parseLong(row[11])),
                "",
                "");
    }

    private static BudgetCommand revenue() {
        return new RevenueCommand.EstimateRevenue(
                BUDGET,
                new LineKey("R1"),
                new RevenueContent(
                        new Classification.Revenue(
                                new UnitCode("103001"), RevenueSource.GENERAL_PUBLIC, YearSource.CURRENT, true),
                        TOTAL,
                        ""));
    }

    private static List<BudgetCommand> targets() throws IOException {
        Map<ProjectCode, List<Indicator>> byProject = new LinkedHashMap<>();
        List<Indicator> current = new ArrayList<>();
        for (String[] row : rows("project-indicators.csv")) {
            if (!row[0].isEmpty()) {
                current = byProject.computeIfAbsent(new ProjectCode(row[0]), code -> new ArrayList<>());
            }
            current.add(new Indicator(IndicatorLevel.ofLabel(row[5]), "", row[6], row[7], ""));
        }
        List<BudgetCommand> commands = new ArrayList<>();
        byProject.forEach((project, indicators) ->
                commands.add(new TargetCommand.SetProjectTargets(BUDGET, project, indicators, "")));
        return commands;
    }

    private static List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/sanmenxia-2025/" + file)).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .toList();
    }
}
