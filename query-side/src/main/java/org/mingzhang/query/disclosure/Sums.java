package org.mingzhang.query.disclosure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The lines of a budget, added up as far as one table asks, in one pass over each side that it asks. */
final class Sums {
    private final Map<FactSide, List<Subtotal>> subtotals = new EnumMap<>(FactSide.class);

    Sums(TableTemplate.Body body, BudgetFacts facts, Scope scope) {
        Questions questions = Questions.of(body);
        for (FactSide side : questions.sides()) {
            Tally tally = Tally.of(facts.lines(side), scope, questions.asked(side), questions.order());
            subtotals.put(side, tally.subtotals());
        }
    }

    /** What counts under a condition and is not nil. */
    List<Subtotal> counted(FactSide side, FactPredicate where) {
        return all(side).stream()
                .filter(part -> part.fen() != 0 && where.matches(part))
                .toList();
    }

    /** How many subtotals a side has; their ids stay below. */
    int size(FactSide side) {
        return all(side).size();
    }

    private List<Subtotal> all(FactSide side) {
        return subtotals.getOrDefault(side, List.of());
    }
}
