package org.mingzhang.query.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
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
public class BudgetShelf {
    private final ReadableBudgets readable;
    private final FactReader facts;
    private final CurrentVisitor visitors;

    BudgetShelf(ReadableBudgets readable, FactReader facts, CurrentVisitor visitors) {
        this.readable = readable;
        this.facts = facts;
        this.visitors = visitors;
    }

    /** As everybody sees it: released, or not at all. Staff see it as it stands when it is theirs. */
    public OpenedBudget open(String id, TableBasis basis, OptionalLong asOf) {
        BudgetId budget = parse(id);
        return readable.position(budget, reader(budget), asOf)
                .flatMap(position -> facts.load(budget, position, basis))
                .map(found -> new OpenedBudget(found, readable.release(budget)))
                .orElseThrow(PageNotFound::new);
    }

    /** For those who work on it: as it stands now. */
    public OpenedBudget openForWork(String id) {
        BudgetId budget = parse(id);
        if (reader(budget) == Reader.PUBLIC) {
            throw new PageNotFound();
        }
        return open(id, TableBasis.INITIAL, OptionalLong.empty());
    }

    /** What the public may read. */
    public List<ReadableBudgets.Listed> released() {
        return readable.list(Reader.PUBLIC);
    }

    /** What the visitor may read: the released ones, and their own as they stand. */
    public List<ReadableBudgets.Listed> all() {
        Map<BudgetId, ReadableBudgets.Listed> found = new TreeMap<>();
        released().forEach(listed -> found.put(listed.header().id(), listed));
        mine().forEach(listed -> found.put(listed.header().id(), listed));
        return List.copyOf(found.values());
    }

    /** Every budget that is the visitor's. */
    public List<ReadableBudgets.Listed> mine() {
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
