package org.mingzhang.query.execution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.disclosure.BudgetHeader;

/** The three numbers as a workbook: by function, by economic nature, and line by line; amounts in 元 to the fen. */
final class AccountsXlsx {
    private static final String NUMBER = "#,##0.00";
    private static final List<String> AMOUNTS = List.of("年初预算数", "调整预算数", "决算数", "决算数与调整预算数之差", "结转下年", "结余收回");

    private AccountsXlsx() {}

    static byte[] write(BudgetHeader header, ThreeNumbers numbers, List<LedgerLine> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Mingzhang", "1.0")) {
            String title = header.departmentName() + header.id().year() + "年度决算";
            codes(workbook.newWorksheet("功能分类"), title + "（按功能分类）", numbers.byFunction(), numbers.total());
            codes(workbook.newWorksheet("经济分类"), title + "（按经济分类）", numbers.byEconomy(), numbers.total());
            lines(workbook.newWorksheet("明细"), title + "（明细）", lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void codes(Worksheet sheet, String title, List<ThreeNumbers.Row> rows, ThreeNumbers.Row total)
            throws IOException {
        head(sheet, title, List.of("科目编码", "科目名称"));
        int at = 2;
        for (ThreeNumbers.Row row : rows) {
            sheet.value(at, 0, row.code());
            sheet.value(at, 1, "　".repeat(row.depth()) + row.name());
            amounts(sheet, at++, 2, row);
        }
        sheet.value(at, 1, "合计");
        amounts(sheet, at, 2, total);
        sheet.range(at, 0, at, 2 + AMOUNTS.size() - 1).style().bold().set();
        sheet.finish();
    }

    private static void lines(Worksheet sheet, String title, List<LedgerLine> lines) throws IOException {
        head(sheet, title, List.of("行号", "单位编码", "项目", "功能科目编码", "部门经济科目编码"));
        int at = 2;
        for (LedgerLine line : lines) {
            sheet.value(at, 0, line.key());
            sheet.value(at, 1, line.money().unit().value());
            sheet.value(
                    at,
                    2,
                    line.projectName().isEmpty() ? line.money().category().label() : line.projectName());
            sheet.value(at, 3, line.money().function().value());
            sheet.value(at, 4, line.money().deptEconomic().value());
            amounts(
                    sheet,
                    at++,
                    5,
                    new ThreeNumbers.Row("", "", 0, line.balance().byStage()));
        }
        sheet.finish();
    }

    private static void head(Worksheet sheet, String title, List<String> first) {
        sheet.value(0, 0, title + "　单位：元");
        sheet.style(0, 0).bold().fontSize(14).set();
        for (int at = 0; at < first.size(); at++) {
            sheet.value(1, at, first.get(at));
            sheet.width(at, at == 0 ? 12 : 30);
        }
        for (int at = 0; at < AMOUNTS.size(); at++) {
            sheet.value(1, first.size() + at, AMOUNTS.get(at));
            sheet.width(first.size() + at, 18);
        }
        sheet.range(1, 0, 1, first.size() + AMOUNTS.size() - 1)
                .style()
                .bold()
                .fillColor("EAF0F8")
                .set();
        sheet.freezePane(0, 2);
    }

    private static void amounts(Worksheet sheet, int row, int from, ThreeNumbers.Row numbers) {
        List<Amount> amounts = List.of(
                numbers.of(Stage.INITIAL),
                numbers.revised(),
                numbers.of(Stage.EXECUTED),
                numbers.of(Stage.EXECUTED).minus(numbers.revised()),
                numbers.of(Stage.CARRIED_OVER),
                numbers.of(Stage.LAPSED));
        for (int at = 0; at < amounts.size(); at++) {
            sheet.value(row, from + at, BigDecimal.valueOf(amounts.get(at).fen(), 2));
            sheet.style(row, from + at).format(NUMBER).set();
        }
    }
}
