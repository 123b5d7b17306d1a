package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mingzhang.kernel.crosswalk.Crosswalk;
import org.mingzhang.kernel.crosswalk.Crosswalk.Portion;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Succession;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.kernel.value.Successor;
import org.mingzhang.query.comparison.ClassifiedSums.Sum;

/** 同口径: money of earlier years under the units and codes that it would have in the last one; nothing is gained or lost. */
final class LikeForLike {
    private final Map<DivisionCode, Crosswalk> crosswalks;
    private final ComparisonQuestion question;
    private final KnownYears counted;
    private final Map<Department, Set<String>> units;
    private final Map<BudgetId, Boolean> told = new TreeMap<>();
    private final FiscalYear last;
    private final Set<Note> notes = new TreeSet<>();

    /**
     * @param counted what the visitor reads, which decides which year is the last
     * @param units of the departments of the subject in the years that are compared
     */
    LikeForLike(
            Map<DivisionCode, Crosswalk> crosswalks,
            ComparisonQuestion question,
            KnownYears counted,
            Map<Department, Set<String>> units) {
        this.units = new TreeMap<>(units);
        this.crosswalks = new TreeMap<>(crosswalks);
        this.question = question;
        this.counted = counted;
        this.last = counted.lastRead(question.years());
    }

    /** A succession by which something was restated. */
    record Note(DivisionCode division, int number, Succession succession) implements Comparable<Note> {
        @Override
        public int compareTo(Note other) {
            int byDivision = division.value().compareTo(other.division.value());
            return byDivision != 0 ? byDivision : Integer.compare(number, other.number);
        }
    }

    /**
     * Budgets of a year of which a unit, not of the subject itself, goes on in it, so that their money is needed as well; with
     * the departments in which it goes on.
     */
    Map<BudgetId, Set<Department>> budgetsBeside(FiscalYear year) {
        Map<BudgetId, Set<Department>> beside = new TreeMap<>();
        crosswalks.forEach((division, crosswalk) -> crosswalk
                .between(SuccessionKind.UNIT, year, last)
                .forEach(entry -> {
                    String unit = entry.succession().before();
                    if (!inSubject(division, unit)) {
                        crosswalk.restated(SuccessionKind.UNIT, unit, 0, year, last).stream()
                                .filter(portion -> inSubject(division, portion.code()))
                                .map(portion -> Department.of(division, portion.code()))
                                .filter(department -> tells(department, year))
                                .forEach(department -> beside.computeIfAbsent(
                                                Department.of(division, unit).in(year), budget -> new TreeSet<>())
                                        .add(department));
                    }
                }));
        return beside;
    }

    /**
     * Whether a year of a department is told with what comes from elsewhere: where its own lines are kept, or where it had
     * none because it began later with nothing but units that were elsewhere. What was printed stays as it is, and a part of a
     * year of which the rest is unknown is not told for the whole.
     */
    private boolean tells(Department department, FiscalYear year) {
        return told.computeIfAbsent(
                department.in(year),
                budget -> counted.kept().containsKey(budget)
                        || (!counted.printed(department, year)
                                && successors(department, year).containsAll(units.getOrDefault(department, Set.of()))));
    }

    private Set<String> successors(Department department, FiscalYear year) {
        return crosswalks
                .getOrDefault(department.division(), Crosswalk.none())
                .between(SuccessionKind.UNIT, year, last)
                .stream()
                .flatMap(entry -> entry.succession().after().stream()
                        .map(Successor::code)
                        .filter(code -> !code.equals(entry.succession().before())))
                .collect(Collectors.toSet());
    }

    /** Money with its unit told; what belongs to nobody of the subject in the last year is left out. */
    void restate(Sum sum, BiConsumer<String, ClassifiedSums.Money> found) {
        DivisionCode division = division(sum);
        restate(sum, part -> inSubject(division, part.code()), found);
    }

    /** The same of departments beside it: what the subject itself has was read with its own budgets. */
    void restateBeside(Sum sum, BiConsumer<String, ClassifiedSums.Money> found) {
        DivisionCode division = division(sum);
        if (!inSubject(division, unit(sum))) {
            restate(
                    sum,
                    part -> inSubject(division, part.code()) && tells(Department.of(division, part.code()), sum.year()),
                    found);
        }
    }

    private void restate(Sum sum, Predicate<Portion> counts, BiConsumer<String, ClassifiedSums.Money> found) {
        DivisionCode division = division(sum);
        Crosswalk crosswalk = crosswalks.getOrDefault(division, Crosswalk.none());
        List<Portion> parts =
                crosswalk.restated(SuccessionKind.UNIT, unit(sum), sum.money().fen(), sum.year(), last).stream()
                        .filter(counts)
                        .toList();
        if (!parts.isEmpty() || inSubject(division, unit(sum))) {
            note(division, crosswalk, SuccessionKind.UNIT, unit(sum), sum.year());
        }
        for (Portion part : parts) {
            coded(division, crosswalk, sum, part)
                    .forEach(portion -> found.accept(portion.code(), sum.money().of(portion.fen())));
        }
    }

    private static DivisionCode division(Sum sum) {
        return new DivisionCode(sum.unit().substring(0, 6));
    }

    private static String unit(Sum sum) {
        return sum.unit().substring(7);
    }

    private boolean inSubject(DivisionCode division, String unit) {
        return question.covers(Department.of(division, unit).code())
                && question.scope()
                        .unit()
                        .filter(one -> !one.value().equals(unit))
                        .isEmpty();
    }

    private List<Portion> coded(DivisionCode division, Crosswalk crosswalk, Sum sum, Portion part) {
        if (question.by() == ComparedBy.UNIT) {
            return List.of(part);
        }
        return kind(question.by())
                .map(kind -> portions(division, crosswalk, kind, sum.code(), part.fen(), sum.year()))
                .orElseGet(() -> List.of(new Portion(sum.code(), part.fen())));
    }

    private List<Portion> portions(
            DivisionCode division, Crosswalk crosswalk, SuccessionKind kind, String code, long fen, FiscalYear year) {
        note(division, crosswalk, kind, code, year);
        return crosswalk.restated(kind, code, fen, year, last);
    }

    private void note(DivisionCode division, Crosswalk crosswalk, SuccessionKind kind, String code, FiscalYear year) {
        crosswalk
                .followed(kind, code, year, last)
                .forEach(entry -> notes.add(new Note(division, entry.number(), entry.succession())));
    }

    /** By which something was restated, in their order. */
    List<Note> notes() {
        return new ArrayList<>(notes);
    }

    private static Optional<SuccessionKind> kind(ComparedBy by) {
        return switch (by) {
            case FUNCTION -> Optional.of(SuccessionKind.FUNCTION);
            case DEPT -> Optional.of(SuccessionKind.DEPT_ECONOMIC);
            case GOV -> Optional.of(SuccessionKind.GOV_ECONOMIC);
            case PROJECT -> Optional.of(SuccessionKind.PROJECT);
            case UNIT, FUND -> Optional.empty();
        };
    }
}
