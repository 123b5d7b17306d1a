package org.mingzhang.query.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.audit.Explanation.Changed;
import org.mingzhang.query.disclosure.CellAddress;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TextOrigin;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.web.TableQuestion;

/** Which events said the words of a table, and what stood at a place before and after each of them. */
final class WordTrail {
    private final DisclosureTables tables;
    private final FactReader facts;
    private final BudgetId budget;
    private final TableQuestion question;
    private final Map<List<Long>, Optional<Table>> known = new HashMap<>();

    WordTrail(DisclosureTables tables, FactReader facts, BudgetId budget, TableQuestion question) {
        this.tables = tables;
        this.facts = facts;
        this.budget = budget;
        this.question = question;
    }

    /** Positions up to one of the events that said what the words come from, or took it back; in order. */
    NavigableSet<Long> positions(List<TextOrigin> origins, long upTo) {
        NavigableSet<Long> positions = new TreeSet<>();
        for (TextOrigin origin : origins) {
            kind(origin.kind()).ifPresent(kind -> positions.addAll(positions(kind, origin.key(), upTo)));
        }
        return positions;
    }

    /** The same of rows of one kind and key. */
    NavigableSet<Long> positions(FactKind kind, String key, long upTo) {
        NavigableSet<Long> positions = new TreeSet<>();
        facts.held(budget, upTo, kind, key, Object.class).forEach(held -> {
            positions.add(held.from());
            if (held.until() <= upTo) {
                positions.add(held.until());
            }
        });
        return positions;
    }

    private static Optional<FactKind> kind(TextOrigin.Kind kind) {
        return switch (kind) {
            case TEMPLATE, FUNCTION, ECONOMIC -> Optional.empty();
            case DEPARTMENT -> Optional.of(FactKind.HEADER);
            case UNIT -> Optional.of(FactKind.UNIT);
            case PROJECT -> Optional.of(FactKind.PROJECT);
            case PROJECT_TARGETS -> Optional.of(FactKind.PROJECT_TARGETS);
            case OVERALL_TARGETS -> Optional.of(FactKind.OVERALL_TARGETS);
            case STATEMENT -> Optional.of(FactKind.STATEMENT);
        };
    }

    /** What an event made of the words at a place; both are the same where it changed others. */
    Changed change(int table, String row, int column, long position) {
        return new Changed(printed(table, row, column, position - 1), printed(table, row, column, position));
    }

    /** What stood at a place as of a position; blank where the table had no such place. */
    private String printed(int number, String row, int column, long position) {
        return known.computeIfAbsent(
                        List.of((long) number, position),
                        same -> tables.table(budget, number, position, question.basis(), question.scope()))
                .flatMap(then -> CellAddress.row(then, CellAddress.segment(row))
                        .map(found -> new FoundCell(then, then.rows().indexOf(found), column).uncovered())
                        .map(cell -> Table.print(cell.cell(), question.unit())))
                .orElse("");
    }
}
