package org.mingzhang.query.comparison;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Comparatives;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.PrintedFigure;

/** What is known of the money of one year: of lines that are kept everything, of what was printed only what was printed. */
sealed interface YearFigures {
    /** Of a level that is one figure; empty where it is not known. */
    Optional<Amount> named(FigureLevel level);

    /** Of a code at any depth; empty where it is not known. */
    Optional<Amount> coded(String code);

    /** The codes of which something is said. */
    Set<String> codes();

    /** Nothing is known. */
    static YearFigures unknown() {
        return new Stated(Optional.empty(), ComparedBy.FUNCTION);
    }

    /** Of lines: a code without any is nothing, and one whose lines add up to nothing is as one without any. */
    final class Kept implements YearFigures {
        private final ComparedBy by;
        private final Map<Under, Long> under = new HashMap<>();
        private final Map<String, Long> leaves = new HashMap<>();
        private final Map<String, Long> coded = new HashMap<>();

        Kept(ComparedBy by) {
            this.by = by;
        }

        /** What decides under which named levels money counts. */
        private record Under(boolean appropriated, boolean ofProject, DeptEconomicCode dept) {
            boolean counts(FigureLevel level) {
                return !level.coded() && level.counts(appropriated, ofProject, dept);
            }
        }

        /** Counts money; under what else than its own code is found out when somebody asks, and once for all of it. */
        void add(String code, ClassifiedSums.Money money) {
            under.merge(new Under(money.appropriated(), money.ofProject(), money.dept()), money.fen(), Math::addExact);
            leaves.merge(code, money.fen(), Math::addExact);
            coded.clear();
        }

        @Override
        public Optional<Amount> named(FigureLevel level) {
            long sum = 0;
            for (Map.Entry<Under, Long> part : under.entrySet()) {
                sum = part.getKey().counts(level) ? Math.addExact(sum, part.getValue()) : sum;
            }
            return Optional.of(new Amount(sum));
        }

        @Override
        public Optional<Amount> coded(String code) {
            if (coded.isEmpty()) {
                leaves.forEach((leaf, fen) -> by.path(leaf).forEach(above -> coded.merge(above, fen, Math::addExact)));
            }
            return Optional.of(new Amount(coded.getOrDefault(code, 0L)));
        }

        /** What was taken back to the last fen is not there, as if it had never been drafted. */
        @Override
        public Set<String> codes() {
            return leaves.entrySet().stream()
                    .filter(leaf -> leaf.getValue() != 0)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** As it was printed. */
    record Stated(Optional<Comparatives> printed, ComparedBy by) implements YearFigures {
        @Override
        public Optional<Amount> named(FigureLevel level) {
            return printed.flatMap(found -> found.amount(level, ""));
        }

        @Override
        public Optional<Amount> coded(String code) {
            return printed.flatMap(found -> found.amount(by.level(), code));
        }

        @Override
        public Set<String> codes() {
            Set<String> codes = new TreeSet<>();
            printed.ifPresent(found -> found.figures().stream()
                    .filter(figure -> figure.level() == by.level())
                    .map(PrintedFigure::code)
                    .forEach(codes::add));
            return codes;
        }
    }

    /** Of several departments together: known is what is known of each. */
    record Both(YearFigures one, YearFigures other) implements YearFigures {
        @Override
        public Optional<Amount> named(FigureLevel level) {
            return one.named(level).flatMap(amount -> other.named(level).map(amount::plus));
        }

        @Override
        public Optional<Amount> coded(String code) {
            return one.coded(code).flatMap(amount -> other.coded(code).map(amount::plus));
        }

        @Override
        public Set<String> codes() {
            Set<String> codes = new TreeSet<>(one.codes());
            codes.addAll(other.codes());
            return codes;
        }
    }
}
