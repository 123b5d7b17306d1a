package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.mingzhang.kernel.crosswalk.Crosswalk;
import org.mingzhang.kernel.crosswalk.Crosswalk.Portion;
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
    private final FiscalYear last;
    private final Set<Note> notes = new TreeSet<>();

    LikeForLike(Map<DivisionCode, Crosswalk> crosswalks, ComparisonQuestion question) {
        this.crosswalks = new TreeMap<>(crosswalks);
        this.question = question;
        this.last = question.years().getLast();
    }

    /** A succession by which something was restated. */
    record Note(DivisionCode division, int number, Succession succession) implements Comparable<Note> {
        @Override
        public int compareTo(Note other) {
            int byDivision = division.value().compareTo(other.division.value());
            return byDivision != 0 ? byDivision : Integer.compare(number, other.number);
        }
    }

    /** Departments beside the subject whose units go on in it, so that their money is needed as well. */
    Set<String> departmentsBeside(FiscalYear first) {
        Set<String> beside = new TreeSet<>();
        crosswalks.forEach((division, crosswalk) -> crosswalk
                .between(SuccessionKind.UNIT, first, last)
                .forEach(entry -> {
                    String unit = entry.succession().before();
                    boolean comes = crosswalk.restated(SuccessionKind.UNIT, unit, 0, first, last).stream()
                            .anyMatch(portion -> question.covers(department(division, portion.code())));
                    if (comes && !question.covers(department(division, unit))) {
                        beside.add(department(division, unit));
                    }
                }));
        return beside;
    }

    /** Money with its unit told; what belongs to nobody of the subject in the last year is left out. */
    void restate(Sum sum, BiConsumer<String, ClassifiedSums.Money> counted) {
        DivisionCode division = new DivisionCode(sum.unit().substring(0, 6));
        Crosswalk crosswalk = crosswalks.getOrDefault(division, Crosswalk.none());
        String unit = sum.unit().substring(7);
        for (Portion part : portions(
                division, crosswalk, SuccessionKind.UNIT, unit, sum.money().fen(), sum.year())) {
            if (inSubject(division, part.code())) {
                coded(division, crosswalk, sum, part)
                        .forEach(portion ->
                                counted.accept(portion.code(), sum.money().of(portion.fen())));
            }
        }
    }

    private boolean inSubject(DivisionCode division, String unit) {
        return question.covers(department(division, unit))
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
        Set<String> reached = new TreeSet<>(Set.of(code));
        crosswalk.between(kind, year, last).stream()
                .filter(entry -> reached.contains(entry.succession().before()))
                .forEach(entry -> {
                    entry.succession().after().stream().map(Successor::code).forEach(reached::add);
                    notes.add(new Note(division, entry.number(), entry.succession()));
                });
    }

    /** By which something was restated, in their order. */
    List<Note> notes() {
        return new ArrayList<>(notes);
    }

    static String department(DivisionCode division, String unit) {
        return division + "-" + unit.substring(0, 3);
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
