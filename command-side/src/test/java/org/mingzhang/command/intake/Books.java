package org.mingzhang.command.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.command.intake.book.BookReader;
import org.mingzhang.command.intake.book.Limits;
import org.mingzhang.command.intake.book.Progress;
import org.mingzhang.command.intake.book.RawBook;
import org.mingzhang.command.intake.book.UploadedFile;

/** Workbooks written down as CSV, sheet by sheet. */
final class Books {
    private static final String LINE_HEADS =
            "行号,单位编码,功能科目编码,支出类别,项目编码,部门经济科目编码,政府经济科目编码,资金性质,资金来源年度,是否财政拨款,金额,备注,对应关系说明\n";

    private final List<UploadedFile> files = new ArrayList<>();

    /** In 元, for the budget of the tests. */
    static Books inYuan() {
        return new Books().sheet("说明", "项目,内容\n预算编号,411200-103-2025\n金额单位,元\n");
    }

    Books sheet(String name, String csv) {
        files.add(new UploadedFile(name + ".csv", csv.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** One unit, 103001, administrative. */
    Books unit() {
        return sheet("单位", "单位编码,单位名称,列示名称,单位性质\n103001,办公室,,行政单位\n");
    }

    Books lines(String... rows) {
        return sheet("支出", LINE_HEADS + String.join("\n", rows));
    }

    /** A line of basic personnel expenditure. */
    static String salary(String key, String amount) {
        return key + ",103001,2010301,人员类,,30101,,一般公共预算,本年,是," + amount + ",,";
    }

    RawBook read() {
        return new BookReader(Limits.usual()).read(files, Progress.NONE);
    }
}
