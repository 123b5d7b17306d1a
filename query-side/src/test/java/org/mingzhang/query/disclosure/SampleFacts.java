package org.mingzhang.query.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
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
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.kernel.value.YearSource;

/** The facts of the Sanmenxia disclosure, straight from the reconstructed lines, without events or a database. */
public final class SampleFacts {
    private static final String FOLDER = "/sanmenxia-2025/";

    private SampleFacts() {}

    public static BudgetFacts load() {
        List<LineFact> lines = lines();
        return new BudgetFacts(
                new BudgetHeader(
                        BudgetId.parse("411200-103-2025"), "三门峡市", "河南省三门峡市人民政府办公室", "市人民政府办公室", new FiscalYear(2025)),
                1,
                TableBasis.INITIAL,
                List.of(
                        unit("103001", "河南省三门峡市人民政府办公室", UnitNature.ADMINISTRATIVE),
                        unit("103002", "三门峡市人民政府网站", UnitNature.PUBLIC_INSTITUTION),
                        unit("103003", "三门峡市人民政府发展研究中心", UnitNature.PUBLIC_INSTITUTION),
                        unit("103004", "三门峡市人民政府行政复议中心", UnitNature.PUBLIC_INSTITUTION),
                        unit("103005", "三门峡市金融服务中心", UnitNature.PUBLIC_INSTITUTION)),
                lines,
                revenue(lines),
                projects(),
                projectTargets(),
                overallTargets(),
                statements());
    }

    static String text(String file) {
        try (InputStream in = SampleFacts.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("missing " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String[]> tsv(String file) {
        return text(file).lines().map(line -> line.split("\t", -1)).toList();
    }

    static List<CSVRecord> csv(String file) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader =
                new InputStreamReader(SampleFacts.class.getResourceAsStream(FOLDER + file), StandardCharsets.UTF_8)) {
            return format.parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BudgetUnit unit(String code, String name, UnitNature nature) {
        return new BudgetUnit(new UnitCode(code), name, name, nature);
    }

    private static List<LineFact> lines() {
        List<LineFact> lines = new ArrayList<>();
        for (CSVRecord row : csv("lines-yuan.csv")) {
            String project = row.get("project_code");
            lines.add(new LineFact(
                    new LineKey(row.get("line")),
                    lines.size(),
                    new Classification.Expenditure(
                            new UnitCode(row.get("unit_code")),
                            new FunctionCode(row.get("func_code")),
                            ProjectCategory.ofLabel(row.get("project_category")),
                            project.isEmpty() ? Optional.empty() : Optional.of(new ProjectCode(project)),
                            new DeptEconomicCode(row.get("dept_econ")),
                            new GovEconomicCode(row.get("gov_econ")),
                            FundType.ofLabel(row.get("fund_type")),
                            YearSource.CURRENT,
                            true),
                    AmountUnit.YUAN.parse(row.get("amount_yuan"))));
        }
        return lines;
    }

    /** The source names no revenue lines: each unit's appropriation equals its expenditure. */
    private static List<LineFact> revenue(List<LineFact> lines) {
        Map<UnitCode, Amount> byUnit = new LinkedHashMap<>();
        lines.forEach(line -> byUnit.merge(line.classification().unit(), line.amount(), Amount::plus));
        List<LineFact> revenue = new ArrayList<>();
        byUnit.forEach((unit, amount) -> revenue.add(new LineFact(
                new LineKey("R" + unit),
                revenue.size(),
                new Classification.Revenue(unit, RevenueSource.GENERAL_PUBLIC, YearSource.CURRENT, true),
                amount)));
        return revenue;
    }

    private static List<Project> projects() {
        Map<String, Project> projects = new LinkedHashMap<>();
        for (CSVRecord row : csv("lines-yuan.csv")) {
            String code = row.get("project_code");
            if (!code.isEmpty()) {
                projects.put(
                        code,
                        new Project(
                                new ProjectCode(code),
                                row.get("project_name"),
                                ProjectCategory.ofLabel(row.get("project_category")),
                                new UnitCode(row.get("unit_code")),
                                ""));
            }
        }
        return List.copyOf(projects.values());
    }

    private static Map<ProjectCode, List<Indicator>> projectTargets() {
        Map<ProjectCode, List<Indicator>> targets = new LinkedHashMap<>();
        for (CSVRecord row : csv("project-indicators.csv")) {
            targets.computeIfAbsent(new ProjectCode(row.get("projectCode")), code -> new ArrayList<>())
                    .add(new Indicator(
                            IndicatorLevel.ofLabel(row.get("category")),
                            "",
                            row.get("indicator"),
                            row.get("target"),
                            ""));
        }
        return targets;
    }

    /** Table 11 prints merged cells once; here every indicator gets its groups back. */
    private static List<Indicator> overallTargets() {
        List<Indicator> targets = new ArrayList<>();
        String level1 = "";
        String level2 = "";
        List<String[]> rows = tsv("table-11-overall-performance.tsv");
        for (String[] row : rows.subList(headOfIndicators(rows) + 1, rows.size())) {
            level1 = row[0].isEmpty() ? level1 : row[0];
            level2 = row[1].isEmpty() ? level2 : row[1];
            targets.add(new Indicator(IndicatorLevel.ofLabel(level1), level2, row[2], row[3], row[4]));
        }
        return targets;
    }

    private static int headOfIndicators(List<String[]> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i)[0].equals("一级指标")) {
                return i;
            }
        }
        throw new IllegalStateException("table 11 has no head of indicators");
    }

    private static Map<String, Statement> statements() {
        List<String[]> rows = tsv("table-11-overall-performance.tsv");
        List<String> goals = new ArrayList<>();
        List<Statement.Task> tasks = new ArrayList<>();
        for (String[] row : rows) {
            if (row[0].equals("年度履职目标")) {
                for (String goal : row[1].split(" ?\\d{1,2}\\.")) {
                    if (!goal.isEmpty()) {
                        goals.add(goal);
                    }
                }
            }
        }
        int from = 0;
        while (!rows.get(from)[0].equals("年度主要任务")) {
            from++;
        }
        for (int i = from + 1; rows.get(i)[0].isEmpty(); i++) {
            tasks.add(new Statement.Task(rows.get(i)[1], rows.get(i)[2]));
        }
        return Map.of(
                "annual-goals", new Statement.AnnualGoals(goals),
                "annual-tasks", new Statement.AnnualTasks(tasks));
    }
}
