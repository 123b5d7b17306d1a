package org.mingzhang.command.intake.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XML made to harm whoever parses it, or to show the guard something else than the reader of the cells. */
class CraftedXmlTest {
    private static final String LAUGHS =
            "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                    + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><l>&c;</l>";
    private static final String OUTSIDE =
            "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><l>&a;</l>";

    private static List<String> parts() {
        return List.of(
                Parts.SHEET, Parts.STRINGS, Parts.TYPES, Parts.RELATIONSHIPS, "xl/workbook.xml", "customXml/item1.xml");
    }

    @ParameterizedTest
    @MethodSource("parts")
    void entities_that_grow_are_refused_in_every_part(String part) {
        assertThat(Reading.refused(Parts.plain().with(part, LAUGHS)).rule()).isEqualTo("book.entity");
    }

    @ParameterizedTest
    @MethodSource("parts")
    void entities_that_fetch_are_refused_in_every_part(String part) {
        assertThat(Reading.refused(Parts.plain().with(part, OUTSIDE)).rule()).isEqualTo("book.entity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE", "IBM037"})
    void xml_of_another_encoding_is_refused_whatever_the_part_is_called(String encoding) {
        Parts parts = Parts.plain().moved(Parts.SHEET, "xl/worksheets/sheet1.dat");
        byte[] sheet = parts.text("xl/worksheets/sheet1.dat")
                .replace("UTF-8", encoding)
                .getBytes(Charset.forName(encoding));

        assertThat(Reading.refused(parts.with("xl/worksheets/sheet1.dat", sheet))
                        .rule())
                .isEqualTo("book.encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\n", "  "})
    void a_declared_encoding_other_than_utf_8_is_refused_however_it_is_spaced(String space) {
        String declared = "<?xml" + space + "version=\"1.0\" encoding=\"ISO-8859-1\"?>";
        String sheet = Parts.plain().text(Parts.SHEET);

        assertThat(Reading.refused(Parts.plain().with(Parts.SHEET, declared + sheet.substring(sheet.indexOf("?>") + 2)))
                        .rule())
                .isEqualTo("book.encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"AAAAAA1\"><v>1</v></c>",
                "<c r=\"&#90;ZZZZZ1\"><v>1</v></c>",
                "<c x=' r=\"A1\"' r=\"ZZZZZZ1\"><v>1</v></c>",
                "<c x=\">\" r=\"ZZZZZZ1\"><v>1</v></c>",
                "<c\nr\n=\n'ZZZZZZ1'><v>1</v></c>"
            })
    void a_cell_millions_of_columns_to_the_right_is_refused_however_it_is_written(String cell) {
        assertThat(Reading.refused(Parts.ofCells(cell)).rule()).isIn("book.too-many-columns", "book.unreadable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"A1\" t=\"s\"><v>2147483000</v></c>",
                "<c r=\"A1\" t='s' ><v>2147483000</v></c>",
                "<c r=\"A1\" t=\"&#115;\"><v>2147483000</v></c>",
                "<c r=\"A1\" t=\"s\"><v>&#50;147483000</v></c>",
                "<c r=\"A1\" t=\"s\"><v>21474<b/>83000</v></c>",
                "<c r=\"A1\" t=\"s\"><v>２１４７４８３０００</v></c>",
                "<c r=\"A1\" t=\"s\"><v>1</v></c>",
                "<c r=\"A1\" t=\"s\"><v>-1</v></c>"
            })
    void a_shared_string_that_is_not_there_is_refused_and_not_waited_for(String cell) {
        assertThat(Reading.refused(Parts.ofCells(cell)).rule()).isEqualTo("book.unreadable");
    }

    @Test
    void more_shared_strings_than_a_budget_has_are_refused() {
        assertThat(Reading.refused(Parts.ofCells("<c r=\"A1\" t=\"s\"><v>3000001</v></c>")
                                .withStrings("<si/>".repeat(3_000_002))
                                .padded())
                        .rule())
                .isEqualTo("book.unreadable");
    }

    @Test
    void elements_within_elements_without_end_are_refused() {
        String deep = "<a>".repeat(2_000) + "</a>".repeat(2_000);

        assertThat(Reading.refused(Parts.plain().withSheet(deep + "<sheetData/>"))
                        .rule())
                .isEqualTo("book.unreadable");
    }

