package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mingzhang.kernel.crosswalk.Crosswalk;
import org.mingzhang.kernel.crosswalk.Crosswalk.Entry;
import org.mingzhang.kernel.crosswalk.Crosswalk.Portion;
import org.mingzhang.kernel.value.Classification.Expenditure;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.kernel.value.Successor;
import org.mingzhang.kernel.value.YearSource;

/**
 * What of a year goes on as what in a later one: units and projects along the crosswalk, the rest by its kind. Codes of the
 * classifications change nothing here, since no step goes by them.
 *
 * @param ours whether a unit belongs to the subject
 */
record LineIdentity(Crosswalk crosswalk, FiscalYear from, FiscalYear to, Predicate<String> ours) {
    /** What is one and the same in both years; projects that are new or have ended are told apart by their money. */
    record Slot(BridgeReason reason, String key) {}

    /** Units of others that go on here, at least in part. */
    Set<String> beside() {
        return crosswalk.between(SuccessionKind.UNIT, from, to).stream()
                .map(entry -> entry.succession().before())
                .filter(unit -> !ours.test(unit))
                .filter(unit -> units(unit, 0).stream().anyMatch(portion -> ours.test(portion.code())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<Portion> units(String unit, long fen) {
        return crosswalk.restated(SuccessionKind.UNIT, unit, fen, from, to);
    }

    /** Under the projects that it has in the later year; money without a project is itself. */
    List<Portion> projects(Expenditure money, long fen) {
        Optional<ProjectCode> project = money.project();
        return project.map(code -> crosswalk.restated(SuccessionKind.PROJECT, code.value(), fen, from, to))
                .orElseGet(() -> List.of(new Portion("", fen)));
    }

    static Slot slot(Expenditure money, String project) {
        if (money.source() == YearSource.CARRY_OVER) {
            return new Slot(BridgeReason.CARRIED_OVER, "");
        }
        return switch (money.category()) {
            case PERSONNEL -> new Slot(BridgeReason.PERSONNEL, "");
            case OPERATING -> new Slot(BridgeReason.OPERATING, "");
            case OTHER_OPERATIONS, SPECIFIC_PURPOSE -> new Slot(BridgeReason.CONTINUED_PROJECT, project);
        };
    }

    /** Whether each unit that has money in the later year was a unit of others before. */
    boolean allFromElsewhere(List<Movement> later) {
        Set<String> reached = beside().stream()
                .flatMap(unit -> units(unit, 0).stream())
                .map(Portion::code)
                .collect(Collectors.toSet());
        return !later.isEmpty() && later.stream().map(Movement::unit).allMatch(reached::contains);
    }

    /** By which money of some codes went on, in their order. */
    List<Entry> successions(SuccessionKind kind, Set<String> before) {
        Set<String> reached = new TreeSet<>(before);
        List<Entry> found = new ArrayList<>();
        for (Entry entry : crosswalk.between(kind, from, to)) {
            if (reached.contains(entry.succession().before())) {
                found.add(entry);
                reached.addAll(after(entry));
            }
        }
        return found;
    }

    /** Those of them that lead to one code of the later year. */
    List<Entry> successions(SuccessionKind kind, Set<String> before, String after) {
        Set<String> leading = new TreeSet<>(Set.of(after));
        List<Entry> found = new ArrayList<>();
        for (Entry entry : successions(kind, before).reversed()) {
            if (!Collections.disjoint(leading, after(entry))) {
                found.addFirst(entry);
                leading.add(entry.succession().before());
            }
        }
        return found;
    }

    private static List<String> after(Entry entry) {
        return entry.succession().after().stream().map(Successor::code).toList();
    }
}
