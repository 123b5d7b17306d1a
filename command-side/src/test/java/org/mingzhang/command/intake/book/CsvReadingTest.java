package org.mingzhang.command.intake.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK"})
    void utf_8_and_what_chinese_spreadsheets_write_are_read_alike(String charset) {
        RawSheet sheet = sheet("单位名称,金额\n三门峡市财政局,12.30\n".getBytes(Charset.forName(charset)));

        assertThat(sheet.name()).isEqualTo("支出");
        assertThat(texts(sheet)).containsExactly(List.of("单位名称", "金额"), List.of("三门峡市财政局", "12.30"));
    }

    @Test
    void a_mark_of_utf_8_is_not_part_of_the_first_head() {
        assertThat(texts(sheet("\ufeff金额\n1".getBytes(StandardCharsets.UTF_8))))
                .containsExactly(List.of("金额"), List.of("1"));
    }

    @Test
    void bytes_of_two_encodings_are_refused() throws IOException {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.write("单位\n".getBytes(StandardCharsets.UTF_8));
        mixed.write(new byte[] {(byte) 0xb2, (byte) 0xff, '\n'});

        assertThat(refused(mixed.toByteArray()).rule()).isEqualTo("book.encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void utf_16_is_refused(String charset) {
        assertThat(refused("行号,金额\n1,2\n".getBytes(Charset.forName(charset))).rule())
                .isIn("book.encoding", "book.unreadable");
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);

        assertThat(refused(noise).rule()).isIn("book.encoding", "book.unreadable");
        assertThat(refused("a,b\n1,\0\n".getBytes(StandardCharsets.UTF_8)).rule())
                .isEqualTo("book.unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void the_separator_is_the_one_that_the_first_line_has_most_of(String separator) {
        RawSheet sheet = sheet(utf8("a" + separator + "b" + separator + "c\n1" + separator + "2" + separator + "3\n"));

        assertThat(texts(sheet)).containsExactly(List.of("a", "b", "c"), List.of("1", "2", "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void a_row_has_the_number_of_its_first_line(String end) {
        String text = String.join(end, "a,b", "", ",", "1,\"甲", "乙\"", "2,丙", "", "", "3,丁");

        assertThat(sheet(utf8(text)).rows()).extracting(RawRow::number).containsExactly(1, 4, 6, 9);
    }

    @Test
    void quoted_texts_keep_separators_quotation_marks_and_new_lines() {
        assertThat(texts(sheet(utf8("a,b\n\"x,\"\"y\"\"\nz\",5\" tube\n"))))
                .containsExactly(List.of("a", "b"), List.of("x,\"y\"\nz", "5\" tube"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n\"b", "a\n\"b\"c,d\n"})
    void a_quotation_mark_without_its_pair_is_refused_with_its_line(String text) {
        assertThat(refused(utf8(text)).rule()).isEqualTo("book.csv");
        assertThat(refused(utf8(text)).text()).isEqualTo("支出.csv 2");
    }

    @Test
    void everything_is_text_as_it_is_written() {
        RawSheet sheet = sheet(utf8("=1+1,0012,1E5,TRUE\n"));

        assertThat(sheet.rows().getFirst().cells()).extracting(RawCell::kind).containsOnly(RawCell.Kind.TEXT);
        assertThat(texts(sheet)).containsExactly(List.of("=1+1", "0012", "1E5", "TRUE"));
    }

    @Test
    void blank_columns_to_the_right_do_not_count() {
        assertThat(texts(sheet(utf8("a,b" + ",".repeat(500) + "\n")))).containsExactly(List.of("a", "b"));
        assertThat(refused(utf8(",".repeat(100) + "a\n")).rule()).isEqualTo("book.too-many-columns");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "a\",", "\"\","})
    void a_record_of_millions_of_texts_is_refused(String text) {
        assertThat(refused(utf8(text.repeat(50_000_000 / text.length()))).rule())
                .isIn("book.too-many-columns", "book.cell-too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\""})
    void a_text_without_end_is_refused(String begin) {
        assertThat(refused(utf8(begin + "a,\n".repeat(2) + "b".repeat(40_000_000)))
                        .rule())
                .isEqualTo("book.cell-too-long");
    }

    @Test
    void a_text_of_just_the_longest_is_read_also_with_doubled_marks() {
        String longest = "\"".repeat(10_000);

        assertThat(texts(sheet(utf8("\"" + "\"\"".repeat(10_000) + "\"")))).containsExactly(List.of(longest));
        assertThat(refused(utf8("\"" + "\"\"".repeat(10_001) + "\"")).rule()).isEqualTo("book.cell-too-long");
    }

    @Test
    void several_files_are_sheets_of_one_book() {
        RawBook book = Reading.read(
                Limits.usual(),
                new UploadedFile("C:\\数据\\单位.csv", utf8("a\n")),
                new UploadedFile("支出.2025.csv", utf8("b\n")),
                new UploadedFile("空.csv", new byte[0]));

        assertThat(book.sheets()).extracting(RawSheet::name).containsExactly("单位", "支出.2025");
    }

    @Test
    void a_zip_of_csv_is_read_with_names_as_a_chinese_windows_writes_them() throws IOException {
        for (Charset names : List.of(StandardCharsets.UTF_8, GB18030)) {
            byte[] zip = zip(names, List.of("预算/支出.csv", "预算/单位.CSV", "说明.txt", "__MACOSX/._支出.csv"));

            assertThat(Reading.book(zip).sheets()).extracting(RawSheet::name).containsExactly("支出", "单位");
        }
    }

    @Test
    void a_zip_without_csv_is_refused() throws IOException {
        assertThat(Reading.refused(zip(StandardCharsets.UTF_8, List.of("说明.txt")))
                        .rule())
                .isEqualTo("book.no-sheet");
    }

    @Test
    void twenty_thousand_rows_are_read_in_order() {
        String text = IntStream.rangeClosed(1, 20_000)
                .mapToObj(i -> "\"" + i + "\",单位" + i % 50 + "," + i + ".5\n")
                .collect(Collectors.joining());

        RawSheet sheet = sheet(text.getBytes(GB18030));

        assertThat(sheet.rows()).hasSize(20_000);
        assertThat(sheet.rows())
                .allSatisfy(row -> assertThat(
                                row.cells().stream().map(RawCell::text).toList())
                        .containsExactly(
                                Integer.toString(row.number()), "单位" + row.number() % 50, row.number() + ".5"));
    }

    private static byte[] zip(Charset names, List<String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(utf8("a,b\n1,2\n"));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static UnreadableBook refused(byte[] content) {
        return Reading.refused(Limits.usual(), new UploadedFile("支出.csv", content));
    }

    private static RawSheet sheet(byte[] content) {
        return Reading.read(Limits.usual(), new UploadedFile("支出.csv", content))
                .sheets()
                .getFirst();
    }

    private static List<List<String>> texts(RawSheet sheet) {
        return sheet.rows().stream()
                .map(row -> row.cells().stream().map(RawCell::text).toList())
                .toList();
    }
}
