package org.mingzhang.application.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.DisclosureCommand;
import org.mingzhang.command.budget.LineCommand;
import org.mingzhang.command.budget.OrganisationCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.Policy;
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
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.Envelope;
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
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.kernel.value.YearSource;

/**
 * An invented department shaped unlike the sample: every fund, carry-over in each of them, units entered out of order,
 * one of them without any money, amounts that never end in round fen.
 */
final class WaterDepartment {
    static final BudgetId BUDGET = BudgetId.parse("410100-207-2025");
    static final List<String> UNITS = List.of("207001", "207002", "207003", "207004");

    /** Key, unit, function, category, project, departmental code, fund, source, appropriated, fen. */
    private static final String LINES = """
            W01 207003 2130313 PERSONNEL - 30101 GENERAL_PUBLIC CURRENT true 123456789
            W02 207003 2130313 PERSONNEL - 30107 GENERAL_PUBLIC CURRENT true 45678901
            W03 207003 2130313 PERSONNEL - 30101 SPECIAL_ACCOUNT CURRENT false 3333333
            W04 207003 2130313 OPERATING - 30206 UNIT_OWN CURRENT false 1234567
            W05 207003 2130313 OPERATING - 30299 UNIT_OWN CARRY_OVER false 777701
            W06 207003 2130313 OPERATING - 30201 SPECIAL_ACCOUNT CARRY_OVER false 888803
            W07 207003 2080505 PERSONNEL - 30108 GENERAL_PUBLIC CURRENT true 20202021
            W08 207003 2101102 PERSONNEL - 30110 GENERAL_PUBLIC CURRENT true 9090909
            W09 207003 2210201 PERSONNEL - 30113 GENERAL_PUBLIC CURRENT true 11011011
            W10 207003 2130312 SPECIFIC_PURPOSE 301 30227 GENERAL_PUBLIC CURRENT true 60000007
            W11 207003 2130312 SPECIFIC_PURPOSE 301 30218 UNIT_OWN CURRENT false 4000003
            W12 207003 2130312 SPECIFIC_PURPOSE 301 31003 SPECIAL_ACCOUNT CURRENT false 5000005
            O01 207001 2130301 PERSONNEL - 30101 GENERAL_PUBLIC CURRENT true 234567891
            O02 207001 2130301 PERSONNEL - 30102 GENERAL_PUBLIC CURRENT true 98765432
            O03 207001 2080505 PERSONNEL - 30108 GENERAL_PUBLIC CURRENT true 31313131
            O04 207001 2080501 PERSONNEL - 30302 GENERAL_PUBLIC CURRENT true 12121212
            O05 207001 2101101 PERSONNEL - 30110 GENERAL_PUBLIC CURRENT true 14141414
            O06 207001 2210201 PERSONNEL - 30113 GENERAL_PUBLIC CURRENT true 25252525
            O07 207001 2130301 OPERATING - 30201 GENERAL_PUBLIC CURRENT true 7070707
            O08 207001 2130301 OPERATING - 30217 GENERAL_PUBLIC CURRENT true 1500003
            O09 207001 2130301 OPERATING - 30212 GENERAL_PUBLIC CURRENT true 8000001
            O10 207001 2130301 OPERATING - 31002 GENERAL_PUBLIC CURRENT true 3030303
            O11 207001 2120899 SPECIFIC_PURPOSE 101 31005 GOVERNMENT_FUND CURRENT false 500000009
            O12 207001 2120899 SPECIFIC_PURPOSE 101 31005 GOVERNMENT_FUND CARRY_OVER false 70000001
            O13 207001 2130305 SPECIFIC_PURPOSE 101 31005 GENERAL_PUBLIC CARRY_OVER false 40000011
            O14 207001 2230301 SPECIFIC_PURPOSE 102 31204 STATE_CAPITAL CURRENT false 80000013
            O15 207001 2230301 SPECIFIC_PURPOSE 102 31204 STATE_CAPITAL CARRY_OVER false 6000017
            S01 207002 2130309 PERSONNEL - 30101 GENERAL_PUBLIC CURRENT true 56565656
            S02 207002 2080505 PERSONNEL - 30108 GENERAL_PUBLIC CURRENT true 7171717
            S03 207002 2130309 OPERATING - 30226 GENERAL_PUBLIC CURRENT false 2222221
            S04 207002 2130309 OTHER_OPERATIONS 201 30231 GENERAL_PUBLIC CURRENT true 9000001
            S05 207002 2130309 OTHER_OPERATIONS 201 31013 GENERAL_PUBLIC CURRENT true 18000001
            S06 207002 2130309 OTHER_OPERATIONS 201 30212 GENERAL_PUBLIC CURRENT true 2000001
            """;

