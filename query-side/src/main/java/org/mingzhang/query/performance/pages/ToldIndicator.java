package org.mingzhang.query.performance.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.mingzhang.kernel.policy.IndicatorRule;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.performance.LiveIndicator;
import org.mingzhang.query.performance.LiveIndicator.Origin;
import org.mingzhang.query.performance.LiveIndicator.Part;

/** An indicator as a page and a program are told it. */
final class ToldIndicator {
    private ToldIndicator() {}

    static PerformanceView.Live of(LiveIndicator indicator, AmountUnit unit, PartLinks links) {
        IndicatorRule rule = indicator.rule();
        return new PerformanceView.Live(
                rule.id(),
                rule.name(),
                indicator.printed(),
                indicator.unknown(),
                indicator.verdict(),
                new PerformanceView.Demanded(
                        indicator.threshold().text(), indicator.threshold().own(), rule.basis(), rule.confirmed()),
                part(indicator.numerator(), unit, links),
                part(indicator.denominator(), unit, links),
                indicator.documents().stream()
                        .map(document -> new PerformanceView.Document(
                                document.number(),
                                document.moved().fen(),
                                unit.print(document.moved()),
                                document.leftOut().orElse(""),
                                links.document(document.number())))
                        .toList());
    }

    private static Optional<PerformanceView.Part> part(Part part, AmountUnit unit, PartLinks links) {
        return part.words().isEmpty()
                ? Optional.empty()
                : Optional.of(new PerformanceView.Part(
                        part.words(),
                        part.amount().map(Amount::fen),
                        part.amount().isPresent() ? Optional.empty() : Optional.of(part.count()),
                        part.origin() instanceof Origin.Stated && part.amount().isEmpty()
                                ? "→"
                                : part.amount().map(unit::print).orElseGet(() -> Long.toString(part.count())),
                        links.of(part)));
    }

    /** Blank when there is nothing to divide by. */
    static String percent(Amount part, Amount whole) {
        return whole.isZero()
                ? ""
                : BigDecimal.valueOf(part.fen())
                                .movePointRight(2)
                                .divide(BigDecimal.valueOf(whole.fen()), 2, RoundingMode.HALF_UP)
                                .toPlainString()
                        + "%";
    }
}
