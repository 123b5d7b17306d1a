package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.ProjectEvent;
import org.mingzhang.kernel.event.RevenueEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.event.TargetEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Ceiling;
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
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.kernel.value.YearSource;

/** People, units and money that the sentences are about. */
final class Scene {
    static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    static final Actor OFFICER = Actor.of("li", "李经办", Role.UNIT_OFFICER);
    static final Actor DEPARTMENT = Actor.of("wang", "王财务", Role.DEPARTMENT_FINANCE);
    static final Actor HEAD = Actor.of("zhao", "赵负责人", Role.DEPARTMENT_HEAD);
    static final Actor OFFICE = Actor.of("chen", "陈预算", Role.BUDGET_OFFICE);
    static final Actor DESK = Actor.of("he", "何业务", Role.SECTOR_DESK);
    static final Actor SECRECY = Actor.of("sun", "孙保密", Role.SECRECY_REVIEWER);
    static final Actor AUDITOR = Actor.of("zhou", "周审计", Role.AUDITOR);

    static final BudgetUnit OFFICE_UNIT =
            new BudgetUnit(new UnitCode("103001"), "办公室（本级）", "办公室（本级）", UnitNature.ADMINISTRATIVE);
    static final BudgetUnit CENTRE =
            new BudgetUnit(new UnitCode("103005"), "服务中心", "服务中心", UnitNature.PUBLIC_INSTITUTION);
    static final ProjectCode HOTLINE = new ProjectCode("41120025000000044003");
    static final Project HOTLINE_PROJECT =
            new Project(HOTLINE, "服务热线", ProjectCategory.OTHER_OPERATIONS, OFFICE_UNIT.code(), "");
    static final LocalDate ENACTED = LocalDate.of(2025, 1, 20);
    static final LocalDate APPROVED = LocalDate.of(2025, 2, 5);

    private Scene() {}

    static LineKey key(String text) {
        return new LineKey(text);
    }

    static BudgetEvent opened() {
        return new RoundEvent.BudgetOpened(
                BUDGET, "三门峡市", "三门峡市人民政府办公室", "市人民政府办公室", new FiscalYear(2025), Optional.empty(), List.of());
    }

    static BudgetEvent registered(BudgetUnit unit) {
        return new OrganisationEvent.UnitRegistered(BUDGET, unit);
    }

    static BudgetEvent registered(Project project) {
        return new ProjectEvent.ProjectRegistered(BUDGET, project);
    }

    static BudgetEvent allocated(String key, LineContent content) {
        return new LineEvent.LineAllocated(BUDGET, key(key), content, new Postings(BUDGET, key(key)).of(content));
    }

    static BudgetEvent estimated(String key, RevenueContent content) {
        return new RevenueEvent.RevenueEstimated(BUDGET, key(key), content, new Postings(BUDGET, key(key)).of(content));
    }

    static BudgetEvent targets(ProjectCode project, IndicatorLevel... levels) {
        return new TargetEvent.ProjectTargetsSet(BUDGET, project, List.of(), indicators(levels), "");
    }

    static List<Indicator> indicators(IndicatorLevel... levels) {
        return Stream.of(levels)
                .map(level -> new Indicator(level, "", level.label() + "一", "≥95%", ""))
                .toList();
    }

    static List<Indicator> fourGroups() {
        return indicators(
                IndicatorLevel.COST, IndicatorLevel.OUTPUT, IndicatorLevel.BENEFIT, IndicatorLevel.SATISFACTION);
    }

    /** An opened year with one administrative unit. */
    static BudgetEvent[] drafting(BudgetEvent... more) {
        return Stream.concat(Stream.of(opened(), registered(OFFICE_UNIT)), Stream.of(more))
                .toArray(BudgetEvent[]::new);
    }

    static BudgetEvent[] firstUp(BudgetEvent... more) {
        return Stream.concat(Stream.of(drafting(more)), Stream.of(new RoundEvent.FirstProposalSubmitted(BUDGET, "")))
                .toArray(BudgetEvent[]::new);
    }

    static BudgetEvent[] firstDown(Ceiling ceiling, BudgetEvent... more) {
        return Stream.concat(
                        Stream.of(firstUp(more)), Stream.of(new RoundEvent.CeilingIssued(BUDGET, ceiling, basis())))
                .toArray(BudgetEvent[]::new);
    }