    /** Key, unit, revenue, source, appropriated, fen. */
    private static final String REVENUE = """
            R01 207001 GENERAL_PUBLIC CARRY_OVER false 40000011
            R02 207001 GENERAL_PUBLIC CURRENT true 435762619
            R03 207001 GOVERNMENT_FUND CARRY_OVER false 70000001
            R04 207001 GOVERNMENT_FUND CURRENT false 500000009
            R05 207001 STATE_CAPITAL CARRY_OVER false 6000017
            R06 207001 STATE_CAPITAL CURRENT false 80000013
            R07 207002 GENERAL_PUBLIC CURRENT false 2222221
            R08 207002 GENERAL_PUBLIC CURRENT true 92737376
            R09 207003 GENERAL_PUBLIC CURRENT true 269439638
            R10 207003 SPECIAL_ACCOUNT CARRY_OVER false 888803
            R11 207003 SPECIAL_ACCOUNT CURRENT false 8333338
            R12 207003 OTHER_INCOME CARRY_OVER false 777701
            R13 207003 SERVICE_INCOME CURRENT false 4000564
            R14 207003 BUSINESS_INCOME CURRENT false 1000003
            R15 207003 SUPERIOR_SUBSIDY CURRENT false 200001
            R16 207003 AFFILIATE_REMITTANCE CURRENT false 30001
            R17 207003 OTHER_INCOME CURRENT false 4001
            """;

    private static final Actor OFFICER = Actor.of("jingban", "张敏", Role.UNIT_OFFICER);
    private static final Actor DEPARTMENT = Actor.of("caiwu", "王敏", Role.DEPARTMENT_FINANCE);
    private static final Actor HEAD = Actor.of("fuzeren", "赵立", Role.DEPARTMENT_HEAD);
    private static final Actor SECRECY = Actor.of("baomi", "周正", Role.SECRECY_REVIEWER);
    private static final Actor OFFICE = Actor.of("yusuan", "刘洋", Role.BUDGET_OFFICE);
    private static final Policy POLICY = Policy.inForceOn(LocalDate.of(2024, 9, 20));

    private final BudgetCommands commands;
    private final Map<UnitCode, UnitNature> natures = new java.util.HashMap<>();
    private final Map<FundType, Amount> ofThisYear = new EnumMap<>(FundType.class);
    private long position;

    WaterDepartment(BudgetCommands commands) {
        this.commands = commands;
    }

    /** From opening to publication by the ordinary commands, each person doing what is theirs. */
    void publish(RenderedTables tables) {
        submit(OFFICE, "2024-09-02", opening());
        submit(OFFICER, "2024-09-20", new BudgetCommand.Batch(BUDGET, content()));
        submit(DEPARTMENT, "2024-10-08", new RoundCommand.SubmitFirstProposal(BUDGET, ""));
        submit(OFFICE, "2024-11-15", new RoundCommand.IssueCeiling(BUDGET, ceiling(), basis("控制数", "2024-11-15")));
        submit(HEAD, "2024-12-05", new RoundCommand.SubmitSecondDraft(BUDGET, ""));
        submit(OFFICE, "2024-12-25", new RoundCommand.IncludeInGovernmentDraft(BUDGET, ""));
        submit(OFFICE, "2025-01-18", new RoundCommand.RecordEnactment(BUDGET, basis("人大决议", "2025-01-18")));
        LocalDate approved = LocalDate.of(2025, 1, 24);
        submit(OFFICE, "2025-01-24", new RoundCommand.ApproveBudget(BUDGET, basis("批复", "2025-01-24"), approved));
        long at = position;
        LocalDate reviewed = LocalDate.of(2025, 2, 6);
        submit(SECRECY, "2025-02-06", new DisclosureCommand.ConfirmSecrecyReview(BUDGET, at, "不涉及国家秘密", reviewed));
        RenderedTables.Rendered rendered = tables.at(BUDGET, at, Map.of());
        assertThat(rendered.emptyTables()).isEmpty();
        submit(
                HEAD,
                "2025-02-10",
                new DisclosureCommand.PublishDisclosure(
                        BUDGET,
                        at,
                        rendered.templateVersions(),
                        rendered.emptyTables(),
                        Map.of(),
                        rendered.digest(),
                        LocalDate.of(2025, 2, 10)));
    }

    private void submit(Actor actor, String day, BudgetCommand command) {
        Envelope<BudgetCommand> envelope = new Envelope<>(UUID.randomUUID(), actor, LocalDate.parse(day), command);
        Outcome outcome = commands.submit(BudgetCommands.Submission.of(envelope));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        position = ((Outcome.Done) outcome).position();
    }

