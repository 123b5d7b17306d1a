package org.mingzhang.kernel.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.ReasonClass;

/**
 * The rules for adjustments that count on one day.
 *
 * @param paths by kind and then by amount
 * @param limits by name
 */
public record RulesOfDay(List<AdjustmentRule> paths, List<Limit> limits) {
    private static final int SHOWN_DIGITS = 16;

    public RulesOfDay {
        paths = paths.stream()
                .sorted(Comparator.comparing(AdjustmentRule::kind).thenComparing(AdjustmentRule::least))
                .toList();
        limits = limits.stream().sorted(Comparator.comparing(Limit::id)).toList();
    }

    /** The one rule for moving so much; empty when the kind has none. */
    public Optional<AdjustmentRule> path(AdjustmentKind kind, Amount moved) {
        return paths.stream()
                .filter(rule -> rule.kind() == kind && !rule.least().exceeds(moved))
                .max(Comparator.comparing(AdjustmentRule::least));
    }

    /** The limits that have to be measured on such a document. */
    public List<Limit> limits(AdjustmentKind kind, Amount moved, ReasonClass reason) {
        return limits.stream()
                .filter(limit -> limit.appliesTo(kind, moved, reason))
                .toList();
    }

    /** A digest of exactly these rules: the same digest means the same rows, whenever and wherever they are in force. */
    public String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.concat(
                            paths.stream().map(RulesOfDay::written),
                            limits.stream().map(RulesOfDay::written))
                    .forEach(row -> digest.update((row + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String written(AdjustmentRule rule) {
        return String.join(
                "\t",
                days(rule.from(), rule.to()),
                rule.id(),
                Boolean.toString(rule.permitted()),
                rule.stations().toString(),
                Boolean.toString(rule.approvalDemanded()),
                rule.basis(),
                Boolean.toString(rule.confirmed()),
                Integer.toString(rule.amendment()));
    }

    private static String written(Limit limit) {
        return String.join(
                "\t",
                days(limit.from(), limit.to()),
                limit.id(),
                limit.kinds().toString(),
                limit.least().toString(),
                limit.measure().name(),
                limit.bound(),
                limit.except().toString(),
                limit.effect().name(),
                limit.stations().toString(),
                limit.basis(),
                Boolean.toString(limit.confirmed()),
                Integer.toString(limit.amendment()));
    }

    private static String days(LocalDate from, Optional<LocalDate> to) {
        return from + ".." + to.map(LocalDate::toString).orElse("");
    }
}
