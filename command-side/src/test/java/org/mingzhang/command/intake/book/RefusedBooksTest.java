package org.mingzhang.command.intake.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedBooksTest {
    @ParameterizedTest
    @CsvSource({
        "xl/vbaProject.bin,book.macros",
        "XL/VBAPROJECT.BIN,book.macros",
        "xl/macrosheets/sheet1.xml,book.macros",
        "xl/externalLinks/externalLink1.xml,book.external-reference",
        "xl/connections.xml,book.external-reference",
        "xl/queryTables/queryTable1.xml,book.external-reference",
        "xl/embeddings/oleObject1.bin,book.embedded-object",
        "embeddings/oleObject1.bin,book.embedded-object",
        "xl/activeX/activeX1.xml,book.embedded-object",
        "xl/ctrlProps/ctrlProp1.xml,book.embedded-object",
        "../../etc/cron.d/x,book.unreadable",
        "XL/worksheets/SHEET1.xml,book.unreadable"
    })
    void a_part_that_a_budget_needs_not_is_refused(String part, String rule) {
        UnreadableBook why = Reading.refused(Parts.plain().with(part, "<a/>"));

        assertThat(why.rule()).isEqualTo(rule);
        assertThat(why.text()).isEqualTo(part);
    }

    @Test
    void an_old_workbook_is_refused_with_advice_of_its_own() {
        byte[] old = Arrays.copyOf(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, 4096);

        assertThat(Reading.refused(old).rule()).isEqualTo("book.old-format");
    }

    @Test
    void nothing_is_refused() {
        assertThat(Reading.refused(new byte[0]).rule()).isEqualTo("book.empty");
        assertThat(Reading.refused(Limits.usual()).rule()).isEqualTo("book.empty");
        assertThat(Reading.refused(Parts.ofRows("")).rule()).isEqualTo("book.empty");
        assertThat(Reading.refused(Parts.ofCells("<c><v> </v></c>").withRows("<row/>"))
                        .rule())
                .isEqualTo("book.empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {Parts.TYPES, "xl/workbook.xml", Parts.RELATIONSHIPS, Parts.SHEET})
    void a_workbook_without_one_of_its_parts_is_refused(String part) {
        assertThat(Reading.refused(Parts.plain().without(part)).rule()).isIn("book.unreadable", "book.no-sheet");
    }

    @Test
    void texts_that_are_nowhere_are_not_read_as_blanks() {
        assertThat(Reading.refused(Parts.ofCells("<c t=\"s\"><v>0</v></c><c><v>1</v></c>")
                                .without(Parts.STRINGS))
                        .rule())
                .isEqualTo("book.unreadable");
        assertThat(Reading.refused(Parts.ofCells("<c t=\"s\"><v>0</v></c><c><v>1</v></c>")
                                .moved(Parts.STRINGS, "xl/lost.xml")
                                .with(Parts.TYPES, "<Types/>"))
                        .rule())
                .isEqualTo("book.unreadable");
    }

    @Test
    void days_are_not_read_as_amounts_because_their_formats_are_lost() {
        assertThat(Reading.cells(Parts.ofFormat("yyyy-mm-dd")))
                .containsExactly(new RawCell(RawCell.Kind.TEXT, "2025-01-01"));
        assertThat(Reading.refused(Parts.ofFormat("yyyy-mm-dd")
                                .moved(Parts.STYLES, "xl/lost.xml")
                                .with(Parts.TYPES, "<Types/>"))
                        .rule())
                .isEqualTo("book.unreadable");
        assertThat(Reading.refused(Parts.ofFormat("yyyy-mm-dd").with(Parts.STYLES, "<styleSheet><cellXfs><xf/>"))
                        .rule())
                .isEqualTo("book.unreadable");
    }

    @Test
    void what_is_called_a_workbook_and_is_none_is_not_read_as_text() {
        byte[] page = "<html><table><tr><td>2025-01</td></tr></table>".getBytes(StandardCharsets.UTF_8);

        for (String name : List.of("报表.xlsx", "报表.XLS", "报表.pdf", "a.exe")) {
            UnreadableBook why = Reading.refused(Limits.usual(), new UploadedFile(name, page));
            assertThat(why.rule()).isEqualTo("book.unreadable");
            assertThat(why.text()).isEqualTo(name);
        }
        for (String name : List.of("执行.csv", "执行.TXT", "执行")) {
            UploadedFile text = new UploadedFile(name, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
            assertThat(Reading.read(Limits.usual(), text).sheets()).hasSize(1);
        }
    }

    @Test
    void more_bytes_than_the_limit_are_refused_also_in_several_files() {
        UploadedFile half = new UploadedFile("a.csv", new byte[600]);

        UnreadableBook why = Reading.refused(Reading.fileBytes(1_000), half, half);

        assertThat(why.rule()).isEqualTo("book.too-large");
    }

    @Test
    void more_rows_than_the_limit_are_refused_over_all_files() {
        UploadedFile two = new UploadedFile("a.csv", "1\n2\n".getBytes(StandardCharsets.UTF_8));

        assertThat(Reading.read(Reading.rows(4), two, two).sheets()).hasSize(2);
        assertThat(Reading.refused(Reading.rows(3), two, two).rule()).isEqualTo("book.too-many-rows");
        assertThat(Reading.refused(
                                Reading.rows(3),
                                new UploadedFile(
                                        "a.xlsx",
                                        Parts.ofRows("<row><c><v>1</v></c></row>".repeat(4))
                                                .bytes()))
                        .rule())
                .isEqualTo("book.too-many-rows");
    }

    @Test
    void a_cell_right_of_the_last_column_is_refused_and_an_empty_one_is_not() {
        assertThat(Reading.cells(Parts.ofCells("<c r=\"CV1\"><v>1</v></c><c r=\"ZZ1\" s=\"3\"/>")))
                .hasSize(100);
        assertThat(Reading.refused(Parts.ofCells("<c r=\"CW1\"><v>1</v></c>")).rule())
                .isEqualTo("book.too-many-columns");
        assertThat(Reading.refused(Parts.ofCells("<c><v>1</v></c>".repeat(20_001)))
                        .rule())
                .isEqualTo("book.too-many-columns");
    }

    @Test
    void a_text_of_just_the_longest_is_read_and_a_longer_one_refused() {
        assertThat(Reading.cells(inline(10_000)).getFirst().text()).hasSize(10_000);
        assertThat(Reading.refused(inline(10_001)).rule()).isEqualTo("book.cell-too-long");
        assertThat(Reading.refused(inline(1_000_000)).rule()).isEqualTo("book.cell-too-long");
        assertThat(Reading.refused(Parts.ofCells("<c t=\"s\"><v>0</v></c>")
                                .withStrings("<si><t>" + "长".repeat(10_001) + "</t></si>"))
                        .rule())
                .isEqualTo("book.cell-too-long");
        assertThat(Reading.refused(Parts.ofCells("<c><v>" + "1".repeat(10_001) + "</v></c>"))
                        .rule())
                .isEqualTo("book.cell-too-long");
    }

    @Test
    void more_cells_than_any_budget_has_are_refused() {
        String row = "<row>" + "<c><v>1</v></c>".repeat(90) + "</row>";
        Parts parts = Parts.ofRows(row.repeat(34_000)).padded();

        assertThat(Reading.refused(parts).rule()).isEqualTo("book.too-many-cells");
    }

    @Test
    void a_reading_that_takes_too_long_is_stopped() {
        assertThat(Reading.refused(
                                Reading.time(Duration.ZERO),
                                new UploadedFile("a.xlsx", Parts.plain().bytes()))
                        .rule())
                .isEqualTo("book.too-slow");
        assertThat(Reading.refused(
                                Reading.time(Duration.ZERO),
                                new UploadedFile("a.csv", "1\n".getBytes(StandardCharsets.UTF_8)))
                        .rule())
                .isEqualTo("book.too-slow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"3\"><c><v>1</v></c></row><row r=\"3\"><c><v>2</v></c></row>",
                "<row r=\"3\"><c><v>1</v></c></row><row r=\"2\"><c><v>2</v></c></row>",
                "<row r=\"1048577\"><c><v>1</v></c></row>",
                "<row r=\"-1\"><c><v>1</v></c></row>",
                "<row r=\"99999999999\"><c><v>1</v></c></row>",
                "<row r=\"x\"><c><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
                "<row r=\"1\"><c r=\"1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A\"><v>1</v></c></row>",
                "<row r=\"1\"><c t=\"zz\"><v>1</v></c></row>",
                "<row r=\"1\"><c t=\"s\" t=\"n\"><v>1</v></c></row>",
                "<row r=\"1\"><c><f t=\"shared\" si=\"7\"/></c></row>",
                "<row r=\"1\"><c><v>&undefined;</v></c></row>",
                "<row r=\"1\"><c><v>1</v></row>",
                "<row r=\"1\"><c><v>1</v></c>"
            })
    void what_no_spreadsheet_writes_is_refused_and_not_guessed_at(String rows) {
        assertThat(Reading.refused(Parts.ofRows(rows)).rule()).isEqualTo("book.unreadable");
    }

    private static Parts inline(int length) {
        return Parts.ofCells("<c t=\"inlineStr\"><is><t>" + "长".repeat(length) + "</t></is></c>");
    }
}