    @Test
    void masses_of_different_names_are_refused() {
        String many = IntStream.range(0, 20_000)
                .mapToObj(i -> "<n" + i + " m" + i + "=\"\"/>")
                .collect(Collectors.joining());

        assertThat(Reading.refused(Parts.plain().withSheet(many + "<sheetData/>"))
                        .rule())
                .isEqualTo("book.unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<row>", "<row></row>", "<c r=\"A1\"><c/>", "<c><row/>"})
    void a_row_does_not_begin_anew_within_a_row(String between) {
        String cells = ("<c/>".repeat(1_000) + between).repeat(30);

        assertThat(Reading.refused(Parts.ofCells(cells)).rule()).isIn("book.unreadable", "book.too-many-columns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<c/>", "<si>", "<row></row>", "<?pause ></si?>", "<!-- </si> -->", "<![CDATA[</si>]]>"})
    void a_text_without_end_is_refused_whatever_stands_in_it(String between) {
        String item = "<si>" + ("<t>" + "长".repeat(10_000) + "</t>" + between).repeat(20) + "</si>";

        assertThat(Reading.refused(Parts.plain().withStrings(item)).rule())
                .isIn("book.unreadable", "book.cell-too-long");
    }

    @Test
    void a_name_of_overlong_bytes_is_refused() {
        byte[] sheet =
                Parts.ofCells("<X r=\"ZZZZZZ1\"><v>1</v></X>").text(Parts.SHEET).getBytes(StandardCharsets.UTF_8);
        String latin = new String(sheet, StandardCharsets.ISO_8859_1).replace("X", "\u00c1\u00a3");

        assertThat(Reading.refused(Parts.plain().with(Parts.SHEET, latin.getBytes(StandardCharsets.ISO_8859_1)))
                        .rule())
                .isEqualTo("book.unreadable");
    }

    @Test
    void another_version_of_xml_is_refused() {
        String sheet = Parts.plain().text(Parts.SHEET).replace("version=\"1.0\"", "version=\"1.1\"");

        assertThat(Reading.refused(Parts.plain().with(Parts.SHEET, sheet)).rule())
                .isEqualTo("book.unreadable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<f t=\"array\" ref=\"A1\">1</f>",
                "<f t=\"&#97;rray\" ref=\"A1\">1</f>",
                "<f t=\"shared\" si=\"0\" ref=\"A1\">1</f>",
                "<f x='t=\"\"' t=\"array\" ref=\"A1\">1</f>"
            })
    void masses_of_formulas_that_must_be_kept_are_refused(String formula) {
        String row = "<row>" + ("<c>" + formula + "</c>").repeat(20) + "</row>";

        assertThat(Reading.refused(Parts.ofRows(row.repeat(3_000)).padded()).rule())
                .isEqualTo("book.unreadable");
    }

    @Test
    void a_long_formula_repeated_by_reference_is_kept_short() {
        String rows = "<row><c r=\"A1\"><f t=\"shared\" ref=\"A1:A9\" si=\"0\">" + "A1+".repeat(1_500)
                + "A1</f></c></row>" + "<row><c><f t=\"shared\" si=\"0\"/></c></row>".repeat(5_000);

        RawBook book = Reading.book(Parts.ofRows(rows).padded().bytes());

        assertThat(book.sheets().getFirst().rows())
                .hasSize(5_001)
                .allSatisfy(row -> assertThat(row.cells().getFirst().text()).hasSizeLessThan(300));
    }

    @Test
    void more_sheets_than_any_workbook_has_are_refused() {
        Parts parts = Parts.plain();
        String sheet = "<sheet name=\"支出\" sheetId=\"1\" r:id=\"rId1\"/>";
        String workbook = parts.text("xl/workbook.xml").replace(sheet, sheet.repeat(3_000));

        assertThat(Reading.refused(parts.with("xl/workbook.xml", workbook)).rule())
                .isEqualTo("book.unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<xf/>", "<numFmt numFmtId=\"200\" formatCode=\"0\"/>"})
    void more_formats_than_any_workbook_has_are_refused(String format) {
        String formats = "<styleSheet><cellXfs>" + format.repeat(140_001) + "</cellXfs></styleSheet>";

        assertThat(Reading.refused(Parts.plain().padded().with(Parts.STYLES, formats))
                        .rule())
                .isEqualTo("book.unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "\\", "&quot;"})
    void a_format_that_would_be_searched_for_ever_is_refused(String mark) {
        assertThat(Reading.refused(Parts.ofFormat(mark.repeat(60_000 / mark.length())))
                        .rule())
                .isEqualTo("book.unreadable");
    }
}
