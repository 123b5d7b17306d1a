package org.mingzhang.application.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.DisclosureCommand;
import org.mingzhang.command.budget.FiledAdjustment;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.command.budget.LineCommand;
import org.mingzhang.command.budget.OrganisationCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.ProjectCommand;
import org.mingzhang.command.budget.RevenueCommand;
import org.mingzhang.command.budget.RoundCommand;
import org.mingzhang.command.budget.TargetCommand;
import org.mingzhang.command.web.RenderedTables;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.RevenueContent;
import org.mingzhang.kernel.value.RevenueSource;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.kernel.value.YearSource;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.feed.FactFeed;

/** A year of an invented department, through the ordinary commands up to its release and beyond. */
final class InventedYear {
    private static final Actor OFFICER = Actor.of("officer", "虚拟经办", Role.UNIT_OFFICER);
    private static final Actor FINANCE = Actor.of("finance", "虚拟财务", Role.DEPARTMENT_FINANCE);
    private static final Actor HEAD = Actor.of("head", "虚拟负责", Role.DEPARTMENT_HEAD);
    private static final Actor SECRECY = Actor.of("secrecy", "虚拟保密", Role.SECRECY_REVIEWER);
    private static final Actor DESK = Actor.of("desk", "虚拟业务", Role.SECTOR_DESK);
    private static final Actor OFFICE = Actor.of("office", "虚拟预算", Role.BUDGET_OFFICE);

    private final RunningApplication application;
    private final BudgetCommands commands;
    private final BudgetId budget;
    private final Map<String, Classification.Expenditure> money = new TreeMap<>();
    private Amount whole = Amount.ZERO;
    private long position;
    private int adjustments;

    private InventedYear(RunningApplication application, BudgetId budget) {
        this.application = application;
        this.commands = application.context().getBean(BudgetCommands.class);
        this.budget = budget;
    }

    static InventedYear opened(RunningApplication application, String budget, String name) {
        InventedYear year = new InventedYear(application, BudgetId.parse(budget));
        year.done(
                OFFICE,
                before("09-02"),
                new RoundCommand.OpenBudget(
                        year.budget,
                        "三门峡市",
                        "三门峡市" + name + "（虚拟）",
                        name,
                        year.budget.year(),
                        Optional.empty(),
                        List.of()));
        return year;
    }

    /** A day of the year before, while it is drafted. */
    private static String before(String day) {
        return "-" + day;
    }

    private LocalDate day(String day) {
        int year = budget.year().value();
        return day.startsWith("-") ? LocalDate.parse((year - 1) + day) : LocalDate.parse(year + "-" + day);
    }

    private void done(Actor actor, String day, LedgerCommand command) {
        Outcome outcome = commands.submit(
                BudgetCommands.Submission.of(new Envelope<>(UUID.randomUUID(), actor, day(day), command)));
        assertThat(outcome).as(command.toString()).isInstanceOf(Outcome.Done.class);
        position = ((Outcome.Done) outcome).position();
    }

    private void drafted(BudgetCommand command) {
        done(OFFICER, before("09-20"), command);
    }

    InventedYear unit(String code, String name) {
        drafted(new OrganisationCommand.RegisterUnit(
                budget, new BudgetUnit(new UnitCode(code), name, name, UnitNature.ADMINISTRATIVE)));
        return this;
    }

    InventedYear project(String code, String name, String unit) {
        ProjectCode project = new ProjectCode(code);
        drafted(new ProjectCommand.RegisterProject(
                budget, new Project(project, name, ProjectCategory.SPECIFIC_PURPOSE, new UnitCode(unit), "虚拟项目")));
        List<Indicator> targets = Stream.of(
                        IndicatorLevel.COST, IndicatorLevel.OUTPUT, IndicatorLevel.BENEFIT, IndicatorLevel.SATISFACTION)
                .map(level -> new Indicator(level, "虚拟", "虚拟指标", "≥90%", ""))
                .toList();
        drafted(new TargetCommand.SetProjectTargets(budget, project, targets, ""));
        return this;
    }

    InventedYear personnel(String key, String unit, long yuan) {
        return line(key, unit, ProjectCategory.PERSONNEL, Optional.empty(), "30101", "50101", yuan);
    }

    InventedYear operating(String key, String unit, long yuan) {
        return line(key, unit, ProjectCategory.OPERATING, Optional.empty(), "30201", "50201", yuan);
    }

    InventedYear project(String key, String unit, String project, long yuan) {
        return line(
                key,
                unit,
                ProjectCategory.SPECIFIC_PURPOSE,
                Optional.of(new ProjectCode(project)),
                "30227",
                "50205",
                yuan);
    }

    private InventedYear line(
            String key,
            String unit,
            ProjectCategory category,
            Optional<ProjectCode> project,
            String dept,
            String gov,
            long yuan) {
        Classification.Expenditure of = new Classification.Expenditure(
                new UnitCode(unit),
                new FunctionCode("2120501"),
                category,
                project,
                new DeptEconomicCode(dept),
                new GovEconomicCode(gov),
                FundType.GENERAL_PUBLIC,
                YearSource.CURRENT,
                true);
        money.put(key, of);
        whole = whole.plus(Amount.ofYuan(yuan));
        drafted(new LineCommand.AllocateLine(
                budget, new LineKey(key), new LineContent(of, Amount.ofYuan(yuan), "虚拟", "")));
        return this;
    }

