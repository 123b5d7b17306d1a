package org.mingzhang.command.intake.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.Content;
import org.mingzhang.command.intake.Examination;
import org.mingzhang.command.intake.ExaminedRow;
import org.mingzhang.command.intake.ExaminedSheet;
import org.mingzhang.command.intake.SheetColumn;
import org.mingzhang.command.intake.SheetKind;
import org.mingzhang.command.words.RefusalWords;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.codes.CodeEntry;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.RevenueSource;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.kernel.value.YearSource;

/** Writes the import's workbook: codes as text, amounts as numbers, choices as lists. */
public final class WorkbookFile {
    /** Rows below the heads that offer lists of choices. */
    private static final int OFFERED = 2_000;

    private static final String AMOUNT = "#,##0.00";
    private static final String TEXT = "@";

    private static final Map<String, List<String>> CHOICES = Map.of(
            "nature", labels(UnitNature.values(), UnitNature::label),
            "category", labels(ProjectCategory.values(), ProjectCategory::label),
            "fund", labels(FundType.values(), FundType::label),
            "source", labels(YearSource.values(), YearSource::label),
            "revenue",
                    RevenueSource.printed().stream().map(RevenueSource::label).toList(),
            "level1", labels(IndicatorLevel.values(), IndicatorLevel::label),
            "appropriated", List.of("是", "否"));

    /** As the page of codes calls it. */
    private static final Map<Character, String> CERTAINTY = Map.of('A', "已见于文本", 'B', "通行口径", 'C', "待核实");

    private WorkbookFile() {}

    /** Heads, lists of choices and the codes; nothing else. */
    public static byte[] empty(BudgetId budget) {
        return written(workbook -> {
            sheets(workbook, ContentRows.about(budget));
            codes(workbook, budget.year());
        });
    }

    /** What the budget says now; imported again it changes nothing. */
    public static byte[] of(BudgetId budget, Content content) {
        return written(workbook -> {
            sheets(workbook, ContentRows.of(budget, content));
            codes(workbook, budget.year());
        });
    }

    /**
     * A month of execution to be filled in: every line once, with what was stated of it.
     *
     * @param own the unit whose lines alone are told; empty for all
     */
    public static byte[] execution(BudgetId budget, YearMonth month, Budget current, Optional<UnitCode> own) {
        return written(workbook -> {
            sheet(workbook, SheetKind.ABOUT, ExecutionContent.about(budget, month));
            sheet(workbook, SheetKind.EXECUTION, ExecutionContent.rows(month, current, own));
        });
    }

    /** The rows as they were read and mended, with what is wrong in a column of its own. */
    public static byte[] withReasons(Examination examination, RefusalWords words) {
        return written(workbook -> {
            for (ExaminedSheet sheet : examination.sheets()) {
                Worksheet written = headed(workbook, sheet.kind(), true);
                int at = 1;
                for (ExaminedRow row : sheet.rows()) {
                    cells(written, at, sheet.kind(), row.cells());
                    String reasons = row.problems().stream()
                            .map(problem -> head(
                                            sheet.kind(),
                                            problem.place().orElseThrow().field())
                                    + problem.in(words))
                            .collect(Collectors.joining("\n"));
                    if (!reasons.isEmpty()) {
                        written.value(at, sheet.kind().columns().size(), reasons);
                        written.style(at, sheet.kind().columns().size())
                                .fontColor("C00000")
                                .set();
                    }
                    at++;
                }
                written.finish();
            }
        });
    }

    private static String head(SheetKind kind, String field) {
        return kind.of(field).map(column -> column.head() + "：").orElse("");
    }

    private interface Filling {
        void into(Workbook workbook) throws IOException;
    }

