package org.mingzhang.query.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.RevenueSource;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.kernel.value.YearSource;

/** Builds facts of departments that do not exist; revenue is added so that it pays for exactly what is spent. */
final class InventedFacts {
    static final FiscalYear YEAR = new FiscalYear(2025);

    private final List<BudgetUnit> units = new ArrayList<>();
    private final List<LineFact> expenditure = new ArrayList<>();
    private final List<LineFact> revenue = new ArrayList<>();
    private final Map<ProjectCode, Project> projects = new LinkedHashMap<>();
    private final Map<ProjectCode, List<Indicator>> targets = new LinkedHashMap<>();

    InventedFacts unit(String code, String name, UnitNature nature) {
        units.add(new BudgetUnit(new UnitCode(code), name + "（虚构）", name + "（虚构）", nature));
        return this;
    }

    /** A project with one indicator of each printed level, and as many more outputs as asked for. */
    InventedFacts project(String code, ProjectCategory category, String unit, int moreOutputs) {
        ProjectCode key = new ProjectCode(code);
        projects.put(key, new Project(key, "虚构项目" + code, category, new UnitCode(unit), ""));
        List<Indicator> indicators = new ArrayList<>();
        for (IndicatorLevel level : IndicatorLevel.values()) {
            if (level != IndicatorLevel.INPUT_MANAGEMENT) {
                indicators.add(new Indicator(level, "", level.label() + "一", "≥1项", ""));
            }
        }
        for (int i = 0; i < moreOutputs; i++) {
            indicators.add(new Indicator(IndicatorLevel.OUTPUT, "", "另一产出" + i, "及时", ""));
        }
        targets.put(key, indicators);
        return this;
    }

    InventedFacts basic(
            String unit, String function, String dept, FundType fund, YearSource source, boolean paid, long fen) {
        boolean personnel = dept.startsWith("301") || dept.startsWith("303");
        ProjectCategory category = personnel ? ProjectCategory.PERSONNEL : ProjectCategory.OPERATING;
        return line(unit, function, category, Optional.empty(), dept, fund, source, paid, fen);
    }

    InventedFacts spent(
            String project, String function, String dept, FundType fund, YearSource source, boolean paid, long fen) {
        Project of = Objects.requireNonNull(projects.get(new ProjectCode(project)));
        return line(of.unit().value(), function, of.category(), Optional.of(of.code()), dept, fund, source, paid, fen);
    }

    InventedFacts received(String unit, RevenueSource from, YearSource source, boolean paid, long fen) {
        revenue.add(new LineFact(
                new LineKey("R" + revenue.size()),
                revenue.size(),
                new Classification.Revenue(new UnitCode(unit), from, source, paid),
                new Amount(fen)));
        return this;
    }

    /** Receives, for every unit, fund and year, what its lines spend. */
    InventedFacts balanced() {
        for (LineFact line : List.copyOf(expenditure)) {
            Classification.Expenditure of = (Classification.Expenditure) line.classification();
            RevenueSource from = List.of(RevenueSource.values()).stream()
                    .filter(source -> source.fund() == of.fund())
                    .skip(of.fund() == FundType.UNIT_OWN ? line.ordinal() % 5 : 0)
                    .findFirst()
                    .orElseThrow();
            received(
                    of.unit().value(),
                    from,
                    of.source(),
                    of.appropriated(),
                    line.amount().fen());
        }
        return this;
    }

    BudgetFacts facts() {
        return new BudgetFacts(
                new BudgetHeader(BudgetId.parse("990000-901-2025"), "虚构市", "虚构市示例局（虚构）", "示例局（虚构）", YEAR),
                1,
                TableBasis.INITIAL,
                List.copyOf(units),
                List.copyOf(expenditure),
                List.copyOf(revenue),
                List.copyOf(projects.values()),
                targets,
                List.of(),
                Map.of());
    }

