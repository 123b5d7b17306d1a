package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.toNetwork;

import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.AdjustmentEvent;
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
