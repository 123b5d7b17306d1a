package org.mingzhang.command.intake.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookReadingTest {
    @Test
    void cells_are_read_with_their_kinds() throws IOException {
        RawBook book = written(sheet -> {
            sheet.value(0, 0, "单位");
            sheet.value(0, 1, 12.5);
            sheet.value(0, 3, true);
            sheet.value(0, 4, false);
            sheet.formula(0, 5, "SUM(B1:B1)");
            sheet.inlineString(0, 6, "就地");
            sheet.value(0, 7, "  ");
        });

        assertThat(book.sheets().getFirst().rows().getFirst())
                .isEqualTo(new RawRow(
                        1,
                        List.of(
                                text("单位"),
                                number("12.5"),
                                RawCell.EMPTY,
                                truth("是"),
                                truth("否"),
                                new RawCell(RawCell.Kind.FORMULA, "=SUM(B1:B1)"),
                                text("就地"))));
    }

    @ParameterizedTest
    @CsvSource({
        "1.1000000000000001,1.1",
        "0.30000000000000004,0.3",
        "1E3,1000",
        "1.5E-3,0.0015",
        "-0,0",
        "0E999999999,0",
        "-12.340,-12.34",
        "1.2345678901234501E+19,12345678901234500000",
        "9007199254740993,9007199254740990"
    })
    void numbers_are_plain_with_the_fifteen_digits_that_a_spreadsheet_keeps(String stored, String read) {
        assertThat(Reading.cells(Parts.ofCells("<c r=\"A1\"><v>" + stored + "</v></c>")))
                .containsExactly(number(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-INF", "1E999999999", "1E-999999999", "0x1F", "1,5", "1 2", "--1"})
    void a_number_that_is_none_is_a_fault_of_its_cell(String stored) {
        assertThat(Reading.cells(Parts.ofCells("<c r=\"A1\"><v>" + stored + "</v></c>")))
                .containsExactly(new RawCell(RawCell.Kind.FAULT, stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#N/A", "#REF!", "#DIV/0!"})
    void an_error_is_a_fault_of_its_cell(String error) {
        assertThat(Reading.cells(Parts.ofCells("<c r=\"A1\" t=\"e\"><v>" + error + "</v></c>")))
                .containsExactly(new RawCell(RawCell.Kind.FAULT, error));
    }

    @Test
    void a_formula_is_a_formula_whatever_value_was_stored_with_it() {
        assertThat(Reading.cells(Parts.ofCells("<c r=\"A1\"><f>1+1</f><v>2</v></c>"
                        + "<c r=\"B1\" t=\"str\"><f>\"x\"</f><v>x</v></c>"
                        + "<c r=\"C1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
                        + "<c r=\"D1\" t=\"b\"><f>1=1</f><v>1</v></c>"
                        + "<c r=\"E1\"><f t=\"shared\" ref=\"E1:F1\" si=\"0\">A1</f><v>2</v></c>"
                        + "<c r=\"F1\"><f t=\"shared\" si=\"0\"/><v>2</v></c>"
                        + "<c r=\"G1\"><f t=\"array\" ref=\"G1:H1\">A1:B1</f><v>2</v></c>"
                        + "<c r=\"H1\"><v>2</v></c>")))
                .allSatisfy(cell -> assertThat(cell.kind()).isEqualTo(RawCell.Kind.FORMULA))
                .extracting(RawCell::text)
                .containsExactly("=1+1", "=\"x\"", "=1/0", "=1=1", "=A1", "=B1", "=A1:B1", "=A1:B1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<f>1+1</f>", "<f/>", "<f>1+1</f><v>0</v>"})
    void a_formula_is_never_taken_for_a_shared_string(String inside) {
        Parts parts = Parts.ofCells("<c r=\"A1\" t=\"s\">" + inside + "</c><c r=\"B1\"><v>1</v></c>");

        assertThat(Reading.refused(parts).rule()).isEqualTo("book.unreadable");
    }

    @Test
    void cells_without_a_value_are_empty() {
        assertThat(Reading.cells(Parts.ofCells("<c r=\"A1\" s=\"1\"/><c r=\"B1\" t=\"b\"/><c r=\"C1\" t=\"b\"><v/></c>"
                        + "<c r=\"D1\" t=\"s\"/><c r=\"E1\" t=\"inlineStr\"/><c r=\"F1\" t=\"str\"><v></v></c>"
                        + "<c r=\"G1\"><v></v></c><c r=\"H1\" t=\"str\"><v>x</v></c>")))
                .containsExactly(
                        RawCell.EMPTY,
                        RawCell.EMPTY,
                        RawCell.EMPTY,
                        RawCell.EMPTY,
                        RawCell.EMPTY,
                        RawCell.EMPTY,
                        RawCell.EMPTY,
                        text("x"));
    }

    @Test
    void a_text_of_several_styles_is_read_whole_and_without_its_reading_aid() {
        Parts parts = Parts.ofCells("<c r=\"A1\" t=\"s\"><v>1</v></c>")
                .withStrings("<si><t>别的</t></si><si><r><rPr><b/></rPr><t xml:space=\"preserve\">办公 </t></r>"
                        + "<r><t>费 &amp; &lt;其他&gt;</t></r><rPh sb=\"0\" eb=\"1\"><t>bangong</t></rPh></si>");

        assertThat(Reading.cells(parts)).containsExactly(text("办公 费 & <其他>"));
    }

    @Test
    void a_text_is_found_whatever_prefix_the_writer_uses() {
        Parts parts = Parts.plain()
                .with(
                        Parts.SHEET,
                        "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData>"
                                + "<x:row r='3'><x:c r='B3' t='s'><x:v>0</x:v></x:c></x:row></x:sheetData>"
                                + "<x:mergeCells><x:mergeCell ref='B3:C4'/></x:mergeCells></x:worksheet>");

        RawSheet sheet = Reading.book(parts.bytes()).sheets().getFirst();

        assertThat(sheet.rows()).containsExactly(new RawRow(3, List.of(RawCell.EMPTY, text("甲"))));
        assertThat(sheet.merged()).containsExactly("B3:C4");
    }

    @Test
    void merged_ranges_stay_with_their_sheet() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet plain = workbook.newWorksheet("单位");
            plain.value(0, 0, "x");
            Worksheet merged = workbook.newWorksheet("支出");
            merged.value(0, 0, "x");
            merged.range(0, 0, 1, 1).merge();
            merged.range(4, 2, 4, 3).merge();
        }

        assertThat(Reading.book(bytes.toByteArray()).sheets())
                .extracting(RawSheet::merged)
                .satisfiesExactly(
                        none -> assertThat(none).isEmpty(),
                        both -> assertThat(both).containsExactlyInAnyOrder("A1:B2", "C5:D5"));
    }

    @Test
    void hidden_sheets_and_rows_are_read_like_others() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            workbook.newWorksheet("看得见").value(0, 0, "x");
            Worksheet hidden = workbook.newWorksheet("看不见");
            hidden.setVisibilityState(VisibilityState.VERY_HIDDEN);
            hidden.value(1, 0, "y");
            hidden.hideRow(1);
        }

        assertThat(Reading.book(bytes.toByteArray()).sheets().getLast())
                .isEqualTo(new RawSheet("看不见", List.of(new RawRow(2, List.of(text("y")))), List.of()));
    }

    @Test
    void rows_have_the_numbers_that_the_spreadsheet_shows() {
        RawBook book = Reading.book(Parts.ofRows("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"3\"/>"
                        + "<row r=\"7\"><c r=\"A7\"><v>2</v></c></row><row><c><v>3</v></c></row>")
                .bytes());

        assertThat(book.sheets().getFirst().rows()).extracting(RawRow::number).containsExactly(2, 7, 8);
    }

    @Test
    void rows_without_numbers_are_counted() {
        RawBook book =
                Reading.book(Parts.ofRows("<row><c><v>1</v></c></row><row/><row><c><v>3</v></c><c><v>4</v></c></row>")
                        .bytes());

        assertThat(book.sheets().getFirst().rows())
                .containsExactly(new RawRow(1, List.of(number("1"))), new RawRow(3, List.of(number("3"), number("4"))));
    }

    @Test
    void a_workbook_with_twenty_thousand_formulas_in_its_calculation_order_is_read() {
        StringBuilder order = new StringBuilder("<calcChain>");
        for (int i = 1; i <= 25_000; i++) {
            order.append("<c r=\"B").append(i).append("\" i=\"1\"/>");
        }
        Parts parts = Parts.plain().padded().with("xl/calcChain.xml", order + "</calcChain>");

        assertThat(Reading.book(parts.bytes()).sheets()).hasSize(1);
    }

    @Test
    void remarks_in_custom_parts_do_not_matter() {
        Parts parts = Parts.plain()
                .with(
                        "customXml/item1.xml",
                        "<?xml version=\"1.0\"?><?mso-contentType?><!-- <row> --><a><![CDATA[<c r=\"]]></a>");

        assertThat(Reading.cells(parts)).containsExactly(number("1"));
    }

    @Test
    void twenty_thousand_rows_are_read_as_they_were_written() throws IOException {
        List<RawRow> expected = new ArrayList<>();
        RawBook book = written(sheet -> {
            for (int row = 0; row < 20_000; row++) {
                String key = UUID.nameUUIDFromBytes(new byte[] {(byte) row, (byte) (row >> 8)})
                        .toString();
                sheet.value(row, 0, key);
                sheet.value(row, 1, "单位" + row % 40);
                sheet.value(row, 2, row + 0.25);
                expected.add(new RawRow(row + 1, List.of(text(key), text("单位" + row % 40), number(row + ".25"))));
            }
        });

        assertThat(book.sheets().getFirst().rows()).isEqualTo(expected);
    }

    @Test
    void progress_is_told_row_by_row() {
        List<Long> told = new ArrayList<>();
        byte[] bytes = Parts.ofRows("<row><c><v>1</v></c></row>".repeat(3)).bytes();

        new BookReader(Limits.usual()).read(List.of(new UploadedFile("a.xlsx", bytes)), told::add);

        assertThat(told).containsExactly(1L, 2L, 3L);
    }

    @FunctionalInterface
    private interface Filling {
        void of(Worksheet sheet);
    }

    private static RawBook written(Filling filling) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            filling.of(workbook.newWorksheet("支出"));
        }
        return Reading.book(bytes.toByteArray());
    }

    private static RawCell text(String text) {
        return new RawCell(RawCell.Kind.TEXT, text);
    }

    private static RawCell number(String text) {
        return new RawCell(RawCell.Kind.NUMBER, text);
    }

    private static RawCell truth(String text) {
        return new RawCell(RawCell.Kind.TRUTH, text);
    }
}
