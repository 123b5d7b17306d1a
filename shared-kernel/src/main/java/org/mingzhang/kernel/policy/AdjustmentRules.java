package org.mingzhang.kernel.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;

/** The rules for adjustments, read from a file because offices differ in them and change them. */
public final class AdjustmentRules {
    private static final String FILE = "adjustment-rules.tsv";
    private static final List<String> HEAD =
            List.of("from", "kind", "least_yuan", "permitted", "stations", "approval_document", "basis", "confirmed");
    private static final AdjustmentRules SHIPPED = new AdjustmentRules(read());

    private final List<AdjustmentRule> rules;

    private AdjustmentRules(List<AdjustmentRule> rules) {
        this.rules = rules;
    }

    public static AdjustmentRules shipped() {
        return SHIPPED;
    }

    /** The rule for moving so much on that day; empty when the kind has none yet. */
    public Optional<AdjustmentRule> of(AdjustmentKind kind, Amount moved, LocalDate day) {
        Optional<LocalDate> version = rules.stream()
                .filter(rule -> rule.kind() == kind && !rule.from().isAfter(day))
                .map(AdjustmentRule::from)
                .max(Comparator.naturalOrder());
        return version.flatMap(from -> rules.stream()
                .filter(rule -> rule.kind() == kind && rule.from().equals(from))
                .filter(rule -> !rule.least().exceeds(moved))
                .max(Comparator.comparing(AdjustmentRule::least)));
    }

    private static List<AdjustmentRule> read() {
        try (InputStream in = AdjustmentRules.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("missing data file " + FILE);
            }
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            if (!List.of(lines.getFirst().split("\t")).equals(HEAD)) {
                throw new IllegalStateException(FILE + " does not begin with " + HEAD);
            }
            return lines.stream().skip(1).map(AdjustmentRules::rule).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AdjustmentRule rule(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != HEAD.size()) {
            throw new IllegalStateException(FILE + ": " + line);
        }
        return new AdjustmentRule(
                LocalDate.parse(cells[0]),
                AdjustmentKind.valueOf(cells[1]),
                Amount.ofYuan(Long.parseLong(cells[2])),
                yes(cells[3]),
                Stream.of(cells[4].split(","))
                        .filter(name -> !name.isEmpty())
                        .map(AdjustmentStation::valueOf)
                        .sorted()
                        .toList(),
                yes(cells[5]),
                cells[6],
                yes(cells[7]));
    }

    private static boolean yes(String cell) {
        return switch (cell) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalStateException(FILE + " says neither yes nor no: " + cell);
        };
    }
}
