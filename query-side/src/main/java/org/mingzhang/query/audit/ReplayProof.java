package org.mingzhang.query.audit;

import java.util.List;
import java.util.Optional;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.export.TablesDigest;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.FactsAsOf;
import org.mingzhang.query.web.AskedAmiss;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.TableQuestion;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Proves that a table as it is read as of an instant is what comes out when the events up to there are really replayed. */
@Component
public class ReplayProof {
    private final BudgetShelf shelf;
    private final DisclosureTables tables;
    private final FactsAsOf facts;

    ReplayProof(BudgetShelf shelf, DisclosureTables tables, FactsAsOf facts) {
        this.shelf = shelf;
        this.tables = tables;
        this.facts = facts;
    }

    /**
     * How the two compare.
     *
     * @param day on the effective clock; absent on the recorded one
     * @param events how many were replayed into an empty projection
     * @param readDigest SHA-256 of the table that is shown; {@code replayedDigest} that of the one made from the events
     */
    public record Verdict(
            String budget,
            int table,
            String basis,
            String scope,
            long position,
            Optional<String> day,
            long events,
            boolean equal,
            String readDigest,
            String replayedDigest) {}

    /** A verdict with what it is about. */
    record Proved(OpenedBudget budget, Table table, Verdict verdict) {}

    /** For those who work on the budget: a replay costs as much as the budget is long. */
    Proved prove(String id, int number, TableQuestion question) {
        OpenedBudget budget = shelf.open(id, question.basis(), question.asOf(), question.scope());
        if (!shelf.isStaff(budget.id(), question.scope())) {
            throw new PageNotFound();
        }
        Table read = tables.of(budget.facts(), number, question.scope())
                .orElseThrow(() -> new AskedAmiss(HttpStatus.NOT_FOUND, "table", number));
        FactsAsOf.Replayed replayed = facts.replay(budget.id(), budget.moment(), question.basis());
        Optional<Table> again = replayed.facts().flatMap(found -> tables.of(found, number, question.scope()));
        String digest = TablesDigest.of(budget.id(), List.of(read));
        String other = TablesDigest.of(budget.id(), again.stream().toList());
        return new Proved(
                budget,
                read,
                new Verdict(
                        budget.id().toString(),
                        number,
                        question.basis().key(),
                        question.scope().key(),
                        budget.position(),
                        budget.moment().day().map(Object::toString),
                        replayed.events(),
                        digest.equals(other),
                        digest,
                        other));
    }

    /** The verdict alone. */
    public Verdict verdict(String id, int number, TableQuestion question) {
        return prove(id, number, question).verdict();
    }
}
