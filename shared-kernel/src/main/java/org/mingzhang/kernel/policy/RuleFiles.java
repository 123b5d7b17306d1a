package org.mingzhang.kernel.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.TargetOperator;

/** Reads the rules that come with the program; a file that is not as it should be stops the start. */
final class RuleFiles {
    private static final String PATHS = "adjustment-rules.tsv";
    private static final List<String> PATHS_HEAD = List.of(
            "from", "to", "kind", "least_yuan", "permitted", "stations", "approval_document", "basis", "confirmed");
    private static final String LIMITS = "adjustment-limits.tsv";
    private static final List<String> LIMITS_HEAD = List.of(
            "id",
            "from",
            "to",
            "kinds",
            "least_yuan",
            "measure",
            "bound",
            "except",
            "effect",
            "stations",
            "basis",
            "confirmed");
    private static final String INDICATORS = "performance-indicators.tsv";
    private static final List<String> INDICATORS_HEAD = List.of(
            "id",
            "from",
            "to",
            "name",
            "formula",
            "operator",
            "bound",
            "except_kinds",
            "except_reasons",
            "basis",
            "confirmed");
    private static final String SCORING = "scoring-rules.tsv";
    private static final List<String> SCORING_HEAD =
            List.of("name", "from", "to", "key", "value", "basis", "confirmed");
    private static final int BUILT_IN = 0;

    private RuleFiles() {}

    static AdjustmentRules read() {
        return new AdjustmentRules(
                rows(PATHS, PATHS_HEAD).map(RuleFiles::path).toList(),
                rows(LIMITS, LIMITS_HEAD).map(RuleFiles::limit).toList());
    }

    private static AdjustmentRule path(String[] cells) {
        return new AdjustmentRule(
                LocalDate.parse(cells[0]),
                last(cells[1]),
                AdjustmentKind.valueOf(cells[2]),
                Amount.ofYuan(Long.parseLong(cells[3])),
                yes(cells[4]),
                several(cells[5], AdjustmentStation::valueOf).sorted().toList(),
                yes(cells[6]),
                cells[7],
                yes(cells[8]),
                BUILT_IN);
    }

    private static Limit limit(String[] cells) {
        return new Limit(
                cells[0],
                LocalDate.parse(cells[1]),
                last(cells[2]),
                several(cells[3], AdjustmentKind::valueOf).collect(Collectors.toSet()),
                Amount.ofYuan(Long.parseLong(cells[4])),
                Measure.valueOf(cells[5]),
                cells[6],
                several(cells[7], ReasonClass::valueOf).collect(Collectors.toSet()),
                LimitEffect.valueOf(cells[8]),
                several(cells[9], AdjustmentStation::valueOf).toList(),
                cells[10],
                yes(cells[11]),
                BUILT_IN);
    }

    static List<IndicatorRule> indicators() {
        return rows(INDICATORS, INDICATORS_HEAD).map(RuleFiles::indicator).toList();
    }

    private static IndicatorRule indicator(String[] cells) {
        return new IndicatorRule(
                cells[0],
                LocalDate.parse(cells[1]),
                last(cells[2]),
                cells[3],
                IndicatorFormula.valueOf(cells[4]),
                TargetOperator.valueOf(cells[5]),
                new BigDecimal(cells[6]),
                several(cells[7], AdjustmentKind::valueOf).collect(Collectors.toSet()),
                several(cells[8], ReasonClass::valueOf).collect(Collectors.toSet()),
                cells[9],
                yes(cells[10]));
    }

    static List<ScoringRules> scoring() {
        return ScoringRules.of(
                rows(SCORING, SCORING_HEAD).map(RuleFiles::scoringRow).toList());
    }

    private static ScoringRules.Row scoringRow(String[] cells) {
        return new ScoringRules.Row(
                cells[0],
                LocalDate.parse(cells[1]),
                last(cells[2]),
                cells[3],
                new BigDecimal(cells[4]),
                cells[5],
                yes(cells[6]));
    }

    private static Stream<String[]> rows(String file, List<String> head) {
        try (InputStream in = RuleFiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing data file " + file);
            }
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            if (!List.of(lines.getFirst().split("\t", -1)).equals(head)) {
                throw new IllegalStateException(file + " does not begin with " + head);
            }
            return lines.stream().skip(1).map(line -> cells(file, line, head.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] cells(String file, String line, int expected) {
        String[] cells = line.split("\t", -1);
        if (cells.length != expected) {
            throw new IllegalStateException(file + ": " + line);
        }
        return cells;
    }

    private static Optional<LocalDate> last(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cell));
    }

    private static <T> Stream<T> several(String cell, Function<String, T> one) {
        return Stream.of(cell.split(",")).filter(name -> !name.isEmpty()).map(one);
    }

    private static boolean yes(String cell) {
        return switch (cell) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalStateException("a rule says neither yes nor no: " + cell);
        };
    }
}
