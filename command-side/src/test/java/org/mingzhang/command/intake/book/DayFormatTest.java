package org.mingzhang.command.intake.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayFormatTest {
    @ParameterizedTest
    @ValueSource(strings = {"yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy/m/d;@", "d-mmm-yy", "[Red]m/d"})
    void a_number_that_is_shown_as_a_day_is_read_as_the_day(String format) throws IOException {
        assertThat(read(format)).isEqualTo(new RawCell(RawCell.Kind.TEXT, "2025-01-01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"General", "#,##0.00", "0.00\"元\"", "#,##0.00_);[Red](#,##0.00)", "0.00\"days\"", "0%"})
    void an_amount_stays_a_number_however_it_is_shown(String format) throws IOException {
        assertThat(read(format)).isEqualTo(new RawCell(RawCell.Kind.NUMBER, "45658"));
    }

    private static RawCell read(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("支出");
            sheet.value(0, 0, BigDecimal.valueOf(45_658));
            sheet.style(0, 0).format(format).set();
            sheet.finish();
        }
        RawBook book = new BookReader(Limits.usual())
                .read(List.of(new UploadedFile("days.xlsx", bytes.toByteArray())), Progress.NONE);
        return book.sheets().getFirst().rows().getFirst().cells().getFirst();
    }
}
