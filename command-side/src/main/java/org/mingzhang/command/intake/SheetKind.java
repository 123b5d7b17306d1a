package org.mingzhang.command.intake;

import static org.mingzhang.command.intake.SheetColumn.needed;
import static org.mingzhang.command.intake.SheetColumn.optional;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The sheets of the one workbook (导入工作簿) with their columns; a file of CSV is called by either name.
 *
 * <p>Names and heads are part of the interface: what was once accepted stays accepted.
 */
public enum SheetKind {
    ABOUT("说明", "budget", needed("项目", "item"), needed("内容", "content")),
    UNITS(
            "单位",
            "units",
            needed("单位编码", "code"),
            needed("单位名称", "name"),
            optional("列示名称", "listedName"),
            needed("单位性质", "nature")),
    PROJECTS(
            "项目",
            "projects",
            needed("项目编码", "code"),
            needed("项目名称", "name"),
            needed("项目类别", "category"),
            needed("项目单位编码", "unit"),
            optional("说明", "description")),
    EXPENDITURE(
            "支出",
            "expenditure",
            needed("行号", "line"),
            needed("单位编码", "unit"),
            needed("功能科目编码", "function"),
            needed("支出类别", "category"),
            needed("项目编码", "project"),
            needed("部门经济科目编码", "deptEconomic"),
            optional("政府经济科目编码", "govEconomic"),
            needed("资金性质", "fund"),
            needed("资金来源年度", "source"),
            needed("是否财政拨款", "appropriated"),
            needed("金额", "amount"),
            optional("备注", "note"),
            optional("对应关系说明", "mappingReason")),
    REVENUE(
            "收入",
            "revenue",
            needed("行号", "line"),
            needed("单位编码", "unit"),
            needed("收入类别", "revenue"),
            needed("资金来源年度", "source"),
            needed("是否财政拨款", "appropriated"),
            needed("金额", "amount"),
            optional("备注", "note")),
    PROJECT_TARGETS(
            "项目绩效",
            "project-targets",
            needed("项目编码", "project"),
            needed("一级指标", "level1"),
            optional("二级指标", "level2"),
            needed("三级指标", "name"),
            needed("指标值", "target"),
            optional("指标值说明", "note")),
    OVERALL_TARGETS(
            "整体绩效",
            "overall-targets",
            needed("一级指标", "level1"),
            optional("二级指标", "level2"),
            needed("三级指标", "name"),
            needed("指标值", "target"),
            optional("指标值说明", "note")),
    ANNUAL_TASKS("年度任务", "annual-tasks", needed("任务名称", "name"), needed("主要内容", "content")),
    STATEMENTS(
            "事项",
            "statements",
            needed("事项", "topic"),
            optional("序号", "number"),
            optional("名称", "name"),
            needed("内容", "content")),
    EXECUTION(
            "执行",
            "execution",
            needed("月份", "month"),
            needed("行号", "line"),
            needed("支付金额", "paid"),
            optional("退回金额", "refunded"),
            optional("在途金额", "committed"),
            optional("更正理由", "reason"),
            optional("来源文号", "documentNumber"),
            optional("来源名称", "title"),
            optional("来源单位", "issuer"),
            optional("来源日期", "date"));

    /** Fields that are amounts, so that a cell with a number is one of them. */
    private static final Set<String> AMOUNTS = Set.of("amount", "paid", "refunded", "committed");

    /** Sheets whose names begin so are for people, and are passed over. */
    public static final String FOR_PEOPLE = "参考";

    /** Head of the column that a returned workbook has beside each row; never read. */
    public static final String REASONS = "导入问题";

    private final String label;
    private final String file;
    private final List<SheetColumn> columns;

    SheetKind(String label, String file, SheetColumn... columns) {
        this.label = label;
        this.file = file;
        this.columns = List.of(columns);
    }

    /** The name of the sheet. */
    public String label() {
        return label;
    }

    /** The name of the file, without its ending, when it is a CSV. */
    public String file() {
        return file;
    }

    public List<SheetColumn> columns() {
        return columns;
    }

    /** Whether it belongs to the preparation of a budget; the others come when it is executed. */
    public boolean ofPreparation() {
        return this != EXECUTION;
    }

    /** Whether the field of a sheet holds an amount of money. */
    public static boolean isAmount(String field) {
        return AMOUNTS.contains(field);
    }

    /** The column of a head. */
    Optional<SheetColumn> headed(String head) {
        return columns.stream().filter(column -> column.head().equals(head)).findFirst();
    }

    /** The column that is read into a field. */
    public Optional<SheetColumn> of(String field) {
        return columns.stream().filter(column -> column.field().equals(field)).findFirst();
    }

    static Optional<SheetKind> named(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(wanted) || kind.file.equals(wanted))
                .findFirst();
    }
}
