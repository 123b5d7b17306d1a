package org.mingzhang.query.performance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.policy.IndicatorFormula;
import org.mingzhang.kernel.policy.IndicatorRule;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.query.disclosure.TableBasis;

/**
 * An indicator of a department as a whole, worked out.
 *
 * @param percent rounded once; empty where there is nothing to divide by, or nothing is known yet
 * @param unknown key of the words why there is no value; blank when there is one
 * @param documents what the rate of adjustment was added up from; empty for the others
 */
public record LiveIndicator(
        IndicatorRule rule,
        Part numerator,
        Part denominator,
        Optional<BigDecimal> percent,
        String unknown,
        Threshold threshold,
        Verdict verdict,
        List<MovedMoney.Document> documents) {
    /** How the value stands to what is demanded; told in words and by a sign, never by a colour alone. */
    public enum Verdict {
        MET("✓"),
        MISSED("✕"),
        /** Short of it, and the year is not over. */
        UNDERWAY("◔"),
        UNKNOWN("–");

        private final String sign;

        Verdict(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        /** Key of its words. */
        public String words() {
            return "live.verdict." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What is divided, or what by.
     *
     * @param words key of what it is
     * @param amount empty for a number of things
     */
    public record Part(String words, Optional<Amount> amount, long count, Origin origin) {
        static Part money(String words, Amount amount, Origin origin) {
            return new Part(words, Optional.of(amount), 0, origin);
        }

        static Part things(String words, long count, Origin origin) {
            return new Part(words, Optional.empty(), count, origin);
        }

        long number() {
            return amount.map(Amount::fen).orElse(count);
        }
    }

    /** Where a part is explained. */
    public sealed interface Origin {
        /** A cell of a table, which has an explanation of its own. */
        record Cell(int table, String row, String column, TableBasis basis) implements Origin {}

        /** The documents that are listed with the indicator. */
        record Documents() implements Origin {}

        /** What became of each line at the end of the year. */
        record YearEnd() implements Origin {}

        /** What people stated, beside the targets. */
        record Stated() implements Origin {}

        /** The projects on the same page. */
        record Projects() implements Origin {}

        /** Nothing that can be opened. */
        record Nowhere() implements Origin {}
    }

    /**
     * What is demanded.
     *
     * @param text such as {@code ≥90%}
     * @param own whether the department set it itself in table 11; otherwise the rule demands it
     */
    public record Threshold(String text, BigDecimal bound, boolean own) {}

    /** The same without its value, for those to whom what it rests on is not open. */
    public LiveIndicator withheld(String why) {
        Part none = Part.money("", Amount.ZERO, new Origin.Nowhere());
        return new LiveIndicator(rule, none, none, Optional.empty(), why, threshold, Verdict.UNKNOWN, List.of());
    }

    public IndicatorFormula formula() {
        return rule.formula();
    }

    /** Such as {@code 87.25%}; blank without a value. */
    public String printed() {
        return percent.map(value -> value.toPlainString() + "%").orElse("");
    }
}
