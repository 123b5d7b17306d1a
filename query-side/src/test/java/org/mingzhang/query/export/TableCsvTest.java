package org.mingzhang.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.disclosure.Table;

class TableCsvTest {
    @Test
    void the_first_line_holds_the_head_paths_after_a_byte_order_mark() {
        String csv = text(ExportedTables.sample(3), AmountUnit.WAN_YUAN);
        assertThat(csv).startsWith("\uFEFF科目编码/类,科目编码/款,科目编码/项,单位代码,单位（科目名称）,合计,基本支出/小计,基本支出/人员经费/工资福利支出,");
    }

    @Test
    void the_unit_of_money_stands_in_heads_that_name_it() {
        assertThat(text(ExportedTables.sample(12), AmountUnit.YUAN)).contains("项目金额（元）/资金总额");
        assertThat(text(ExportedTables.sample(12), AmountUnit.WAN_YUAN)).contains("项目金额（万元）/资金总额");
    }

    @Test
    void every_cell_of_every_table_reads_back_as_printed() {
        for (Table table : ExportedTables.all()) {
            for (AmountUnit unit : AmountUnit.values()) {
                List<CSVRecord> records = parse(text(table, unit));
                assertThat(records).hasSize(table.rows().size() + 1);
                for (int i = 0; i < table.rows().size(); i++) {
                    assertThat(records.get(i + 1).toList())
                            .isEqualTo(table.rows().get(i).cells().stream()
                                    .map(cell -> Table.print(cell, unit))
                                    .toList());
                }
            }
        }
    }

    @Test
    void an_empty_table_is_its_head_alone() {
        assertThat(parse(text(ExportedTables.sample(9), AmountUnit.WAN_YUAN))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+1", "-1*2", "@SUM(A1)", "\t=1", "＝1", "－1"})
    void a_text_that_looks_like_a_formula_is_kept_a_text(String text) {
        Table table = ExportedTables.oneRow(text, Amount.ofYuan(1));
        assertThat(parse(text(table, AmountUnit.YUAN)).get(1).get(0)).isEqualTo("'" + text);
    }

    @Test
    void a_negative_amount_is_not_taken_for_a_text() {
        Table table = ExportedTables.oneRow("调减", Amount.ofYuan(-12_345));
        assertThat(parse(text(table, AmountUnit.YUAN)).get(1).get(1)).isEqualTo("−12,345.00");
    }

    private static String text(Table table, AmountUnit unit) {
        return new String(TableCsv.write(table, unit), StandardCharsets.UTF_8);
    }

    private static List<CSVRecord> parse(String csv) {
        try (StringReader reader = new StringReader(csv.substring(1))) {
            return CSVFormat.RFC4180.parse(reader).getRecords();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
