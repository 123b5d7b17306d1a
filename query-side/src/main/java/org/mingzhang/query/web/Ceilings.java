package org.mingzhang.query.web;

import java.util.Optional;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.FactsAsOf;
import org.springframework.stereotype.Component;

/** The ceiling (控制数) that a budget had at the moment at which it is read; it counts from the day on which it was issued. */
@Component
class Ceilings {
    private final FactReader facts;
    private final FactsAsOf asOf;

    Ceilings(FactReader facts, FactsAsOf asOf) {
        this.facts = facts;
        this.asOf = asOf;
    }

    Optional<Ceiling> of(OpenedBudget budget) {
        return facts.held(budget.id(), budget.position(), FactKind.CEILING, Ceiling.class).stream()
                .filter(held -> budget.moment().day().isEmpty()
                        ? held.at(budget.position())
                        : budget.moment().counts(asOf.effective(held.from())))
                .map(FactReader.Held::body)
                .reduce((earlier, later) -> later);
    }

    /** The same for whoever sees the whole department; what one unit's lines take of it says nothing. */
    Optional<Ceiling> ofWhole(OpenedBudget budget) {
        return budget.only().isPresent() ? Optional.empty() : of(budget);
    }
}
