package org.mingzhang.query.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.query.comparison.BridgeQuestion.Ends;
import org.mingzhang.query.web.AskedAmiss;

/** From where to where a bridge is asked for. */
class BridgeQuestionTest {
    private static final FiscalYear Y2024 = new FiscalYear(2024);
    private static final FiscalYear Y2025 = new FiscalYear(2025);
    private static final List<FiscalYear> KNOWN = List.of(Y2024, Y2025);

    private static Ends ends(Map<String, String> said) {
        return BridgeQuestion.read("411200-103", said).ends(KNOWN);
    }

    @Test
    void without_a_word_it_leads_from_the_last_year_but_one_to_the_last() {
        assertThat(ends(Map.of())).isEqualTo(new Ends(Y2024, ComparedStage.INITIAL, Y2025, ComparedStage.INITIAL));
    }

    @Test
    void within_one_year_it_leads_from_the_initial_budget_to_the_adjusted_one() {
        assertThat(ends(Map.of("from", "2025")))
                .isEqualTo(new Ends(Y2025, ComparedStage.INITIAL, Y2025, ComparedStage.ADJUSTED));
        assertThat(BridgeQuestion.read("411200-103", Map.of())
                        .ends(List.of(Y2025))
                        .withinOneYear())
                .isTrue();
    }

    @Test
    void stages_of_both_ends_may_be_said() {
        assertThat(ends(Map.of("fromStage", "adjusted", "toStage", "adjusted")))
                .isEqualTo(new Ends(Y2024, ComparedStage.ADJUSTED, Y2025, ComparedStage.ADJUSTED));
    }

    @Test
    void what_leads_backwards_or_nowhere_is_asked_amiss() {
        for (Map<String, String> said : List.of(
                Map.of("from", "2025", "to", "2024"),
                Map.of("from", "2025", "to", "2025", "toStage", "initial"),
                Map.of("from", "2025", "to", "2025", "fromStage", "adjusted"),
                Map.of("from", "25"),
                Map.of("to", "2150"),
                Map.of("toStage", "executed"),
                Map.of("fromStage", "x"))) {
            assertThatThrownBy(() -> ends(said)).as(said.toString()).isInstanceOf(AskedAmiss.class);
        }
        assertThatThrownBy(() -> BridgeQuestion.read("411200", Map.of())).isInstanceOf(AskedAmiss.class);
    }

    @Test
    void the_link_keeps_what_was_said_and_the_instant() {
        BridgeQuestion question = BridgeQuestion.read(
                "411200-103",
                Map.of("from", "2024", "to", "2025", "unit", "yuan", "asOf", "2025-06-30", "clock", "effective"));
        assertThat(question.with("toStage", "adjusted"))
                .isEqualTo("/comparison/411200-103/bridge?from=2024&to=2025&unit=yuan&asOf=2025-06-30&clock=effective"
                        + "&toStage=adjusted");
        assertThat(question.step(BridgeReason.NEW_PROJECT, "X&Y")).contains("reason=new-project&key=X%26Y");
    }
}
