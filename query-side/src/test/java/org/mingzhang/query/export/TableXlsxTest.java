package org.mingzhang.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.disclosure.HeadCell;
import org.mingzhang.query.disclosure.Table;

class TableXlsxTest {
    @TempDir
    Path folder;

    @Test
    void every_cell_reads_back_and_amounts_are_numbers_in_the_unit_asked_for() throws IOException {
        int numbers = 0;
        for (Table table : ExportedTables.all()) {
            for (AmountUnit unit : AmountUnit.values()) {
                List<Row> rows = rows(TableXlsx.write(table, unit), 0);
                int body = (table.unitLine() ? 3 : 2) + table.head().size();
                for (int i = 0; i < table.rows().size(); i++) {
                    numbers += compare(rows.get(body + i), table.rows().get(i), unit);
                }
            }
        }
        assertThat(numbers).isGreaterThan(800);
    }

    @Test
    void an_amount_that_the_unit_rounds_to_nil_is_blank_as_in_print() throws IOException {
        Table table = ExportedTables.oneRow("很少", new Amount(4_999));
        assertThat(amountCell(table, AmountUnit.WAN_YUAN)).isEmpty();
        assertThat(amountCell(table, AmountUnit.YUAN)).isEqualTo("49.99");
    }

    private static String amountCell(Table table, AmountUnit unit) throws IOException {
        int body = (table.unitLine() ? 3 : 2) + table.head().size();
        return rows(TableXlsx.write(table, unit), 0).get(body).getCellText(1);
    }

    @Test
    void title_stage_unit_and_notes_stand_around_the_table() throws IOException {
        List<Row> rows = rows(TableXlsx.write(ExportedTables.sample(5), AmountUnit.WAN_YUAN), 0);
        assertThat(rows.get(0).getCellText(0)).isEqualTo("2025年一般公共预算支出情况表");
        assertThat(rows.get(1).getCellText(0)).isEqualTo("部门名称：市人民政府办公室　预算口径：年初预算");
        assertThat(rows.get(2).getCellText(0)).isEqualTo("单位：万元");
        assertThat(rows.getLast().getCellText(0)).isEqualTo("备注：本表仅含当年财政拨款安排的支出");
    }

    @Test
    void heads_are_merged_as_the_model_says() throws IOException {
        Table table = ExportedTables.sample(3);
        String xml = part(TableXlsx.write(table, AmountUnit.WAN_YUAN), "xl/worksheets/sheet1.xml");
        for (int level = 0; level < table.head().size(); level++) {
            for (HeadCell head : table.head().get(level)) {
                if (head.colspan() * head.rowspan() > 1) {
                    String from = cell(3 + level, head.column());
                    String to = cell(3 + level + head.rowspan() - 1, head.column() + head.colspan() - 1);
                    assertThat(xml).contains("ref=\"" + from + ":" + to + "\"");
                }
            }
        }
        assertThat(xml).contains("ref=\"G4:K4\"").contains("ref=\"D4:D6\"");
    }

    @Test
    void amounts_carry_the_format_of_the_printed_table() throws IOException {
        byte[] xlsx = TableXlsx.write(ExportedTables.sample(3), AmountUnit.WAN_YUAN);
        assertThat(part(xlsx, "xl/styles.xml")).contains("#,##0.00");
    }

    @Test
    void a_text_never_becomes_a_formula() throws IOException {
        byte[] xlsx = TableXlsx.write(ExportedTables.oneRow("=HYPERLINK(\"x\")", Amount.ofYuan(1)), AmountUnit.YUAN);
        Cell cell = rows(xlsx, 0).get(4).getCell(0);
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.getText()).isEqualTo("=HYPERLINK(\"x\")");
    }

    @Test
    void one_workbook_can_hold_all_twelve() throws IOException {
        byte[] xlsx = TableXlsx.write(ExportedTables.all(), AmountUnit.WAN_YUAN);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName()))
                    .hasSize(12)
                    .contains("3 部门支出总体情况表");
        }
    }

    private static int compare(Row read, Table.Row row, AmountUnit unit) {
        int numbers = 0;
        for (int i = 0; i < row.cells().size(); i++) {
            if (row.cells().get(i) instanceof Table.Cell.Money money
                    && !money.amount().isZero()) {
                assertThat(read.getCell(i).getType()).isEqualTo(CellType.NUMBER);
                assertThat(read.getCellAsNumber(i).orElseThrow()).isEqualByComparingTo(unit.number(money.amount()));
                numbers++;
            } else {
                String shown = i < read.getCellCount() ? read.getCellText(i) : "";
                assertThat(shown).isEqualTo(Table.print(row.cells().get(i), unit));
            }
        }
        return numbers;
    }

    private static List<Row> rows(byte[] xlsx, int sheet) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            return workbook.getSheet(sheet).orElseThrow().read();
        }
    }

    private String part(byte[] xlsx, String name) throws IOException {
        Path file = Files.write(folder.resolve("table.xlsx"), xlsx);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String cell(int row, int column) {
        return (char) ('A' + column) + Integer.toString(row + 1);
    }
}
