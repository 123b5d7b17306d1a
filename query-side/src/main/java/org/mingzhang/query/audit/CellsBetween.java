package org.mingzhang.query.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.TableDifference;
import org.mingzhang.query.disclosure.TableDifference.Place;
import org.mingzhang.query.disclosure.TableDifference.Standing;
import org.mingzhang.query.disclosure.TableTemplate;
import org.mingzhang.query.disclosure.TextOrigin;
import org.mingzhang.query.disclosure.TracedTable;
import org.mingzhang.query.facts.DisclosureTables;

/** The cells of all tables at two instants, of which each knows what its table says of it. */
public final class CellsBetween {
    private final Map<Integer, Sides> tables = new LinkedHashMap<>();
    private final List<Place> places = new ArrayList<>();

    /** One table at both instants; empty where the unit that it is of was not there. */
    public record Sides(Optional<TracedTable> before, Optional<TracedTable> after) {
        List<TextOrigin> origins(Place place) {
            List<TextOrigin> origins = new ArrayList<>();
            for (Optional<TracedTable> side : List.of(before, after)) {
                side.map(traced -> traced.texts(place.row(), place.column().key()))
                        .ifPresent(origins::addAll);
            }
            return origins.stream().distinct().toList();
        }

        TracedTable any() {
            return after.or(() -> before).orElseThrow();
        }
    }

    public static CellsBetween of(
            DisclosureTables tables, BudgetFacts before, BudgetFacts after, Scope scope, OptionalInt only) {
        BudgetFacts old = asKnown(before, after, scope);
        BudgetFacts fresh = asKnown(after, before, scope);
        CellsBetween cells = new CellsBetween();
        for (TableTemplate template : tables.templates()) {
            int number = template.number();
            if (only.isEmpty() || only.getAsInt() == number) {
                cells.add(number, new Sides(tables.traced(old, number, scope), tables.traced(fresh, number, scope)));
            }
        }
        return cells;
    }

    /** What was booked on a unit before it was registered is there all the same. */
    private static BudgetFacts asKnown(BudgetFacts facts, BudgetFacts other, Scope scope) {
        return scope.unit()
                .filter(unit -> facts.unit(unit).isEmpty())
                .flatMap(other::unit)
                .map(facts::with)
                .orElse(facts);
    }

    private void add(int number, Sides sides) {
        tables.put(number, sides);
        TableDifference.places(sides.before.map(TracedTable::table), sides.after.map(TracedTable::table)).stream()
                .filter(place -> !place.blank() && !onlyNames(sides, place))
                .forEach(places::add);
    }

    /** What names a row that came or went is no change of its own. */
    private static boolean onlyNames(Sides sides, Place place) {
        return place.standing() != Standing.BOTH
                && !place.money()
                && sides.origins(place).stream().allMatch(origin -> switch (origin.kind()) {
                    case TEMPLATE, FUNCTION, ECONOMIC, DEPARTMENT, UNIT, PROJECT -> true;
                    case PROJECT_TARGETS, OVERALL_TARGETS, STATEMENT -> false;
                });
    }

    /** By number, in order. */
    public Map<Integer, Sides> tables() {
        return tables;
    }

    public Sides table(Place place) {
        Sides sides = tables.get(place.table());
        if (sides == null) {
            throw new IllegalArgumentException("no table " + place.table());
        }
        return sides;
    }

    /** In the order of the tables; those that are blank at both instants are left out. */
    public List<Place> places() {
        return places;
    }
}
