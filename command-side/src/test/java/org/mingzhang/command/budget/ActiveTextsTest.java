package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.toNetwork;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Spec.given;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Basis;

class ActiveTextsTest {
    private static final AdjustmentCommand SUBMISSION = submit(toNetwork(20_000));

    @ParameterizedTest
    @CsvSource({
        "压减<script>alert(1)</script>, <script>",
        "见</td>, </td>",
        "<!-- 说明, <!-- 说明",
        "=HYPERLINK(1), =HYPERLINK(1)",
        "+86, +86",
        "@SUM(A1), @SUM(A1)",
        "-2+3, -2+3",
        "-1+cmd|x!A0, -1+cmd|x!A0",
        "-SUM(A1), -SUM(A1)",
        "＝1+1, ＝1+1",
        "＋1, ＋1",
        "＠1, ＠1"
    })
    void markup_and_what_begins_like_a_formula_is_refused_with_what_was_found(String text, String found) {
        submitted()
                .when(HEAD, new AdjustmentCommand.ReturnAdjustment(BUDGET, 1, text))
                .refusedAt("reason", new Refusal.TextActive(found));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5万元", "－5万元", "-1/3经费", "- 压减", "〔2025〕9号", "满意度<95%", "甲 < 乙", "用 5=5 说明", "甲+乙@某处"})
    void what_only_looks_like_it_is_taken(String text) {
        assertThat(submitted()
                        .when(HEAD, new AdjustmentCommand.ReturnAdjustment(BUDGET, 1, text))
                        .events())
                .isNotEmpty();
    }

    @Test
    void the_words_of_a_reviewer_and_the_title_of_a_decision_are_texts_as_well() {
        Basis document = new Basis("三财预〔2025〕9号", "<b>批复</b>", "财政局", Scene.APPROVED, false);
        submitted()
                .when(
                        HEAD,
                        new AdjustmentCommand.ReviewAdjustment(
                                BUDGET, 1, AdjustmentStation.DEPARTMENT_REVIEW, Optional.of(document), "同意"))
                .refusedAt("title", new Refusal.TextActive("<b>"));
        submitted()
                .when(
                        HEAD,
                        new AdjustmentCommand.ReviewAdjustment(
                                BUDGET, 1, AdjustmentStation.DEPARTMENT_REVIEW, Optional.empty(), "=1"))
                .refusedAt("opinion", new Refusal.TextActive("=1"));
    }

    private static Spec submitted() {
        Spec executing = given(executing());
        return executing.and(
                OFFICER, executing.when(OFFICER, SUBMISSION).events().toArray(LedgerEvent[]::new));
    }
}