    private static byte[] written(Filling filling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Mingzhang", "1.0")) {
            filling.into(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void sheets(Workbook workbook, Map<SheetKind, List<Map<String, String>>> rows) throws IOException {
        Map<SheetKind, List<Map<String, String>>> all = new EnumMap<>(rows);
        for (SheetKind kind : SheetKind.values()) {
            if (kind.ofPreparation()) {
                sheet(workbook, kind, all.getOrDefault(kind, List.of()));
            }
        }
    }

    private static void sheet(Workbook workbook, SheetKind kind, List<Map<String, String>> rows) throws IOException {
        Worksheet sheet = headed(workbook, kind, false);
        int at = 1;
        for (Map<String, String> row : rows) {
            cells(sheet, at++, kind, row);
        }
        sheet.finish();
    }

    private static Worksheet headed(Workbook workbook, SheetKind kind, boolean reasons) {
        Worksheet sheet = workbook.newWorksheet(kind.label());
        List<SheetColumn> columns = kind.columns();
        for (int at = 0; at < columns.size(); at++) {
            SheetColumn column = columns.get(at);
            sheet.value(0, at, column.head());
            sheet.style(0, at)
                    .bold()
                    .fillColor(column.needed() ? "DCE6F1" : "F2F2F2")
                    .set();
            sheet.width(at, width(column));
            List<String> choices = CHOICES.getOrDefault(column.field(), List.of());
            if (!choices.isEmpty()) {
                sheet.range(1, at, OFFERED, at).validateWithListByFormula("\"" + String.join(",", choices) + "\"");
            }
        }
        if (reasons) {
            sheet.value(0, columns.size(), SheetKind.REASONS);
            sheet.style(0, columns.size()).bold().fillColor("F8D7DA").set();
            sheet.width(columns.size(), 60);
        }
        sheet.freezePane(0, 1);
        return sheet;
    }

    private static double width(SheetColumn column) {
        return switch (column.field()) {
            case "content", "description", "note", "name" -> 40;
            case "code", "project" -> 24;
            default -> 16;
        };
    }

    private static void cells(Worksheet sheet, int row, SheetKind kind, Map<String, String> texts) {
        for (int at = 0; at < kind.columns().size(); at++) {
            String field = kind.columns().get(at).field();
            String text = texts.getOrDefault(field, "");
            if (text.isEmpty()) {
                continue;
            }
            if (SheetKind.isAmount(field) && text.matches("-?\\d{1,13}(\\.\\d{1,2})?")) {
                sheet.value(row, at, new BigDecimal(text));
                sheet.style(row, at).format(AMOUNT).set();
            } else {
                sheet.value(row, at, text);
                sheet.style(row, at).format(TEXT).set();
            }
        }
    }

    private static void codes(Workbook workbook, FiscalYear year) throws IOException {
        Classifications codes = Classifications.shipped();
        codes(workbook, "功能科目", codes.functional().validIn(year));
        codes(workbook, "部门经济科目", codes.deptEconomic().validIn(year));
        codes(workbook, "政府经济科目", codes.govEconomic().validIn(year));
    }

    private static void codes(Workbook workbook, String name, List<CodeEntry> entries) throws IOException {
        Worksheet sheet = workbook.newWorksheet(SheetKind.FOR_PEOPLE + "-" + name);
        List<String> heads = List.of("编码", "名称", "确定程度", "出处");
        for (int at = 0; at < heads.size(); at++) {
            sheet.value(0, at, heads.get(at));
            sheet.style(0, at).bold().set();
            sheet.width(at, at == 0 ? 12 : 36);
        }
        for (int at = 0; at < entries.size(); at++) {
            CodeEntry entry = entries.get(at);
            sheet.value(at + 1, 0, entry.code());
            sheet.value(at + 1, 1, entry.name());
            sheet.value(at + 1, 2, CERTAINTY.getOrDefault(entry.certainty(), ""));
            sheet.value(at + 1, 3, entry.source());
        }
        sheet.finish();
    }

    private static <E> List<String> labels(E[] values, Function<E, String> label) {
        return Arrays.stream(values).map(label).toList();
    }
}