    private static BudgetCommand opening() {
        return new RoundCommand.OpenBudget(
                BUDGET, "示范市", "示范市水务局", "市水务局", new FiscalYear(2025), Optional.empty(), List.of());
    }

    private List<BudgetCommand> content() {
        List<BudgetCommand> content = new ArrayList<>();
        content.add(unit("207003", "示范市水文水质中心", UnitNature.PUBLIC_INSTITUTION));
        content.add(unit("207001", "示范市水务局机关", UnitNature.ADMINISTRATIVE));
        content.add(unit("207004", "示范市水厂筹建处", UnitNature.PUBLIC_INSTITUTION));
        content.add(unit("207002", "示范市水政监察支队", UnitNature.CIVIL_SERVICE_INSTITUTION));
        content.addAll(project("301", "水质监测", ProjectCategory.SPECIFIC_PURPOSE, "207003"));
        content.addAll(project("102", "供水企业补贴", ProjectCategory.SPECIFIC_PURPOSE, "207001"));
        content.addAll(project("201", "执法用车和境外培训", ProjectCategory.OTHER_OPERATIONS, "207002"));
        content.addAll(project("101", "河道整治", ProjectCategory.SPECIFIC_PURPOSE, "207001"));
        LINES.lines().map(line -> line(line.split(" "))).forEach(content::add);
        REVENUE.lines().map(line -> revenue(line.split(" "))).forEach(content::add);
        content.add(new TargetCommand.SetOverallTargets(BUDGET, targets(), ""));
        content.add(new StatementCommand.MakeStatement(BUDGET, new Statement.AnnualGoals(List.of("管好水", "用好水"))));
        return content;
    }

    private BudgetCommand unit(String code, String name, UnitNature nature) {
        natures.put(new UnitCode(code), nature);
        return new OrganisationCommand.RegisterUnit(BUDGET, new BudgetUnit(new UnitCode(code), name, name, nature));
    }

    private static List<BudgetCommand> project(String serial, String name, ProjectCategory category, String unit) {
        ProjectCode code = code(serial);
        return List.of(
                new ProjectCommand.RegisterProject(BUDGET, new Project(code, name, category, new UnitCode(unit), "")),
                new TargetCommand.SetProjectTargets(BUDGET, code, targets(), ""));
    }

    private static ProjectCode code(String serial) {
        return new ProjectCode("410100250000000000" + serial);
    }

    private static List<Indicator> targets() {
        return Stream.of(
                        IndicatorLevel.COST, IndicatorLevel.OUTPUT, IndicatorLevel.BENEFIT, IndicatorLevel.SATISFACTION)
                .map(level -> new Indicator(level, "", level.label() + "甲", "≥95%", ""))
                .toList();
    }

    private BudgetCommand line(String[] of) {
        UnitCode unit = new UnitCode(of[1]);
        DeptEconomicCode dept = new DeptEconomicCode(of[5]);
        FundType fund = FundType.valueOf(of[6]);
        YearSource source = YearSource.valueOf(of[7]);
        Amount amount = new Amount(Long.parseLong(of[9]));
        if (source == YearSource.CURRENT) {
            ofThisYear.merge(fund, amount, Amount::plus);
        }
        Classification.Expenditure money = new Classification.Expenditure(
                unit,
                new FunctionCode(of[2]),
                ProjectCategory.valueOf(of[3]),
                of[4].equals("-") ? Optional.empty() : Optional.of(code(of[4])),
                dept,
                mapped(dept, unit),
                fund,
                source,
                Boolean.parseBoolean(of[8]));
        return new LineCommand.AllocateLine(BUDGET, new LineKey(of[0]), new LineContent(money, amount, "", ""));
    }

    private GovEconomicCode mapped(DeptEconomicCode dept, UnitCode unit) {
        return POLICY.codes().mapping().map(dept, natures.get(unit)).orElseThrow();
    }

    private static BudgetCommand revenue(String[] of) {
        Classification.Revenue money = new Classification.Revenue(
                new UnitCode(of[1]),
                RevenueSource.valueOf(of[2]),
                YearSource.valueOf(of[3]),
                Boolean.parseBoolean(of[4]));
        return new RevenueCommand.EstimateRevenue(
                BUDGET, new LineKey(of[0]), new RevenueContent(money, new Amount(Long.parseLong(of[5])), ""));
    }

    private Ceiling ceiling() {
        return new Ceiling(ofThisYear, Amount.ofYuan(100_001), Amount.ofYuan(270_001), Amount.ofYuan(15_001));
    }

    private static Basis basis(String what, String day) {
        return new Basis("示财预〔2025〕1号", what, "示范市财政局", LocalDate.parse(day), true);
    }
}
