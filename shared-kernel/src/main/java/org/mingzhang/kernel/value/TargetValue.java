package org.mingzhang.kernel.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a target's text says, read by the grammar of performance.md §6; the text itself is kept and printed, never this.
 *
 * <p>Whatever is no quantity, range or date is words, so that every text can be read.
 */
public sealed interface TargetValue {
    /** Of what is measured, a smaller number is better when its name ends so. */
    Pattern BETTER_LOWER = Pattern.compile(".*(?:成本|费用|费|租金|房租|故障率|投诉率|差错率|事故率|违约率|超支率|下降率|调整率|结余率|控制率|时间|时限|时长|天数)");

    /** The text exactly as it was written. */
    String rawText();

    /** Reads any text. */
    static TargetValue parse(String text) {
        return TargetGrammar.read(text);
    }

    /**
     * A number with what it counts.
     *
     * @param unit such as {@code 次} or {@code %}; blank when none was written
     * @param period in which it is counted anew, such as {@code 季}; blank when none was written
     */
    record Quantity(String rawText, TargetOperator operator, BigDecimal number, String unit, String period)
            implements TargetValue {
        private static final Map<String, Integer> A_YEAR =
                Map.of("年", 1, "半年", 2, "季", 4, "季度", 4, "月", 12, "周", 52, "日", 365, "天", 365);
        private static final Map<String, Integer> YUAN_DIGITS =
                Map.of("元", 0, "千元", 3, "万", 4, "万元", 4, "亿", 8, "亿元", 8);
        private static final int FEN_DIGITS = 2;

        /** In the form in which two texts that say the same are written the same. */
        public String printed() {
            return operator.sign() + number.toPlainString() + unit + (period.isEmpty() ? "" : "/" + period);
        }

        public boolean isPercent() {
            return unit.equals("%");
        }

        /** What it comes to in a year; the number itself where it names no period. */
        public BigDecimal inYear() {
            return number.multiply(BigDecimal.valueOf(A_YEAR.getOrDefault(period, 1)));
        }

        /** As money of the year; empty for what is no money, and for parts of a fen. */
        public Optional<Amount> money() {
            return Optional.ofNullable(YUAN_DIGITS.get(unit)).flatMap(digits -> fen(inYear(), digits));
        }

        private static Optional<Amount> fen(BigDecimal number, int digits) {
            try {
                return Optional.of(
                        new Amount(number.movePointRight(digits + FEN_DIGITS).longValueExact()));
            } catch (ArithmeticException e) {
                return Optional.empty();
            }
        }
    }

    /** From one number to another, both included. */
    record Range(String rawText, BigDecimal from, BigDecimal to, String unit, String period) implements TargetValue {}

    /** To be done by a day. */
    record Deadline(String rawText, LocalDate by) implements TargetValue {}

    /** 定性: what is to be reached is said in words. */
    record Words(String rawText) implements TargetValue {}

    /**
     * Whether less is better. What was written decides; where nothing was, the name of what is measured, so that a failure
     * rate of 0% is not read as something to exceed, and whoever wrote it is asked to confirm.
     */
    static boolean lowerIsBetter(Indicator indicator) {
        return switch (parse(indicator.target())) {
            case Quantity quantity ->
                switch (quantity.operator()) {
                    case AT_MOST, LESS_THAN -> true;
                    case AT_LEAST, MORE_THAN -> false;
                    case EQUAL, UNWRITTEN -> namedLower(indicator, quantity);
                };
            case Deadline ignored -> true;
            case Range ignored -> false;
            case Words ignored -> false;
        };
    }

    private static boolean namedLower(Indicator indicator, Quantity quantity) {
        boolean cost =
                indicator.level1() == IndicatorLevel.COST && quantity.money().isPresent();
        return cost || BETTER_LOWER.matcher(indicator.name()).matches();
    }
}
