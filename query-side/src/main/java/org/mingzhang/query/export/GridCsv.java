package org.mingzhang.query.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.mingzhang.kernel.value.AmountUnit;

/** A grid as CSV in the manner of {@link TableCsv}: byte order mark, CR LF, texts that cannot become formulas. */
final class GridCsv {
    private final UnaryOperator<String> words;

    /** @param words for the keys of heads and cells */
    GridCsv(UnaryOperator<String> words) {
        this.words = words;
    }

    <R> void write(OutputStream out, GridFile<R> file) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(file.grid().columns().stream()
                .map(column -> words.apply(column.head()))
                .toList());
        printer.flush(); // the head is there at once, however long the first row takes
        for (R row : file.rows()) {
            for (GridColumn<R> column : file.grid().columns()) {
                printer.print(printed(column.cell().apply(row)));
            }
            printer.println();
        }
        printer.flush();
    }

    private String printed(GridCell cell) {
        return switch (cell) {
            case GridCell.Text(String text) -> SpreadsheetText.harmless(text);
            case GridCell.Words(String key) -> words.apply(key);
            case GridCell.AllWords all -> all.said(words);
            case GridCell.Money money -> AmountUnit.YUAN.plain(money.amount());
            case GridCell.Count count -> Long.toString(count.number());
            case GridCell.Day day -> day.day().toString();
        };
    }
}
