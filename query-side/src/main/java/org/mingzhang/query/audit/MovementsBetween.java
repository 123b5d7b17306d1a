package org.mingzhang.query.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.query.disclosure.CellFormula;
import org.mingzhang.query.disclosure.ClassificationIndex;
import org.mingzhang.query.disclosure.TableDifference;
import org.mingzhang.query.disclosure.TracedTable;
import org.mingzhang.query.facts.PostingTrail.Differing;

/** The movements of money between two moments, asked for one amount after the other. */
public final class MovementsBetween {
    private final ClassificationIndex index;
    private final List<List<Differing>> byClassification;
    private final Map<List<Object>, List<Movement>> known = new HashMap<>();

    public MovementsBetween(List<Differing> differing) {
        Map<Classification, List<Differing>> grouped = new LinkedHashMap<>();
        differing.forEach(one -> grouped.computeIfAbsent(one.posted().classification(), any -> new ArrayList<>())
                .add(one));
        this.index = new ClassificationIndex(List.copyOf(grouped.keySet()));
        this.byClassification = List.copyOf(grouped.values());
    }

    /**
     * What one event adds to a difference.
     *
     * @param fen less than zero as well for what the later moment does not count any more
     */
    public record Movement(long position, long fen) {}

    /**
     * By event, oldest first; an event that moves money only within the amount is none of them.
     *
     * <p>Movements that do not add up to the difference stop here: no account is better than a wrong one.
     */
    public List<Movement> of(TableDifference.Place place, Optional<TracedTable> before, Optional<TracedTable> after) {
        List<Movement> movements = formula(place, after)
                .or(() -> formula(place, before))
                .map(this::counted)
                .orElse(List.of());
        long sum = movements.stream().mapToLong(Movement::fen).sum();
        if (sum != place.difference().fen()) {
            throw new IllegalStateException("%d/%s/%s differs by %s but its movements add up to %d fen"
                    .formatted(place.table(), place.row(), place.column().key(), place.difference(), sum));
        }
        return movements;
    }

    private static Optional<CellFormula> formula(TableDifference.Place place, Optional<TracedTable> table) {
        return table.flatMap(
                traced -> traced.formula(place.row(), place.column().key()));
    }

    /** Many amounts ask the same. */
    private List<Movement> counted(CellFormula formula) {
        return known.computeIfAbsent(
                List.of(formula.revenue(), formula.never(), formula.scope(), formula.conditions()),
                same -> byEvent(index.counted(formula)));
    }

    private List<Movement> byEvent(BitSet counted) {
        Map<Long, Long> sums = new TreeMap<>();
        counted.stream()
                .forEach(at -> byClassification
                        .get(at)
                        .forEach(one -> sums.merge(one.posted().position(), one.fen(), Math::addExact)));
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() != 0)
                .map(sum -> new Movement(sum.getKey(), sum.getValue()))
                .toList();
    }
}
