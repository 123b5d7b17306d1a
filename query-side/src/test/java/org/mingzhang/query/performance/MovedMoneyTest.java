package org.mingzhang.query.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.SampleFacts;
import org.mingzhang.query.facts.Facts;

class MovedMoneyTest {
    private static final LocalDate DAY = LocalDate.of(2025, 10, 31);
    private static final List<LineFact> LINES = SampleFacts.load().expenditure();

    @Test
    void each_document_counts_once_also_where_one_moves_back_what_another_moved() {
        assertThat(MovedMoney.standing(List.of(shift(1, 500, 0), shift(2, -500, 0))))
                .isEqualTo(Amount.ofYuan(1_000));
    }

    @Test
    void what_was_taken_back_and_what_took_it_back_have_moved_nothing() {
        Facts.AdjustmentFact first = shift(1, 500, 0);
        Facts.AdjustmentFact other = shift(2, 30, 0);
        Facts.AdjustmentFact back = shift(3, -500, 1);
        assertThat(MovedMoney.standing(List.of(first, other))).isEqualTo(Amount.ofYuan(530));
        assertThat(MovedMoney.standing(List.of(first, other, back))).isEqualTo(Amount.ofYuan(30));
        assertThat(MovedMoney.standing(List.of(first, other, back, shift(4, 500, 3))))
                .as("it stands again when its reverse is taken back")
                .isEqualTo(Amount.ofYuan(530));
    }

    private static Facts.AdjustmentFact shift(int number, long yuan, int reverses) {
        return new Facts.AdjustmentFact(
                number,
                AdjustmentKind.PROJECT_SHIFT,
                new AdjustmentRequest(
                        AdjustmentDirection.SHIFT,
                        ReasonClass.OTHER,
                        "任务变化",
                        DAY,
                        List.of(entry(0, -yuan), entry(1, yuan)),
                        List.of(),
                        "",
                        Optional.empty(),
                        "",
                        "",
                        "",
                        Optional.empty(),
                        Optional.of(reverses).filter(earlier -> earlier > 0),
                        Optional.empty()),
                List.of(),
                false,
                "",
                "caiwu",
                "王敏",
                DAY);
    }

    private static AdjustmentEntry entry(int line, long yuan) {
        LineFact fact = LINES.get(line);
        return new AdjustmentEntry(fact.key(), (Classification.Expenditure) fact.classification(), Amount.ofYuan(yuan));
    }
}
