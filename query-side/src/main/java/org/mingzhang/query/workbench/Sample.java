package org.mingzhang.query.workbench;

import java.time.LocalDate;
import java.util.List;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.export.GridColumn;

/**
 * A sample that was drawn.
 *
 * @param population how many documents could be chosen
 * @param total what they move together
 * @param digest SHA-256 over the population, in the order of budgets and numbers, so that two auditors see whether they chose
 *     among the same
 */
public record Sample(SampleQuestion question, long population, Amount total, String digest, List<Line> lines) {
    public Sample {
        lines = List.copyOf(lines);
    }

    /** A chosen document with what is shown of it. */
    public record Line(Drawn drawn, String department, String reason, String maker, LocalDate day, String status) {
        public AdjustmentRef document() {
            return drawn.candidate().document();
        }

        public Amount amount() {
            return drawn.candidate().amount();
        }

        public String amountYuan() {
            return AmountUnit.YUAN.print(amount());
        }

        /** Key of the words for its kind. */
        public String kind() {
            return GridColumn.choice(drawn.candidate().kind());
        }
    }

    public List<AdjustmentRef> documents() {
        return lines.stream().map(Line::document).toList();
    }

    public String totalYuan() {
        return AmountUnit.YUAN.print(total);
    }

    /** What the chosen documents move together. */
    public Amount chosen() {
        return Amount.sum(lines.stream().map(Line::amount).toList());
    }

    public String chosenYuan() {
        return AmountUnit.YUAN.print(chosen());
    }
}
