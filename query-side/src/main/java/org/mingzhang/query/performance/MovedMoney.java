package org.mingzhang.query.performance;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mingzhang.kernel.policy.IndicatorRule;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.facts.Facts;

/**
 * What adjustments in effect have moved: each shift once and not on both of its sides, because the money that leaves one line
 * is the money that reaches another.
 */
public final class MovedMoney {
    private MovedMoney() {}

    /**
     * A document and what it adds.
     *
     * @param moved the larger of what its lines give and gain
     * @param leftOut key of the words why it does not count; empty when it does
     */
    public record Document(int number, Amount moved, Optional<String> leftOut) {}

    /** Every document that moves money, in the order of their numbers; of a unit only its own lines are looked at. */
    static List<Document> of(List<Facts.AdjustmentFact> inEffect, BudgetFacts seen, IndicatorRule rule) {
        Set<Integer> undone = undone(inEffect);
        return inEffect.stream()
                .map(fact -> new Document(
                        fact.number(),
                        moved(
                                fact,
                                entry ->
                                        seen.unit(entry.classification().unit()).isPresent()),
                        undone.contains(fact.number()) ? Optional.of("live.left-out.reversed") : leftOut(fact, rule)))
                .filter(document -> !document.moved().isZero())
                .toList();
    }

    /**
     * What all of them have moved and still stands, whatever their kinds and reasons.
     *
     * @param inEffect also those that were taken back and what took them back
     */
    public static Amount standing(List<Facts.AdjustmentFact> inEffect) {
        Set<Integer> undone = undone(inEffect);
        return Amount.sum(inEffect.stream()
                .filter(fact -> !undone.contains(fact.number()))
                .map(fact -> moved(fact, entry -> true))
                .toList());
    }

    static Amount counted(List<Document> documents) {
        return Amount.sum(documents.stream()
                .filter(document -> document.leftOut().isEmpty())
                .map(Document::moved)
                .toList());
    }

    /** What was taken back and what took it back: together they have moved nothing. What was taken back takes nothing back. */
    private static Set<Integer> undone(List<Facts.AdjustmentFact> inEffect) {
        Set<Integer> undone = new HashSet<>();
        inEffect.stream()
                .sorted(Comparator.comparingInt(Facts.AdjustmentFact::number).reversed())
                .filter(fact -> !undone.contains(fact.number()))
                .forEach(fact -> fact.request().reverses().ifPresent(earlier -> {
                    undone.add(earlier);
                    undone.add(fact.number());
                }));
        return undone;
    }

    private static Optional<String> leftOut(Facts.AdjustmentFact fact, IndicatorRule rule) {
        if (rule.exceptKinds().contains(fact.kind())) {
            return Optional.of("live.left-out.kind");
        }
        return rule.exceptReasons().contains(fact.request().reasonClass())
                ? Optional.of("live.left-out.reason")
                : Optional.empty();
    }

    private static Amount moved(Facts.AdjustmentFact fact, Predicate<AdjustmentEntry> seen) {
        Amount in = Amount.ZERO;
        Amount out = Amount.ZERO;
        for (AdjustmentEntry entry : fact.request().entries()) {
            if (seen.test(entry)) {
                boolean gives = entry.change().isNegative();
                in = gives ? in : in.plus(entry.change());
                out = gives ? out.minus(entry.change()) : out;
            }
        }
        return in.exceeds(out) ? in : out;
    }
}
