package org.mingzhang.application.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
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
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.TableBasis;

/** The sample's facts straight from its sheets, without events or a database. */
public final class SampleFacts {
    private static final String FOLDER = "/sample/sanmenxia-2025/";

    private SampleFacts() {}

    public static BudgetFacts facts() {
        List<Project> projects = rows("projects.csv").stream()
                .map(row -> new Project(
                        new ProjectCode(row.get("项目编码")),
                        row.get("项目名称"),
                        ProjectCategory.ofLabel(row.get("项目类别")),
                        new UnitCode(row.get("项目单位编码")),
                        ""))
                .toList();
        return new BudgetFacts(
                header(),
                1,
                TableBasis.INITIAL,
                units(),
                expenditure(),
                revenue(),
                projects,
                targets(),
                overall(),
                statements());
    }

    private static BudgetHeader header() {
        Map<String, String> about = new LinkedHashMap<>();
        rows("budget.csv").forEach(row -> about.put(row.get("项目"), row.get("内容")));
        return new BudgetHeader(
                BudgetId.parse(about.getOrDefault("预算编号", "")),
                about.getOrDefault("区划名称", ""),
                about.getOrDefault("部门名称", ""),
                about.getOrDefault("部门简称", ""),
                FiscalYear.parse(about.getOrDefault("科目年度", "")));
    }

    private static List<BudgetUnit> units() {
        return rows("units.csv").stream()
                .map(row -> new BudgetUnit(
                        new UnitCode(row.get("单位编码")),
                        row.get("单位名称"),
                        row.get("列示名称"),
                        UnitNature.ofLabel(row.get("单位性质"))))
                .toList();
    }

    private static List<LineFact> expenditure() {
        List<LineFact> lines = new ArrayList<>();
        for (CSVRecord row : rows("expenditure.csv")) {
            String project = row.get("项目编码");
            Classification of = new Classification.Expenditure(
                    new UnitCode(row.get("单位编码")),
                    new FunctionCode(row.get("功能科目编码")),
                    ProjectCategory.ofLabel(row.get("支出类别")),
                    project.isEmpty() ? Optional.empty() : Optional.of(new ProjectCode(project)),
                    new DeptEconomicCode(row.get("部门经济科目编码")),
                    new GovEconomicCode(row.get("政府经济科目编码")),
                    FundType.ofLabel(row.get("资金性质")),
                    YearSource.ofLabel(row.get("资金来源年度")),
                    row.get("是否财政拨款").equals("是"));
            lines.add(line(row, lines.size(), of));
        }
        return lines;
    }

    private static List<LineFact> revenue() {
        List<LineFact> lines = new ArrayList<>();
        for (CSVRecord row : rows("revenue.csv")) {
            Classification of = new Classification.Revenue(
                    new UnitCode(row.get("单位编码")),
                    RevenueSource.ofLabel(row.get("收入类别")),
                    YearSource.ofLabel(row.get("资金来源年度")),
                    row.get("是否财政拨款").equals("是"));
            lines.add(line(row, lines.size(), of));
        }
        return lines;
    }

    private static LineFact line(CSVRecord row, int ordinal, Classification of) {
        return new LineFact(new LineKey(row.get("行号")), ordinal, of, AmountUnit.YUAN.parse(row.get("金额")));
    }

    private static Map<ProjectCode, List<Indicator>> targets() {
        Map<ProjectCode, List<Indicator>> targets = new LinkedHashMap<>();
        rows("project-targets.csv")
                .forEach(row -> targets.computeIfAbsent(new ProjectCode(row.get("项目编码")), code -> new ArrayList<>())
                        .add(indicator(row)));
        return targets;
    }

    private static List<Indicator> overall() {
        return rows("overall-targets.csv").stream().map(SampleFacts::indicator).toList();
    }

    private static Indicator indicator(CSVRecord row) {
        return new Indicator(
                IndicatorLevel.ofLabel(row.get("一级指标")),
                row.get("二级指标"),
                row.get("三级指标"),
                row.get("指标值"),
                row.get("指标值说明"));
    }

    private static Map<String, Statement> statements() {
        List<String> goals = rows("statements.csv").stream()
                .filter(row -> row.get("事项").equals("年度履职目标"))
                .map(row -> row.get("内容"))
                .toList();
        List<Statement.Task> tasks = rows("annual-tasks.csv").stream()
                .map(row -> new Statement.Task(row.get("任务名称"), row.get("主要内容")))
                .toList();
        return Map.of(
                "annual-goals", new Statement.AnnualGoals(goals), "annual-tasks", new Statement.AnnualTasks(tasks));
    }

    private static List<CSVRecord> rows(String file) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        InputStream in = Objects.requireNonNull(SampleFacts.class.getResourceAsStream(FOLDER + file), file);
        try (var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return format.parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
