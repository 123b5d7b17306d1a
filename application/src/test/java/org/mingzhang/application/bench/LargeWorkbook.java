package org.mingzhang.application.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.mingzhang.command.intake.SheetColumn;
import org.mingzhang.command.intake.SheetKind;

/** A workbook with many lines of expenditure, as a large department would send it. */
public final class LargeWorkbook {
    private static final int UNITS = 40;
    private static final List<String> FUNCTIONS = List.of("2010301", "2010302", "2080505", "2101101", "2210201");

    private LargeWorkbook() {}

    /** For any year of the department 103. */
    public static byte[] of(int lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Mingzhang", "1.0")) {
            Worksheet about = headed(workbook, SheetKind.ABOUT);
            row(about, 1, "金额单位", "元");
            about.finish();
            Worksheet units = headed(workbook, SheetKind.UNITS);
            for (int unit = 0; unit < UNITS; unit++) {
                row(units, unit + 1, unit(unit), "第" + unit + "个单位", "", unit % 2 == 0 ? "行政单位" : "事业单位");
            }
            units.finish();
            Worksheet sheet = headed(workbook, SheetKind.EXPENDITURE);
            for (int line = 0; line < lines; line++) {
                line(sheet, line);
            }
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Worksheet headed(Workbook workbook, SheetKind kind) {
        Worksheet sheet = workbook.newWorksheet(kind.label());
        row(sheet, 0, kind.columns().stream().map(SheetColumn::head).toArray(String[]::new));
        return sheet;
    }

    private static void line(Worksheet sheet, int line) {
        row(
                sheet,
                line + 1,
                "L" + line,
                unit(line % UNITS),
                FUNCTIONS.get(line % FUNCTIONS.size()),
                "人员类",
                "",
                line % 3 == 0 ? "30101" : "30102",
                "",
                "一般公共预算",
                "本年",
                "是");
        sheet.value(line + 1, 10, BigDecimal.valueOf(100_000 + line * 37L, 2));
        sheet.value(line + 1, 11, "第 " + line + " 行的备注");
    }

    private static String unit(int unit) {
        return Integer.toString(103_001 + unit);
    }

    private static void row(Worksheet sheet, int row, String... texts) {
        for (int at = 0; at < texts.length; at++) {
            if (!texts[at].isEmpty()) {
                sheet.value(row, at, texts[at]);
            }
        }
    }
}
