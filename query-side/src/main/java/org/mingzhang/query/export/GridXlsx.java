package org.mingzhang.query.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.mingzhang.kernel.value.AmountUnit;

/** A grid as a workbook of one sheet: heads that stay in sight, amounts as numbers in 元, codes as texts. */
final class GridXlsx {
    private static final String MONEY = "#,##0.00";
    private static final String DAY = "yyyy-mm-dd";
    private static final String TEXT = "@";

    /** So many rows are kept before they go out. */
    private static final int TOGETHER = 500;

    /** The most that a sheet takes, its head among them. */
    private static final int MOST_ROWS = 1_048_576;

    /** The most that a cell takes. */
    private static final int LONGEST_TEXT = 32_767;

    private final UnaryOperator<String> words;
    private final int mostRows;

    /** @param words for the keys of heads and cells */
    GridXlsx(UnaryOperator<String> words) {
        this(words, MOST_ROWS);
    }

    GridXlsx(UnaryOperator<String> words, int mostRows) {
        this.words = words;
        this.mostRows = mostRows;
    }

    /** Closed only when all rows are in it: what breaks off before must not look like a whole workbook. */
    <R> void write(OutputStream out, GridFile<R> file) throws IOException {
        Workbook workbook = new Workbook(out, "Mingzhang", "1.0");
        Iterator<R> rows = file.rows().iterator();
        int number = 1;
        do {
            sheet(workbook, number, file.grid(), rows);
            number++;
        } while (rows.hasNext());
        workbook.close();
    }

    /** As many rows as a sheet takes; the next one goes on. */
    private <R> void sheet(Workbook workbook, int number, Grid<R> grid, Iterator<R> rows) throws IOException {
        String name = words.apply(grid.name());
        Worksheet sheet = workbook.newWorksheet(number == 1 ? name : name + " " + number);
        List<GridColumn<R>> columns = grid.columns();
        sheet.freezePane(0, 1);
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, columns.get(column).width());
            sheet.inlineString(0, column, words.apply(columns.get(column).head()));
            sheet.style(0, column).bold().fillColor("EEF2F7").set();
        }
        sheet.flush(); // the head is there at once, however long the first row takes
        for (int row = 1; row < mostRows && rows.hasNext(); row++) {
            R one = rows.next();
            for (int column = 0; column < columns.size(); column++) {
                cell(sheet, row, column, columns.get(column).cell().apply(one));
            }
            if (row % TOGETHER == 0) {
                sheet.flush();
            }
        }
        sheet.finish();
    }

    private void cell(Worksheet sheet, int row, int column, GridCell cell) {
        switch (cell) {
            case GridCell.Text(String text) -> {
                sheet.inlineString(row, column, text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT));
                // A code that somebody edits in the sheet stays a text.
                sheet.style(row, column).format(TEXT).set();
            }
            case GridCell.Words(String key) -> sheet.inlineString(row, column, words.apply(key));
            case GridCell.AllWords all -> sheet.inlineString(row, column, all.said(words));
            case GridCell.Money money -> {
                sheet.value(row, column, AmountUnit.YUAN.number(money.amount()));
                sheet.style(row, column).format(MONEY).set();
            }
            case GridCell.Count count -> sheet.value(row, column, count.number());
            case GridCell.Day day -> {
                sheet.value(row, column, day.day());
                sheet.style(row, column).format(DAY).set();
            }
        }
    }
}
