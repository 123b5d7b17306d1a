package org.mingzhang.application.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.codes.CodeEntry;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.RevenueSource;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.kernel.value.YearSource;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.TableBasis;

/** Facts of invented departments of any size; the same number and variety give the same facts. */
final class BenchFacts {
    private static final FiscalYear YEAR = new FiscalYear(2025);

    private final Random random = new Random(2025);
    private final int units;
    private final List<String> functions;
    private final List<String> economic;
    private final List<Project> projects = new ArrayList<>();

    private BenchFacts(int units, int functions, int economic) {
        this.units = units;
        this.functions = codes(Classifications.shipped().functional().validIn(YEAR), 7, functions);
        this.economic = codes(Classifications.shipped().deptEconomic().validIn(YEAR), 5, economic);
        for (int i = 0; i < units * 3; i++) {
            projects.add(new Project(
                    new ProjectCode("99000025%09d".formatted(i)),
                    "项目" + i,
                    ProjectCategory.OTHER_OPERATIONS,
                    unit(i % units),
                    ""));
        }
    }

    /** Every line has classification objects of its own, as lines that were read one by one have. */
    static BudgetFacts of(int lines, int units, int functions, int economic) {
        return new BenchFacts(units, functions, economic).facts(lines);
    }

    private BudgetFacts facts(int count) {
        List<LineFact> lines = new ArrayList<>(count);
        List<LineFact> revenue = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line(i));
        }
        for (int i = 0; i < units; i++) {
            Classification of =
                    new Classification.Revenue(unit(i), RevenueSource.GENERAL_PUBLIC, YearSource.CURRENT, true);
            revenue.add(new LineFact(new LineKey("R" + i), i, of, Amount.ofYuan(1_000_000 + i)));
        }
        List<BudgetUnit> named = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            named.add(new BudgetUnit(unit(i), "单位" + i, "单位" + i, UnitNature.PUBLIC_INSTITUTION));
        }
        return new BudgetFacts(
                new BudgetHeader(BudgetId.parse("990000-901-2025"), "虚构市", "虚构市示例局", "示例局", YEAR),
                1,
                TableBasis.INITIAL,
                named,
                lines,
                revenue,
                projects,
                Map.of(),
                List.of(),
                Map.of());
    }

    private LineFact line(int i) {
        boolean project = random.nextInt(10) < 3;
        Project of = projects.get(random.nextInt(projects.size()));
        String code = project ? pick(economic) : "30" + (1 + random.nextInt(3)) + pick(List.of("01", "02", "07", "99"));
        ProjectCategory basic = code.startsWith("302") ? ProjectCategory.OPERATING : ProjectCategory.PERSONNEL;
        Classification classification = new Classification.Expenditure(
                project ? new UnitCode(fresh(of.unit().value())) : unit(random.nextInt(units)),
                new FunctionCode(fresh(pick(functions))),
                project ? of.category() : basic,
                project ? Optional.of(of.code()) : Optional.empty(),
                new DeptEconomicCode(fresh(code)),
                new GovEconomicCode("50502"),
                FundType.GENERAL_PUBLIC,
                YearSource.CURRENT,
                true);
        return new LineFact(new LineKey("L" + i), i, classification, new Amount(1 + random.nextInt(100_000_000)));
    }

    private static String fresh(String code) {
        return code.substring(0, 2) + code.substring(2);
    }

    private static UnitCode unit(int i) {
        return new UnitCode("901%03d".formatted(i + 1));
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<String> codes(List<CodeEntry> entries, int length, int atMost) {
        return entries.stream()
                .map(CodeEntry::code)
                .filter(code -> code.length() == length)
                .limit(atMost)
                .toList();
    }
}
