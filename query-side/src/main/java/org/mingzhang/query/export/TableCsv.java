package org.mingzhang.query.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.disclosure.Table;

/**
 * A table as CSV: UTF-8 with a byte order mark (spreadsheets guess wrongly without it), one line of head paths, then the
 * printed cells; lines end with CR LF (RFC 4180).
 */
public final class TableCsv {
    private TableCsv() {}

    public static byte[] write(Table table, AmountUnit unit) {
        StringBuilder out = new StringBuilder("\uFEFF");
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord(heads(table, unit));
            for (Table.Row row : table.rows()) {
                printer.printRecord(
                        row.cells().stream().map(cell -> cell(cell, unit)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> heads(Table table, AmountUnit unit) {
        return table.columns().stream()
                .map(column ->
                        column.path().isEmpty() ? column.key() : Table.text(String.join("/", column.path()), unit))
                .toList();
    }

    private static String cell(Table.Cell cell, AmountUnit unit) {
        String printed = Table.print(cell, unit);
        return switch (cell) {
            case Table.Cell.Money ignored -> printed;
            case Table.Cell.Text ignored -> SpreadsheetText.harmless(printed);
            case Table.Cell.Covered ignored -> printed;
        };
    }
}
