package org.mingzhang.kernel.policy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.TargetOperator;
import org.mingzhang.kernel.value.TargetValue;
import org.mingzhang.kernel.value.TargetValue.Quantity;

/** Scores what was reached against what was demanded (performance.md §3): pure arithmetic on numbers that were read. */
public final class Scoring {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ScoringRules rules;

    public Scoring(ScoringRules rules) {
        this.rules = rules;
    }

    /**
     * @param part of the weight, from 0 to 1
     * @param over whether so much more was reached than was demanded that a reason is needed
     * @param reached whether what was demanded was reached: exactly 90 does not reach “more than 90”, although it is all of it
     */
    public record Scored(BigDecimal part, boolean over, boolean reached) {
        private static final Scored FULL = new Scored(BigDecimal.ONE, false, true);
        private static final Scored NOTHING = missed(BigDecimal.ZERO);

        private static Scored missed(BigDecimal part) {
            return new Scored(part, false, false);
        }

        /** As far as a person says. */
        public static Scored said(BigDecimal part) {
            return new Scored(part, false, part.compareTo(BigDecimal.ONE) >= 0);
        }

        /** In hundredths of a point of a weight in the same. */
        public int of(int weight) {
            return part.multiply(BigDecimal.valueOf(weight))
                    .setScale(0, RoundingMode.HALF_UP)
                    .intValueExact();
        }

        /** Whether nothing about it needs a reason. */
        public boolean isPlain() {
            return reached && !over;
        }
    }

    /** What was executed of the budget; empty where there was nothing to execute, so that it is not scored. */
    public Optional<BigDecimal> executed(Amount executed, Amount budgeted) {
        return budgeted.fen() <= 0
                ? Optional.empty()
                : Optional.of(part(BigDecimal.valueOf(executed.fen()), BigDecimal.valueOf(budgeted.fen())));
    }

    /**
     * A text of what was reached against the target; empty when the two cannot be compared. What is demanded in words is not
     * scored here: a person says how far it was reached.
     */
    public Optional<Scored> score(Indicator indicator, String actual) {
        TargetValue reached = TargetValue.parse(actual);
        return switch (TargetValue.parse(indicator.target())) {
            case Quantity target ->
                reached instanceof Quantity number
                        ? measured(target, number).map(pair -> quantity(indicator, target, pair[0], pair[1]))
                        : Optional.empty();
            case TargetValue.Range target ->
                reached instanceof Quantity number && sameUnit(target.unit(), number.unit())
                        ? Optional.of(range(target, number.number()))
                        : Optional.empty();
            case TargetValue.Deadline target ->
                reached instanceof TargetValue.Deadline day
                        ? Optional.of(day.by().isAfter(target.by()) ? Scored.NOTHING : Scored.FULL)
                        : Optional.empty();
            case TargetValue.Words ignored -> Optional.empty();
        };
    }

    /** Target and actual in the same measure: money in fen, everything else in the unit that was written. */
    private static Optional<BigDecimal[]> measured(Quantity target, Quantity actual) {
        if (target.money().isPresent() && actual.money().isPresent()) {
            return Optional.of(new BigDecimal[] {
                BigDecimal.valueOf(target.money().get().fen()),
                BigDecimal.valueOf(actual.money().get().fen())
            });
        }
        if (!sameUnit(target.unit(), actual.unit())) {
            return Optional.empty();
        }
        boolean samePeriod = actual.period().equals(target.period());
        return Optional.of(
                samePeriod
                        ? new BigDecimal[] {target.number(), actual.number()}
                        : new BigDecimal[] {target.inYear(), actual.inYear()});
    }

    /** A target without a unit is met by a number with any, and a bare number is in the unit of its target. */
    private static boolean sameUnit(String one, String other) {
        return one.equals(other) || one.isEmpty() || other.isEmpty();
    }

    private Scored quantity(Indicator indicator, Quantity target, BigDecimal demanded, BigDecimal actual) {
        if (target.operator() == TargetOperator.EQUAL) {
            return demanded.compareTo(actual) == 0
                    ? Scored.FULL
                    : Scored.missed(part(actual.min(demanded), actual.max(demanded)));
        }
        boolean lower = TargetValue.lowerIsBetter(indicator);
        TargetOperator operator = target.operator() != TargetOperator.UNWRITTEN
                ? target.operator()
                : lower ? TargetOperator.AT_MOST : TargetOperator.AT_LEAST;
        if (!operator.reached(actual, demanded)) {
            return Scored.missed(lower ? part(demanded, actual) : part(actual, demanded));
        }
        return lower ? Scored.FULL : over(demanded, actual);
    }

    /** Far more than was demanded says that too little was demanded. */
    private Scored over(BigDecimal demanded, BigDecimal actual) {
        BigDecimal most = demanded.multiply(HUNDRED.add(rules.overAchieved())).divide(HUNDRED);
        return demanded.signum() <= 0 || actual.compareTo(most) <= 0
                ? Scored.FULL
                : new Scored(part(most, actual), true, true);
    }

    private static Scored range(TargetValue.Range target, BigDecimal actual) {
        if (actual.compareTo(target.from()) < 0) {
            return Scored.missed(part(actual, target.from()));
        }
        return actual.compareTo(target.to()) > 0 ? Scored.missed(part(target.to(), actual)) : Scored.FULL;
    }

    /** Never less than nothing and never more than all. */
    private static BigDecimal part(BigDecimal some, BigDecimal all) {
        if (some.signum() <= 0 || all.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        return some.divide(all, MathContext.DECIMAL64).min(BigDecimal.ONE);
    }
}
