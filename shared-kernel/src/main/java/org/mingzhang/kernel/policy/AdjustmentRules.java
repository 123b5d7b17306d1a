package org.mingzhang.kernel.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules for adjustments with their days: those that come with the program, and over them what a division has put in
 * force.
 *
 * <p>All tiers of a kind belong together: whoever sets one sets them all. A limit stands by its name. Of several that
 * count on a day the division's goes before the built-in one, then the later one.
 */
public record AdjustmentRules(List<AdjustmentRule> paths, List<Limit> limits) {
    private static final AdjustmentRules SHIPPED = RuleFiles.read();

    public AdjustmentRules {
        paths = List.copyOf(paths);
        limits = List.copyOf(limits);
    }

    /** Those that come with the program. */
    public static AdjustmentRules shipped() {
        return SHIPPED;
    }

    /** These and others over them. */
    public AdjustmentRules and(List<AdjustmentRule> morePaths, List<Limit> moreLimits) {
        return new AdjustmentRules(
                Stream.concat(paths.stream(), morePaths.stream()).toList(),
                Stream.concat(limits.stream(), moreLimits.stream()).toList());
    }

    /** What counts on that day. */
    public RulesOfDay on(LocalDate day) {
        List<AdjustmentRule> tiers =
                grouped(paths.stream().filter(rule -> rule.inForceOn(day)), AdjustmentRule::kind).values().stream()
                        .flatMap(AdjustmentRules::newest)
                        .toList();
        List<Limit> named = grouped(limits.stream().filter(limit -> limit.inForceOn(day)), Limit::id).values().stream()
                .flatMap(same -> same.stream().max(AdjustmentRules.newer(Limit::amendment, Limit::from)).stream())
                .toList();
        return new RulesOfDay(tiers, named);
    }

    /** The tiers that were set together last. */
    private static Stream<AdjustmentRule> newest(List<AdjustmentRule> ofKind) {
        Optional<AdjustmentRule> newest = ofKind.stream().max(newer(AdjustmentRule::amendment, AdjustmentRule::from));
        return ofKind.stream()
                .filter(rule -> newest.filter(last -> last.amendment() == rule.amendment()
                                && last.from().equals(rule.from()))
                        .isPresent());
    }

    private static <T> Comparator<T> newer(Function<T, Integer> amendment, Function<T, LocalDate> from) {
        return Comparator.<T, Boolean>comparing(row -> amendment.apply(row) > 0)
                .thenComparing(from)
                .thenComparing(amendment);
    }

    private static <T, K> Map<K, List<T>> grouped(Stream<T> rows, Function<T, K> by) {
        return rows.collect(Collectors.groupingBy(by));
    }
}
