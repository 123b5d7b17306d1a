package org.mingzhang.query.funds;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.query.facts.Facts;

/**
 * A source with everything that happened to it, oldest first.
 *
 * @param steps only those that the reader may see; the sums are of all
 */
public record FundedSource(
        int number, FundsSource said, Amount granted, Amount reserved, Amount drawn, List<Facts.FundsStep> steps) {
    private static final double PERCENT = 100.0;

    /** Of the general-budget expenditure (预算法 art. 40). */
    private static final double LEAST_RESERVE = 1.0;

    private static final double MOST_RESERVE = 3.0;

    public FundedSource {
        steps = List.copyOf(steps);
    }

    static FundedSource of(Facts.FundsSourceFact fact, List<Facts.FundsStep> steps) {
        return new FundedSource(
                fact.number(),
                fact.said(),
                Amount.sum(steps.stream().map(Facts.FundsStep::granted).toList()),
                Amount.sum(steps.stream().map(Facts.FundsStep::reserved).toList()),
                Amount.sum(steps.stream().map(Facts.FundsStep::drawn).toList()),
                steps);
    }

    /** A document with what it holds and has drawn. */
    public record Use(AdjustmentRef document, Amount reserved, Amount drawn, LocalDate since) {
        public String reservedYuan() {
            return yuan(reserved);
        }

        public String drawnYuan() {
            return yuan(drawn);
        }

        Use and(Facts.FundsStep step) {
            return new Use(document, reserved.plus(step.reserved()), drawn.plus(step.drawn()), step.day());
        }
    }

    /** The documents that hold or have drawn something, or gave something back, in the order in which they came. */
    public List<Use> uses() {
        Map<AdjustmentRef, Use> uses = new LinkedHashMap<>();
        for (Facts.FundsStep step : steps) {
            step.document()
                    .filter(document -> !step.step().equals("recovered"))
                    .ifPresent(document -> uses.put(
                            document,
                            uses.getOrDefault(document, new Use(document, Amount.ZERO, Amount.ZERO, step.day()))
                                    .and(step)));
        }
        return uses.values().stream()
                .filter(use -> !use.reserved.isZero() || !use.drawn.isZero())
                .toList();
    }

    /** 余额 = 来源 − 预占 − 已动支. */
    public Amount left() {
        return granted.minus(reserved).minus(drawn);
    }

    /** The share of a reserve in the general-budget expenditure, in percent; empty when that was not said. */
    public Optional<Double> share() {
        return said.measuredBy()
                .filter(whole -> whole.exceeds(Amount.ZERO))
                .map(whole -> granted.fen() * PERCENT / whole.fen());
    }

    /** Whether a reserve is less or more than the law has it; a warning and no more. */
    public boolean outsideTheLaw() {
        return share().filter(percent -> percent < LEAST_RESERVE || percent > MOST_RESERVE)
                .isPresent();
    }

    /** The adjustment whose reduction made it, where one did. */
    public Optional<AdjustmentRef> recoveredFrom() {
        return steps.stream()
                .filter(step -> step.step().equals("recovered"))
                .findFirst()
                .flatMap(Facts.FundsStep::document);
    }

    public String grantedYuan() {
        return yuan(granted);
    }

    public String reservedYuan() {
        return yuan(reserved);
    }

    public String drawnYuan() {
        return yuan(drawn);
    }

    public String leftYuan() {
        return yuan(left());
    }

    /** What it is bound to, as codes; empty when it is bound to nothing. */
    public String bound() {
        return (said.function().map(Object::toString).orElse("") + " "
                        + said.project().map(Object::toString).orElse(""))
                .strip();
    }

    /** What the form of a supplement offers. */
    public String label() {
        return said.kind().label() + " · " + said.name() + " · " + said.fund().label() + " · 余额 " + leftYuan() + " 元";
    }

    private static String yuan(Amount amount) {
        return AmountUnit.YUAN.print(amount);
    }
}