    private InventedFacts line(
            String unit,
            String function,
            ProjectCategory category,
            Optional<ProjectCode> project,
            String dept,
            FundType fund,
            YearSource source,
            boolean paid,
            long fen) {
        DeptEconomicCode code = new DeptEconomicCode(dept);
        expenditure.add(new LineFact(
                new LineKey("L" + expenditure.size()),
                expenditure.size(),
                new Classification.Expenditure(
                        new UnitCode(unit),
                        new FunctionCode(function),
                        category,
                        project,
                        code,
                        Classifications.shipped()
                                .mapping()
                                .map(code, natureOf(unit))
                                .orElse(new GovEconomicCode("59999")),
                        fund,
                        source,
                        paid && fund == FundType.GENERAL_PUBLIC && source == YearSource.CURRENT),
                new Amount(fen)));
        return this;
    }

    private UnitNature natureOf(String unit) {
        return units.stream()
                .filter(each -> each.code().value().equals(unit))
                .map(BudgetUnit::nature)
                .findFirst()
                .orElseThrow();
    }

    /**
     * A department of every shape the sample lacks: units of three natures and one without lines, all five funds, money
     * carried over, capital expenditure, both kinds of projects, a project that has only carried-over money.
     */
    static BudgetFacts exampleBureau() {
        return new InventedFacts()
                .unit("901001", "示例局本级", UnitNature.ADMINISTRATIVE)
                .unit("901002", "示例局执法队", UnitNature.CIVIL_SERVICE_INSTITUTION)
                .unit("901003", "示例局研究所", UnitNature.PUBLIC_INSTITUTION)
                .unit("901004", "示例局筹备处", UnitNature.PUBLIC_INSTITUTION)
                .project("99000025000000000001A", ProjectCategory.SPECIFIC_PURPOSE, "901001", 3)
                .project("990000250000000000002", ProjectCategory.OTHER_OPERATIONS, "901001", 0)
                .project("990000240000000000003", ProjectCategory.SPECIFIC_PURPOSE, "901003", 1)
                .basic("901001", "2010301", "30101", FundType.GENERAL_PUBLIC, YearSource.CURRENT, true, 123_456_789)
                .basic("901001", "2010301", "31002", FundType.GENERAL_PUBLIC, YearSource.CURRENT, true, 4_999_950)
                .basic("901001", "2080505", "30108", FundType.GENERAL_PUBLIC, YearSource.CURRENT, false, 7_654_321)
                .basic("901001", "2010301", "30217", FundType.GENERAL_PUBLIC, YearSource.CURRENT, true, 300_051)
                .basic("901001", "2010301", "30201", FundType.GENERAL_PUBLIC, YearSource.CARRY_OVER, false, 1_000_049)
                .basic("901002", "2010301", "30101", FundType.GENERAL_PUBLIC, YearSource.CURRENT, true, 55_555_555)
                .basic("901003", "2010350", "30107", FundType.UNIT_OWN, YearSource.CURRENT, false, 10_000_001)
                .basic("901003", "2010350", "30107", FundType.GENERAL_PUBLIC, YearSource.CURRENT, true, 33_333_333)
                .basic("901003", "2010350", "30201", FundType.SPECIAL_ACCOUNT, YearSource.CURRENT, false, 2_222_222)
                .spent(
                        "99000025000000000001A",
                        "2010302",
                        "30212",
                        FundType.GENERAL_PUBLIC,
                        YearSource.CURRENT,
                        true,
                        1_500_000)
                .spent(
                        "99000025000000000001A",
                        "2120803",
                        "30905",
                        FundType.GOVERNMENT_FUND,
                        YearSource.CURRENT,
                        false,
                        88_888_888)
                .spent(
                        "990000250000000000002",
                        "2010302",
                        "31013",
                        FundType.GENERAL_PUBLIC,
                        YearSource.CURRENT,
                        true,
                        18_000_001)
                .spent(
                        "990000250000000000002",
                        "2230105",
                        "30227",
                        FundType.STATE_CAPITAL,
                        YearSource.CURRENT,
                        false,
                        6_000_000)
                .spent(
                        "990000240000000000003",
                        "2120803",
                        "30227",
                        FundType.GOVERNMENT_FUND,
                        YearSource.CARRY_OVER,
                        false,
                        777_777)
                .balanced()
                .facts();
    }
}
