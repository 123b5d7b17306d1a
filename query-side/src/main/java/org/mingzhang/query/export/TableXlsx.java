package org.mingzhang.query.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.disclosure.HeadCell;
import org.mingzhang.query.disclosure.Table;

/**
 * A table as a workbook: title and heading, merged heads, amounts as numbers in the unit asked for, notes below.
 *
 * <p>Amounts are rounded once, HALF_UP, to two decimals, so that a number in the sheet is the printed one. Texts are
 * written as texts and never become formulas.
 */
public final class TableXlsx {
    private static final String NUMBER = "#,##0.00";
    private static final int LONGEST_SHEET_NAME = 31;

    private final Table table;
    private final AmountUnit unit;
    private final Worksheet sheet;
    private final int lastColumn;

    private TableXlsx(Table table, AmountUnit unit, Worksheet sheet) {
        this.table = table;
        this.unit = unit;
        this.sheet = sheet;
        this.lastColumn = table.columns().size() - 1;
    }

    /** A workbook with this table alone. */
    public static byte[] write(Table table, AmountUnit unit) {
        return write(List.of(table), unit);
    }

    /** A workbook with one sheet for each table. */
    public static byte[] write(List<Table> tables, AmountUnit unit) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Mingzhang", "1.0")) {
            for (Table table : tables) {
                new TableXlsx(table, unit, workbook.newWorksheet(sheetName(table))).sheet();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String sheetName(Table table) {
        String name = table.number() + " " + table.name();
        return name.length() <= LONGEST_SHEET_NAME ? name : name.substring(0, LONGEST_SHEET_NAME);
    }

    private void sheet() {
        int heads = heading();
        int body = heads(heads);
        int notes = body(body);
        notes(notes);
        for (int column = 0; column <= lastColumn; column++) {
            boolean number = table.columns().get(column).alignment() == Table.Alignment.NUMBER;
            boolean narrow = table.columns().get(column).alignment() == Table.Alignment.CENTRED;
            sheet.width(column, number ? 14 : narrow ? 10 : 32);
        }
        sheet.freezePane(0, body);
        sheet.pageOrientation("landscape");
        sheet.repeatRows(heads, body - 1);
    }

    /** Title, then whose, which stage and which unit of money; returns the next free row. */
    private int heading() {
        merged(0, 0, 0, lastColumn, table.title());
        sheet.style(0, 0).bold().fontSize(16).horizontalAlignment("center").set();
        merged(
                1,
                0,
                1,
                lastColumn,
                table.measured()
                        ? table.scopeLine()
                        : table.scopeLine() + "　预算口径：" + table.basis().label());
        if (!table.unitLine()) {
            return 2;
        }
        merged(2, 0, 2, lastColumn, "单位：" + unit.label());
        sheet.style(2, 0).horizontalAlignment("right").set();
        return 3;
    }

    private int heads(int first) {
        List<List<HeadCell>> heads = table.head();
        for (int level = 0; level < heads.size(); level++) {
            for (HeadCell head : heads.get(level)) {
                int row = first + level;
                int bottom = row + head.rowspan() - 1;
                int right = head.column() + head.colspan() - 1;
                merged(row, head.column(), bottom, right, Table.text(head.text(), unit));
                sheet.range(row, head.column(), bottom, right)
                        .style()
                        .bold()
                        .horizontalAlignment("center")
                        .verticalAlignment("center")
                        .wrapText(true)
                        .fillColor("EEF2F7")
                        .borderStyle(BorderStyle.THIN)
                        .set();
            }
        }
        return first + heads.size();
    }

    private int body(int first) {
        int row = first;
        for (Table.Row line : table.rows()) {
            for (int column = 0; column <= lastColumn; column++) {
                cell(row, column, line.cells().get(column), line.kind());
            }
            row++;
        }
        return row;
    }

    private void cell(int row, int column, Table.Cell cell, Table.RowKind kind) {
        boolean strong = kind == Table.RowKind.TOTAL || kind == Table.RowKind.HEAD;
        switch (cell) {
            case Table.Cell.Money money -> {
                if (!Table.print(money, unit).isEmpty()) {
                    sheet.value(row, column, unit.number(money.amount()));
                }
                style(row, column, strong, "right");
            }
            case Table.Cell.Text text -> {
                int bottom = row + text.rowspan() - 1;
                int right = column + text.colspan() - 1;
                merged(row, column, bottom, right, Table.print(text, unit));
                style(row, column, strong, "left");
            }
            case Table.Cell.Covered ignored -> style(row, column, strong, "left");
        }
    }

    private void style(int row, int column, boolean strong, String alignment) {
        var style = sheet.style(row, column)
                .borderStyle(BorderStyle.THIN)
                .verticalAlignment("center")
                .wrapText(true);
        boolean number = alignment.equals("right");
        var aligned = number ? style.format(NUMBER).horizontalAlignment(alignment) : style;
        (strong ? aligned.bold() : aligned).set();
    }

    private void notes(int first) {
        int row = first;
        for (String note : table.notes()) {
            merged(row, 0, row, lastColumn, note);
            sheet.style(row, 0).wrapText(true).set();
            row++;
        }
    }

    private void merged(int top, int left, int bottom, int right, String text) {
        sheet.value(top, left, text);
        if (bottom > top || right > left) {
            sheet.range(top, left, bottom, right).merge();
        }
    }
}
