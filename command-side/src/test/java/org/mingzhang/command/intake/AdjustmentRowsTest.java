package org.mingzhang.command.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingzhang.command.intake.book.BookReader;
import org.mingzhang.command.intake.book.Limits;
import org.mingzhang.command.intake.book.Progress;
import org.mingzhang.command.intake.book.UnreadableBook;
import org.mingzhang.command.intake.book.UploadedFile;

/** The rows of an adjustment as a sheet. */
class AdjustmentRowsTest {
    @Test
    void the_unit_is_that_of_the_amounts_and_of_no_other_column() {
        assertThat(read("行号,变动（元）,现预算（万元）\n15,-5,21.36\n14,5,5.94\n"))
                .containsEntry("amountUnit", "元")
                .containsEntry("from[0].amount", "5");
        assertThat(read("行号,现预算（元）,变动（万元）\n15,213600,-5\n14,59400,5\n")).containsEntry("amountUnit", "万元");
        assertThat(read("行号,调出金额（万元）,调入金额（万元）\n15,5,\n14,,5\n"))
                .containsEntry("amountUnit", "万元")
                .containsEntry("to[0].line", "14");
        assertThat(read("单位：万元,,\n行号,变动,备注\n15,-5,\n14,5,\n")).containsEntry("amountUnit", "万元");
        assertThat(read("行号,变动\n15,-5\n14,5\n")).containsEntry("amountUnit", "元");
        assertThat(read("关于500万元项目资金调剂的表,\n行号,变动\n15,-5\n14,5\n")).containsEntry("amountUnit", "元");
        assertThat(read("金额单位：元,,\n行号,变动,现预算（万元）\n15,-5,21\n14,5,6\n")).containsEntry("amountUnit", "元");
        assertThat(read("行号*,变动金额/万元\n15,-5\n14,5\n")).containsEntry("amountUnit", "万元");
    }

    @Test
    void what_could_be_read_in_two_ways_is_read_in_none() {
        assertThatThrownBy(() -> read("行号,变动（元）,变动（万元）\n15,-5,-5\n"))
                .isInstanceOf(UnreadableBook.class)
                .extracting(e -> ((UnreadableBook) e).rule())
                .isEqualTo("book.column-twice");
        assertThatThrownBy(() -> read("行号,调出（元）,调入（万元）\n15,5,\n14,,5\n"))
                .extracting(e -> ((UnreadableBook) e).rule())
                .isEqualTo("book.units-differ");
        assertThatThrownBy(() -> read("行号,变动,现预算（万元）\n15,-5,21.36\n"))
                .extracting(e -> ((UnreadableBook) e).rule())
                .isEqualTo("book.unit-unsaid");
    }

    @Test
    void a_head_that_only_begins_alike_is_another_column() {
        assertThat(read("line,change,total,change reason\n15,-5,100,x\n14,5,200,y\n"))
                .containsEntry("from[0].amount", "5")
                .containsEntry("to[0].amount", "5")
                .doesNotContainKey("to[1].amount");
        assertThat(read("行号,变动原因,变动（元）\n15,任务变化,-5\n14,任务变化,5\n")).containsEntry("from[0].amount", "5");
    }

    @Test
    void only_the_sign_of_an_amount_is_taken_off() {
        assertThat(read("行号,变动\n15,-5-3\n")).containsEntry("from[0].amount", "5-3");
        assertThat(read("行号,变动\n15,（１，０００）\n")).containsEntry("from[0].amount", "１，０００");
        assertThat(read("行号,变动\n15,－10\n")).containsEntry("from[0].amount", "10");
    }

    private static Map<String, String> read(String csv) {
        return AdjustmentRows.fields(new BookReader(Limits.usual())
                .read(List.of(new UploadedFile("行.csv", csv.getBytes(StandardCharsets.UTF_8))), Progress.NONE));
    }
}
