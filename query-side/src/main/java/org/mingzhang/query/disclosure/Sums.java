package org.mingzhang.query.disclosure;

import java.util.List;

/** Both sides of a budget, added up by classification once for however many tables are filled. */
record Sums(List<Subtotal> expenditure, List<Subtotal> revenue) {
    static Sums of(BudgetFacts facts) {
        return new Sums(Tally.of(facts.expenditure()), Tally.of(facts.revenue()));
    }

    /** What counts in a table: in scope, satisfying its condition, and not nil. */
    List<Subtotal> counted(FactSide side, FactPredicate where, Scope scope) {
        return side(side).stream()
                .filter(part ->
                        part.fen() != 0 && scope.covers(part.classification().unit()) && where.matches(part))
                .toList();
    }

    /** How many classifications a side has; ids of subtotals stay below. */
    int size(FactSide side) {
        return side(side).size();
    }

    private List<Subtotal> side(FactSide side) {
        return switch (side) {
            case EXPENDITURE -> expenditure;
            case REVENUE -> revenue;
        };
    }
}
