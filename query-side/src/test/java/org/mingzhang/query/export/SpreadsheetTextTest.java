package org.mingzhang.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"+29.24%", "-3", "-0.5%", "+1,234,567.00", "-1,000", "12", "", "增加", "2+3", "100%"})
    void numbers_and_plain_texts_stay_as_they_are(String text) {
        assertThat(SpreadsheetText.harmless(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+1",
                "-2+3",
                "-1%*2",
                "+29.24%|cmd",
                "+1,23",
                "-",
                "+",
                "+A1",
                "-SUM(A1)",
                "@x",
                "\t=1",
                "＝1",
                "＋1",
                "－1",
                "+1\n",
                "-1.2.3",
                "+29.24%%"
            })
    void what_a_spreadsheet_might_calculate_becomes_a_text(String text) {
        assertThat(SpreadsheetText.harmless(text)).isEqualTo("'" + text);
    }
}
