package org.mingzhang.query.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.audit.Difference.Cell;
import org.mingzhang.query.audit.Difference.Earlier;
import org.mingzhang.query.audit.Difference.Movement;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.disclosure.TableDifference.Place;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PrintedTable;
import org.mingzhang.query.web.TableQuestion;

/** Tells cells that differ: by which names, with which events, and where each is explained at both instants. */
final class ToldDifference {
    /** More of one cell than anybody reads; the rest is told as a sum. */
    private static final int LISTED = 50;

    /** Each costs two tables. */
    private static final int TRIED = 20;

    private final TwoInstants instants;
    private final CellsBetween cells;
    private final MovementsBetween movements;
    private final WordTrail words;
    private final TableQuestion question;
    private final TableBasis toBasis;

    ToldDifference(
            TwoInstants instants,
            CellsBetween cells,
            MovementsBetween movements,
            WordTrail words,
            DifferenceQuestion asked) {
        this.instants = instants;
        this.cells = cells;
        this.movements = movements;
        this.words = words;
        this.question = asked.table();
        this.toBasis = asked.toBasis();
    }

    Cell cell(Place place) {
        List<Movement> events = place.money() ? moved(place) : said(place);
        int listed = Math.min(LISTED, events.size());
        return new Cell(
                place.table(),
                Explanation.Place.of(place.row(), rowName(place)),
                Explanation.Place.of(place.column().key(), PlaceNames.column(place.column(), question.unit())),
                place.standing().name().toLowerCase(Locale.ROOT),
                place.money() ? "amount" : "text",
                fen(place, place.amountBefore()),
                fen(place, place.amountAfter()),
                fen(place, place.difference()),
                Table.print(place.before(), question.unit()),
                Table.print(place.after(), question.unit()),
                place.money() ? signed(question.unit(), place.difference()) : "",
                place.changed(),
                events.subList(0, listed),
                earlier(events.subList(listed, events.size())),
                place.rowBefore() < 0
                        ? Optional.empty()
                        : Optional.of(address(place, instants.before(), question.basis())),
                place.rowAfter() < 0 ? Optional.empty() : Optional.of(address(place, instants.after(), toBasis)));
    }

    private static Optional<Long> fen(Place place, Amount amount) {
        return place.money() ? Optional.of(amount.fen()) : Optional.empty();
    }

    static String signed(AmountUnit unit, Amount amount) {
        return (amount.fen() > 0 ? "+" : "") + unit.print(amount);
    }

    /** The newest first. */
    private List<Movement> moved(Place place) {
        CellsBetween.Sides sides = cells.table(place);
        return movements.of(place, sides.before(), sides.after()).reversed().stream()
                .map(one -> new Movement(
                        one.position(), Optional.of(one.fen()), signed(question.unit(), new Amount(one.fen()))))
                .toList();
    }

    private Optional<Earlier> earlier(List<Movement> left) {
        long fen = left.stream().mapToLong(one -> one.fen().orElse(0L)).sum();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(new Earlier(left.size(), fen, signed(question.unit(), new Amount(fen))));
    }

    /** Those that changed the words here; where none did alone, because the row came or moved, all that could have. */
    private List<Movement> said(Place place) {
        if (!place.changed()) {
            return List.of();
        }
        List<Long> candidates =
                new ArrayList<>(words.positions(cells.table(place).origins(place), instants.latest())
                        .descendingSet());
        candidates.removeIf(position -> !instants.between(position));
        List<Long> changing = candidates.stream()
                .limit(TRIED)
                .filter(position -> changes(place, position))
                .toList();
        return (changing.isEmpty() ? candidates : changing)
                .stream()
                        .map(position -> new Movement(position, Optional.empty(), ""))
                        .toList();
    }

    private boolean changes(Place place, long position) {
        Explanation.Changed change = words.change(place.table(), place.row(), place.columnAt(), position);
        return !change.before().equals(change.after());
    }

    private String rowName(Place place) {
        CellsBetween.Sides sides = cells.table(place);
        return place.rowAfter() < 0
                ? PlaceNames.row(sides.before().orElseThrow(), place.rowBefore(), place.columnAt(), question.unit())
                : PlaceNames.row(sides.after().orElseThrow(), place.rowAfter(), place.columnAt(), question.unit());
    }

    private String address(Place place, OpenedBudget budget, TableBasis basis) {
        TableQuestion then = new TableQuestion(question.unit(), basis, question.scope(), false, instant(budget));
        return "/budgets/" + budget.id() + "/tables/" + place.table() + "/cells/"
                + PrintedTable.place(place.row(), place.column().key())
                + then.query();
    }

    /** One that means the same for ever. */
    static AsOf instant(OpenedBudget budget) {
        return budget.moment()
                .day()
                .map(day -> new AsOf(day.toString(), true))
                .orElseGet(() -> new AsOf(Long.toString(budget.position()), false));
    }

    /** The positions of everything that was told. */
    static SortedSet<Long> named(List<Cell> cells, List<Difference.Targets> targets, List<Difference.State> states) {
        SortedSet<Long> named = new TreeSet<>();
        cells.forEach(cell -> cell.events().forEach(event -> named.add(event.position())));
        targets.forEach(one -> named.addAll(one.events()));
        states.forEach(one -> named.addAll(one.events()));
        return named;
    }
}
