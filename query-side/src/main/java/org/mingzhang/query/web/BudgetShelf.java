package org.mingzhang.query.web;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.ReadableBudgets;
import org.mingzhang.query.facts.ReadableBudgets.Reader;
import org.springframework.stereotype.Component;

/** The budgets that a visitor may take down and read. */
@Component
class BudgetShelf {
    private final ReadableBudgets readable;
    private final FactReader facts;
    private final CurrentVisitor visitors;

    BudgetShelf(ReadableBudgets readable, FactReader facts, CurrentVisitor visitors) {
        this.readable = readable;
        this.facts = facts;
        this.visitors = visitors;
    }

    /** As everybody sees it: released, or not at all. Staff see it as it stands when it is theirs. */
    OpenedBudget open(String id, TableBasis basis, OptionalLong asOf) {
        BudgetId budget = parse(id);
        return readable.position(budget, reader(budget), asOf)
                .flatMap(position -> facts.load(budget, position, basis))
                .map(found -> new OpenedBudget(found, readable.release(budget)))
                .orElseThrow(PageNotFound::new);
    }

    /** For those who work on it: as it stands now. */
    OpenedBudget openForWork(String id) {
        BudgetId budget = parse(id);
        if (reader(budget) == Reader.PUBLIC) {
            throw new PageNotFound();
        }
        return open(id, TableBasis.INITIAL, OptionalLong.empty());
    }

    /** What the public may read. */
    List<ReadableBudgets.Listed> released() {
        return readable.list(Reader.PUBLIC);
    }

    /** Every budget that is the visitor's. */
    List<ReadableBudgets.Listed> mine() {
        Optional<Visitor> visitor = visitors.visitor();
        return visitor.isEmpty()
                ? List.of()
                : readable.list(Reader.STAFF).stream()
                        .filter(listed -> visitor.get().covers(listed.header().id()))
                        .toList();
    }

    Optional<Facts.ReleaseFact> release(BudgetId budget) {
        return readable.release(budget);
    }

    private Reader reader(BudgetId budget) {
        return visitors.visitor().filter(visitor -> visitor.covers(budget)).isPresent() ? Reader.STAFF : Reader.PUBLIC;
    }

    private static BudgetId parse(String id) {
        try {
            return BudgetId.parse(id);
        } catch (InvalidValueException e) {
            throw new PageNotFound();
        }
    }
}
