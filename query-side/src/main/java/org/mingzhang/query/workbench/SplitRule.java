package org.mingzhang.query.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.mingzhang.kernel.policy.AdjustmentRule;
import org.mingzhang.kernel.policy.RulesOfDay;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.controls.ChoiceWords;

/**
 * Documents of one kind that change the same line within some days, each below an amount from which on others decide, and
 * together at or above it; the amounts are those of the rules of the day of the last one.
 *
 * @param rules of a day
 */
record SplitRule(Thresholds thresholds, Function<LocalDate, RulesOfDay> rules) implements FlagRule {
    @Override
    public List<Flagged> flags(List<FlagCase> documents) {
        Map<String, List<FlagCase>> byLine = new TreeMap<>();
        documents.stream()
                .filter(one -> one.live() && !one.reverses())
                .sorted(Comparator.comparing(FlagCase::day).thenComparingInt(FlagCase::number))
                .forEach(one -> one.moves().stream()
                        .map(FlagCase.Move::line)
                        .distinct()
                        .forEach(line -> byLine.computeIfAbsent(one.kind() + " " + line, any -> new ArrayList<>())
                                .add(one)));
        List<Flagged> flags = new ArrayList<>();
        Set<List<Integer>> told = new HashSet<>();
        byLine.forEach((key, sorted) -> of(key.substring(key.indexOf(' ') + 1), sorted).stream()
                .filter(flag -> told.add(flag.documents()))
                .forEach(flags::add));
        return flags;
    }

    private List<Flagged> of(String line, List<FlagCase> sorted) {
        List<Flagged> flags = new ArrayList<>();
        int at = 0;
        while (at < sorted.size()) {
            List<FlagCase> window = FlagRule.window(sorted, at, thresholds.count(FlagKind.SPLIT, "days"));
            Optional<Flagged> flag = judged(line, window);
            flag.ifPresent(flags::add);
            at += flag.isPresent() ? window.size() : 1;
        }
        return flags;
    }

    private Optional<Flagged> judged(String line, List<FlagCase> window) {
        LocalDate last = window.getLast().day();
        for (Amount bound : bounds(window.getFirst().kind(), last)) {
            List<FlagCase> below =
                    window.stream().filter(one -> bound.exceeds(one.amount())).toList();
            Amount sum = Amount.sum(below.stream().map(FlagCase::amount).toList());
            if (below.size() >= thresholds.count(FlagKind.SPLIT, "documents") && !bound.exceeds(sum)) {
                return Optional.of(Flagged.of(
                        FlagKind.SPLIT,
                        below,
                        below.size(),
                        ChoiceWords.key(window.getFirst().kind()),
                        line,
                        largest(below),
                        AmountUnit.YUAN.print(bound),
                        AmountUnit.YUAN.print(sum),
                        below.getFirst().day(),
                        below.getLast().day()));
            }
        }
        return Optional.empty();
    }

    /** From which on others decide, the smallest first. */
    private List<Amount> bounds(AdjustmentKind kind, LocalDate day) {
        return rules.apply(day).paths().stream()
                .filter(rule -> rule.kind() == kind && !rule.least().isZero())
                .map(AdjustmentRule::least)
                .sorted(Comparator.comparingLong(Amount::fen))
                .toList();
    }

    private static String largest(List<FlagCase> below) {
        return AmountUnit.YUAN.print(below.stream()
                .map(FlagCase::amount)
                .max(Comparator.comparingLong(Amount::fen))
                .orElse(Amount.ZERO));
    }
}