    static BudgetEvent[] secondUp(BudgetEvent... more) {
        return Stream.concat(
                        Stream.of(firstDown(ceiling(1_000_000), more)),
                        Stream.of(new RoundEvent.SecondDraftSubmitted(BUDGET, "")))
                .toArray(BudgetEvent[]::new);
    }

    static BudgetEvent[] inCongress() {
        return Stream.concat(Stream.of(secondUp()), Stream.of(new RoundEvent.IncludedInGovernmentDraft(BUDGET, "")))
                .toArray(BudgetEvent[]::new);
    }

    static BudgetEvent[] enacted() {
        return Stream.concat(Stream.of(inCongress()), Stream.of(new RoundEvent.BudgetEnacted(BUDGET, basisOf(ENACTED))))
                .toArray(BudgetEvent[]::new);
    }

    static BudgetEvent[] approved() {
        return Stream.concat(
                        Stream.of(enacted()),
                        Stream.of(new RoundEvent.BudgetApproved(BUDGET, basisOf(APPROVED), APPROVED, 0)))
                .toArray(BudgetEvent[]::new);
    }

    /** An approved budget of these lines. */
    static BudgetEvent[] approvedWith(BudgetEvent... more) {
        return Stream.concat(Stream.of(approved()), Stream.of(more)).toArray(BudgetEvent[]::new);
    }

    static Ceiling ceiling(long yuan) {
        return new Ceiling(
                Map.of(FundType.GENERAL_PUBLIC, Amount.ofYuan(yuan)),
                Amount.ofYuan(yuan),
                Amount.ofYuan(yuan),
                Amount.ofYuan(yuan));
    }

    static Basis basis() {
        return basisOf(LocalDate.of(2024, 12, 1));
    }

    static Basis basisOf(LocalDate day) {
        return new Basis("三财预〔2025〕1号", "批复", "三门峡市财政局", day, true);
    }

    /** Wages of the administrative unit: basic expenditure, this year's general public budget. */
    static LineContent wages(long yuan) {
        return content(money("2010301", "30101", "50101"), Amount.ofYuan(yuan));
    }

    static LineContent content(Classification.Expenditure money, Amount amount) {
        return new LineContent(money, amount, "", "");
    }

    static Classification.Expenditure money(String function, String dept, String gov) {
        return money(function, dept, gov, ProjectCategory.PERSONNEL, OFFICE_UNIT.code());
    }

    static Classification.Expenditure money(
            String function, String dept, String gov, ProjectCategory category, UnitCode unit) {
        return new Classification.Expenditure(
                unit,
                new FunctionCode(function),
                category,
                Optional.empty(),
                new DeptEconomicCode(dept),
                new GovEconomicCode(gov),
                FundType.GENERAL_PUBLIC,
                YearSource.CURRENT,
                true);
    }

    static Classification.Expenditure ofProject(
            ProjectCode project, ProjectCategory category, UnitCode unit, String dept, String gov) {
        return new Classification.Expenditure(
                unit,
                new FunctionCode("2010302"),
                category,
                Optional.of(project),
                new DeptEconomicCode(dept),
                new GovEconomicCode(gov),
                FundType.GENERAL_PUBLIC,
                YearSource.CURRENT,
                true);
    }

    static LineContent hotline(long yuan) {
        return content(
                ofProject(HOTLINE, ProjectCategory.OTHER_OPERATIONS, OFFICE_UNIT.code(), "30227", "50205"),
                Amount.ofYuan(yuan));
    }

    static LineContent ofFund(FundType fund, YearSource source, long yuan) {
        return content(
                new Classification.Expenditure(
                        OFFICE_UNIT.code(),
                        new FunctionCode("2010301"),
                        ProjectCategory.PERSONNEL,
                        Optional.empty(),
                        new DeptEconomicCode("30101"),
                        new GovEconomicCode("50101"),
                        fund,
                        source,
                        false),
                Amount.ofYuan(yuan));
    }

    static RevenueContent income(long yuan) {
        return new RevenueContent(
                new Classification.Revenue(OFFICE_UNIT.code(), RevenueSource.GENERAL_PUBLIC, YearSource.CURRENT, true),
                Amount.ofYuan(yuan),
                "");
    }
}
