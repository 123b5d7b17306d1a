package org.mingzhang.command.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadRefusedTest {
    @ParameterizedTest
    @CsvSource({
        "/execute/411200-103-2025/adjustments, /execute/411200-103-2025/adjustments",
        "/execute/411200-103-2025/adjustments/workbook, /execute/411200-103-2025/adjustments/new",
        "/execute/411200-103-2025/adjustments/drafts, /execute/411200-103-2025/adjustments/new",
        "/execute/411200-103-2025/adjustments/7/review, /execute/411200-103-2025/adjustments/7",
        "/execute/411200-103-2025/adjustments/7/effect, /execute/411200-103-2025/adjustments/7",
        "/execute/411200-103-2025/projects/1/adjustment, /execute/411200-103-2025/projects/1/adjustment",
        "/execute/411200-103-2025/import, /execute/411200-103-2025/import",
        "/prepare/411200-103-2025/projects/targets, /prepare/411200-103-2025/projects",
        "/prepare/411200-103-2025/lines/revise, /prepare/411200-103-2025",
        "/prepare/411200-103-2025/import/x/mend, /prepare/411200-103-2025/import/x"
    })
    void whoever_sent_too_much_comes_back_to_a_page_that_is_there(String address, String page) {
        assertThat(UploadRefused.page(address)).isEqualTo(page);
    }
}