    /** Approved by the finance bureau. */
    InventedYear approved() {
        UnitCode first = money.values().iterator().next().unit();
        drafted(new RevenueCommand.EstimateRevenue(
                budget,
                new LineKey("R1"),
                new RevenueContent(
                        new Classification.Revenue(first, RevenueSource.GENERAL_PUBLIC, YearSource.CURRENT, true),
                        whole,
                        "")));
        done(FINANCE, before("10-08"), new RoundCommand.SubmitFirstProposal(budget, ""));
        Ceiling ceiling = new Ceiling(Map.of(FundType.GENERAL_PUBLIC, whole), Amount.ZERO, Amount.ZERO, Amount.ZERO);
        done(
                OFFICE,
                before("11-15"),
                new RoundCommand.IssueCeiling(budget, ceiling, basis("控制数", "98", before("11-15"))));
        done(HEAD, before("12-05"), new RoundCommand.SubmitSecondDraft(budget, ""));
        done(OFFICE, before("12-25"), new RoundCommand.IncludeInGovernmentDraft(budget, ""));
        done(OFFICE, "01-18", new RoundCommand.RecordEnactment(budget, basis("人大决议", "2", "01-18")));
        done(
                OFFICE,
                "01-24",
                new RoundCommand.ApproveBudget(
                        budget, basis("关于批复" + budget.year() + "年部门预算的通知", "3", "01-24"), day("01-24")));
        return this;
    }

    private Basis basis(String title, String number, String day) {
        LocalDate on = day(day);
        return new Basis("虚财预〔" + on.getYear() + "〕" + number + "号", title, "三门峡市财政局", on, true);
    }

    /** As it stands; a later one corrects the one before. */
    InventedYear released(String day) {
        RenderedTables tables = application.context().getBean(RenderedTables.class);
        long at = position;
        done(SECRECY, day, new DisclosureCommand.ConfirmSecrecyReview(budget, at, "不涉及国家秘密（虚拟）", day(day)));

        Map<Integer, String> notes = tables.at(budget, at, Map.of()).emptyTables().stream()
                .collect(Collectors.toMap(number -> number, number -> "没有相应支出，故本表无数据。"));
        RenderedTables.Rendered rendered = tables.at(budget, at, notes);
        done(
                HEAD,
                day,
                new DisclosureCommand.PublishDisclosure(
                        budget,
                        at,
                        rendered.templateVersions(),
                        rendered.emptyTables(),
                        notes,
                        rendered.digest(),
                        day(day)));
        return this;
    }

    /** Money from one line to another. */
    InventedYear shifted(String day, ReasonClass reason, String words, String from, String to, long yuan) {
        return adjusted(day, AdjustmentDirection.SHIFT, reason, words, List.of(entry(from, -yuan), entry(to, yuan)));
    }

    InventedYear reduced(String day, ReasonClass reason, String words, String from, long yuan) {
        return adjusted(day, AdjustmentDirection.REDUCTION, reason, words, List.of(entry(from, -yuan)));
    }

    private AdjustmentEntry entry(String line, long yuan) {
        return new AdjustmentEntry(new LineKey(line), money.get(line), Amount.ofYuan(yuan));
    }

    private InventedYear adjusted(
            String day,
            AdjustmentDirection direction,
            ReasonClass reason,
            String words,
            List<AdjustmentEntry> entries) {
        List<PerformanceEffect> unaffected = entries.stream()
                .flatMap(entry -> entry.classification().project().stream())
                .distinct()
                .map(project -> new PerformanceEffect(project, Optional.empty()))
                .toList();
        AdjustmentRequest request = new AdjustmentRequest(
                direction,
                reason,
                words,
                day(day),
                entries,
                unaffected,
                "",
                Optional.empty(),
                "",
                "",
                "虚拟申请",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        int number = ++adjustments;
        done(FINANCE, day, new AdjustmentCommand.SubmitAdjustment(budget, request));
        FiledAdjustment filed = commands.current(budget)
                .budget()
                .execution()
                .adjustments()
                .get(number)
                .orElseThrow();
        for (AdjustmentStation station : filed.stations()) {
            done(
                    station == AdjustmentStation.DEPARTMENT_REVIEW ? HEAD : DESK,
                    day,
                    new AdjustmentCommand.ReviewAdjustment(budget, number, station, Optional.empty(), "同意"));
        }
        done(
                filed.approvalDemanded() ? OFFICE : HEAD,
                day,
                new AdjustmentCommand.PutAdjustmentIntoEffect(
                        budget,
                        number,
                        Optional.of(basis("关于调整部门预算的批复", Integer.toString(100 + number), day))
                                .filter(document -> filed.approvalDemanded()),
                        day(day)));
        return this;
    }

    /** Until whoever reads sees it. */
    void seen() {
        long head = application.context().getBean(EventLog.class).head();
        assertThat(application.context().getBean(FactFeed.class).await(head, Duration.ofSeconds(20)))
                .isTrue();
    }
}
