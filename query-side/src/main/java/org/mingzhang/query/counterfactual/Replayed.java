package org.mingzhang.query.counterfactual;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.policy.ReachedLimit;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.disclosure.BudgetFacts;

/**
 * Both histories at their ends, and where they part.
 *
 * @param events that were replayed
 * @param recorded the budget as it is
 * @param then the budget as it would be
 * @param withoutEffect how those of the missing documents stand that never took effect, by number
 * @param elsewhere documents of other budgets that are missing with them (划转)
 * @param undecided later documents of other budgets on the sources of the missing ones, which are not decided anew
 * @param stopped later acts that would have been refused, in their order
 * @param fallen documents that took back one that is missing
 * @param lines what became of the money of each line, where it differs
 */
public record Replayed(
        long events,
        BudgetFacts recorded,
        BudgetFacts then,
        Rate recordedRate,
        Rate thenRate,
        Map<Integer, String> withoutEffect,
        List<AdjustmentRef> elsewhere,
        List<AdjustmentRef> undecided,
        List<Stopped> stopped,
        List<Fallen> fallen,
        List<OtherWay> ways,
        List<OtherLimit> limits,
        List<Line> lines) {

    /** How much of what was approved at the beginning documents have moved. */
    public record Rate(Amount moved, Amount initial) {}

    /** A sentence in the language of whoever reads it. */
    @FunctionalInterface
    public interface Said {
        String in(Locale locale);
    }

    /** @param key of the refusal, the same in every language */
    public record Reason(String key, Said words) {}

    /**
     * @param position where in the log it really happened
     * @param step what was refused, as a word
     * @param budget whose it is; empty for a source of the division
     * @param number of the document; 0 when it is none
     * @param line that it is about; empty for a document or a whole budget
     */
    public record Stopped(
            long position,
            LocalDate day,
            String step,
            Optional<BudgetId> budget,
            int number,
            Optional<LineKey> line,
            Optional<YearMonth> month,
            Amount amount,
            List<Reason> reasons) {}

    public record Fallen(long position, LocalDate day, AdjustmentRef document, AdjustmentRef takesBack) {}

    public record OtherWay(AdjustmentRef document, List<AdjustmentStation> recorded, List<AdjustmentStation> then) {}

    public record OtherLimit(AdjustmentRef document, Optional<ReachedLimit> recorded, Optional<ReachedLimit> then) {}

    public record Line(LineKey line, Stage stage, Amount recorded, Amount then) {}
}
