package org.mingzhang.query.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.Amount;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** A grid as a file: what is a number stays one, what is a text stays one, however it begins. */
class GridFileTest {
    private record Line(String code, String name, Amount amount, int percent, LocalDate day) {}

    private static final Grid<Line> GRID = new Grid<>(
            "grid",
            List.of(
                    GridColumn.code("code", Line::code),
                    GridColumn.text("name", Line::name),
                    GridColumn.words("kind", line -> line.name().isEmpty() ? "" : "known"),
                    GridColumn.money("amount", Line::amount),
                    GridColumn.count("percent", Line::percent),
                    GridColumn.day("day", Line::day)));

    private static final Map<String, String> WORDS = Map.of(
            "grid", "预算台账", "code", "编码", "name", "名称", "kind", "类别", "amount", "金额", "percent", "进度", "day", "日期",
            "known", "已知");

    private static final Line LINE =
            new Line("0020104", "=SUM(A1:A9)", new Amount(-123_456_789_012_345L), 42, LocalDate.of(2025, 3, 1));

    @Test
    void amounts_and_days_are_numbers_and_codes_are_texts_in_a_workbook() throws IOException {
        Row row = sheet(List.of(LINE)).get(1);
        assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCellText(0)).isEqualTo("0020104");
        assertThat(row.getCell(1).getType()).as("not a formula").isEqualTo(CellType.STRING);
        assertThat(row.getCellText(1)).isEqualTo("=SUM(A1:A9)");
        assertThat(row.getCellText(2)).isEqualTo("已知");
        assertThat(row.getCellAsNumber(3)).contains(new BigDecimal("-1234567890123.45"));
        assertThat(row.getCellAsNumber(4)).contains(new BigDecimal("42"));
        assertThat(row.getCellAsDate(5).orElseThrow().toLocalDate()).isEqualTo(LocalDate.of(2025, 3, 1));
    }

    @Test
    void heads_are_in_the_readers_language() throws IOException {
        assertThat(sheet(List.of()).getFirst().stream().map(cell -> cell.getRawValue()))
                .containsExactly("编码", "名称", "类别", "金额", "进度", "日期");
    }

    @Test
    void no_text_of_a_csv_begins_as_a_formula_does() throws IOException {
        String csv = csv(IntStream.range(0, 8)
                .mapToObj(at -> new Line("" + "=+-@＝＋－＠".charAt(at), "a,\"b\"\nc", new Amount(-5), 0, LINE.day()))
                .toList());
        assertThat(csv).startsWith("\uFEFF编码,名称,类别,金额,进度,日期\r\n");
        assertThat(csv.lines()
                        .filter(line -> line.matches("['].,\"a,\"\"b\"\""))
                        .count())
                .isEqualTo(8);
        assertThat(csv).contains("c\",已知,-0.05,0,2025-03-01\r\n");
    }

    @Test
    void twenty_thousand_rows_come_out_whole_and_in_order() throws IOException {
        List<Line> many = IntStream.range(0, 20_000)
                .mapToObj(at -> new Line("L" + at, "名称" + at, new Amount(at), at % 100, LINE.day()))
                .toList();
        List<Row> rows = sheet(many);
        assertThat(rows).hasSize(20_001);
        assertThat(rows.getLast().getCellText(0)).isEqualTo("L19999");
        assertThat(rows.get(501).getCellText(0)).as("where rows went out").isEqualTo("L500");
        assertThat(csv(many).lines().count()).isEqualTo(20_001);
    }

    @Test
    void what_one_sheet_does_not_take_goes_on_in_the_next_with_its_heads() throws IOException {
        List<Line> lines = IntStream.rangeClosed(1, 7)
                .mapToObj(at -> new Line("L" + at, "名称", new Amount(at), 1, LINE.day()))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new GridXlsx(WORDS::get, 4).write(out, GRID.file("x", lines, GridFormat.XLSX));
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<List<String>> sheets = new ArrayList<>();
            for (Sheet sheet : book.getSheets().toList()) {
                List<String> firsts = new ArrayList<>(List.of(sheet.getName()));
                sheet.read().forEach(row -> firsts.add(row.getCellText(0)));
                sheets.add(firsts);
            }
            assertThat(sheets)
                    .containsExactly(
                            List.of("预算台账", "编码", "L1", "L2", "L3"),
                            List.of("预算台账 2", "编码", "L4", "L5", "L6"),
                            List.of("预算台账 3", "编码", "L7"));
        }
    }

    @Test
    void a_file_whose_rows_break_off_does_not_look_whole() {
        Iterable<Line> broken = () -> Stream.iterate(1, at -> at + 1)
                .map(at -> {
                    if (at > 5_000) {
                        throw new IllegalStateException("the database went away");
                    }
                    return new Line("L" + at, "名称", new Amount(at), 1, LINE.day());
                })
                .iterator();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GridFile<Line> file = GRID.file("x", broken, GridFormat.XLSX);
        assertThatThrownBy(() -> file.write(out, WORDS::get)).hasMessage("the database went away");
        assertThat(out.size()).as("rows went out").isGreaterThan(10_000);
        assertThatThrownBy(() -> rows(out.toByteArray())).isInstanceOf(Exception.class);
    }

    @Test
    void the_name_of_the_file_is_chinese_as_rfc_5987_has_it_and_nothing_keeps_a_copy() throws Exception {
        StaticWebApplicationContext context = new StaticWebApplicationContext();
        StaticMessageSource words = context.getStaticMessageSource();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addPreferredLocale(Locale.SIMPLIFIED_CHINESE);
        WORDS.forEach((key, text) -> words.addMessage(key, Locale.SIMPLIFIED_CHINESE, text));
        context.refresh();
        request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
        MockHttpServletResponse response = new MockHttpServletResponse();
        GRID.file("411200-103-2025", List.of(LINE), GridFormat.XLSX).render(Map.of(), request, response);
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''411200-103-2025-%E9%A2%84%E7%AE%97%E5%8F%B0%E8%B4%A6.xlsx");
        assertThat(response.getContentType()).contains("spreadsheetml");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(rows(response.getContentAsByteArray())).hasSize(2);
    }

    private static List<Row> sheet(List<Line> lines) throws IOException {
        return rows(written(lines, GridFormat.XLSX));
    }

    private static String csv(List<Line> lines) throws IOException {
        return new String(written(lines, GridFormat.CSV), StandardCharsets.UTF_8);
    }

    private static byte[] written(List<Line> lines, GridFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GRID.file("x", lines, format).write(out, WORDS::get);
        return out.toByteArray();
    }

    private static List<Row> rows(byte[] workbook) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return book.getFirstSheet().read();
        }
    }
}
