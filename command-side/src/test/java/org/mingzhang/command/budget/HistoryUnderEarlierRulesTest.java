package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.toNetwork;
import static org.mingzhang.command.budget.Scene.key;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;

/** What is missing stops only what rests on it, and not what a later release would refuse in any case. */
class HistoryUnderEarlierRulesTest {
    @Test
    void what_an_earlier_release_accepted_is_not_stopped_by_what_is_missing() {
        Chronicle chronicle = HistoryWithoutTest.effective(
                        HistoryWithoutTest.effective(HistoryWithoutTest.approved(), submit(toNetwork(10_000))),
                        submit(toNetwork(5_000)))
                .recordedAs(HistoryUnderEarlierRulesTest::withoutNumbers);
        Chronicle.Told told = chronicle.without(1);
        assertThat(told.stopped()).isEmpty();
        assertThat(HistoryWithoutTest.available(told.history().then(), "net")).isEqualTo(Amount.ofYuan(35_000));
        Chronicle.Told again = chronicle.decidedAgain();
        assertThat(again.events()).isEqualTo(chronicle.events());
    }

    @Test
    void what_an_earlier_release_accepted_is_stopped_for_another_reason() {
        Chronicle chronicle = HistoryWithoutTest.effective(
                        HistoryWithoutTest.effective(HistoryWithoutTest.approved(), submit(toNetwork(10_000))),
                        submit(HistoryWithoutTest.fromNetwork(35_000)))
                .recordedAs(HistoryUnderEarlierRulesTest::withoutNumbers);
        assertThat(chronicle.without(1).documents()).containsExactly(2);
    }

    @Test
    void of_a_report_of_an_earlier_release_only_what_the_missing_money_paid_is_left_out() {
        ExecutionCommand.RecordExecution report = new ExecutionCommand.RecordExecution(
                Scene.BUDGET,
                YearScene.MARCH,
                YearScene.REPORT,
                List.of(
                        new ExecutionCommand.RecordedLine(key("wage"), YearScene.paid(100), "补记"),
                        new ExecutionCommand.RecordedLine(key("net"), YearScene.paid(40_000), "")));
        Chronicle chronicle = HistoryWithoutTest.effective(HistoryWithoutTest.approved(), submit(toNetwork(10_000)))
                .then(Scene.DEPARTMENT, report)
                .recordedAs(HistoryUnderEarlierRulesTest::withMarkup);
        Chronicle.Told told = chronicle.without(1);
        assertThat(told.stopped())
                .extracting(stopped -> stopped.line().orElseThrow())
                .containsExactly(key("net"));
        assertThat(HistoryWithoutTest.available(told.history().then(), "wage")).isEqualTo(Amount.ofYuan(99_900));
        assertThat(chronicle.decidedAgain().events()).isEqualTo(chronicle.events());
    }

    @Test
    void a_whole_act_of_an_earlier_release_is_not_stopped_either() {
        Chronicle chronicle = HistoryWithoutTest.effective(HistoryWithoutTest.approved(), submit(toNetwork(10_000)))
                .then(Scene.OFFICE, YearScene.freeze("wage", 500))
                .recordedAs(HistoryUnderEarlierRulesTest::withMarkup);
        assertThat(chronicle.without(1).stopped()).isEmpty();
        assertThat(chronicle.decidedAgain().events()).isEqualTo(chronicle.events());
    }

    /** No release would accept such texts of money now. */
    private static LedgerEvent withMarkup(LedgerEvent event) {
        return switch (event) {
            case ExecutionEvent.ExecutionRecorded e
            when !e.reason().isEmpty() ->
                new ExecutionEvent.ExecutionRecorded(
                        e.budget(), e.line(), e.month(), e.before(), e.after(), e.source(), "<b>补记</b>", e.postings());
            case ExecutionEvent.LineFrozen e ->
                new ExecutionEvent.LineFrozen(
                        e.budget(), e.line(), e.amount(), e.percent(), "=1+1", e.document(), e.postings());
            default -> event;
        };
    }

    /** No release would accept such a number now. */
    private static LedgerEvent withoutNumbers(LedgerEvent event) {
        return switch (event) {
            case AdjustmentEvent.AdjustmentReviewed e ->
                new AdjustmentEvent.AdjustmentReviewed(
                        e.budget(),
                        e.number(),
                        e.station(),
                        e.document().map(HistoryUnderEarlierRulesTest::unnumbered),
                        e.opinion());
            case AdjustmentEvent.AdjustmentTookEffect e ->
                new AdjustmentEvent.AdjustmentTookEffect(
                        e.budget(),
                        e.number(),
                        e.approval().map(HistoryUnderEarlierRulesTest::unnumbered),
                        e.effectiveOn(),
                        e.targets(),
                        e.postings());
            default -> event;
        };
    }

    private static Basis unnumbered(Basis basis) {
        return new Basis("——", basis.title(), basis.issuer(), basis.date(), basis.invented());
    }
}
