package org.mingzhang.query.comparison;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Comparatives;
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

    /** Of lines: a code without any is nothing. */
    final class Kept implements YearFigures {
        private final ComparedBy by;
        private final Map<FigureLevel, Long> named = new EnumMap<>(FigureLevel.class);
        private final Map<String, Long> coded = new HashMap<>();
        private final Set<String> leaves = new TreeSet<>();

        Kept(ComparedBy by) {
            this.by = by;
        }

        /** Counts money under each level and under its code and those above. */
        void add(String code, ClassifiedSums.Money money) {
            for (FigureLevel level : FigureLevel.values()) {
                if (!level.coded() && level.counts(money.appropriated(), money.ofProject(), money.dept())) {
                    named.merge(level, money.fen(), Math::addExact);
                }
            }
            leaves.add(code);
            by.path(code).forEach(above -> coded.merge(above, money.fen(), Math::addExact));
        }

        @Override
        public Optional<Amount> named(FigureLevel level) {
            return Optional.of(new Amount(named.getOrDefault(level, 0L)));
        }

        @Override
        public Optional<Amount> coded(String code) {
            return Optional.of(new Amount(coded.getOrDefault(code, 0L)));
        }

        @Override
        public Set<String> codes() {
            return leaves;
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
