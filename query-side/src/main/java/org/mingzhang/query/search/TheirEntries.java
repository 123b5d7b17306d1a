package org.mingzhang.query.search;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.Beginnings;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.FactsAsOf;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.Moment;

/** Reads from the facts what those whose budget it is can find of it, as it stands or as of a moment of either clock. */
final class TheirEntries {
    private final FactReader facts;
    private final FactsAsOf asOf;
    private final LineBalances balances;
    private final Beginnings beginnings;

    /** @param balances of the lines of every unit: whose they are is part of the question */
    TheirEntries(FactReader facts, FactsAsOf asOf, LineBalances balances, Beginnings beginnings) {
        this.facts = facts;
        this.asOf = asOf;
        this.balances = balances;
        this.beginnings = beginnings;
    }

    /** The entries of a budget, whose header names it. */
    record Told(BudgetHeader header, List<Entry> entries) {}

    /** As it stands at a position behind everything; empty where nothing has happened yet. */
    Optional<Told> now(BudgetId budget, long position) {
        return facts.load(budget, position, TableBasis.INITIAL)
                .map(found -> told(
                        found,
                        Moment.at(position),
                        new EntriesOfBudget.Since(
                                beginnings.ofRows(budget, FactKind.UNIT),
                                beginnings.ofRows(budget, FactKind.PROJECT),
                                beginnings.ofLines(budget),
                                beginnings.ofRows(budget, FactKind.ADJUSTMENT))));
    }

    /** What was there by a moment, under the words and with the amounts of then. */
    Optional<Told> then(BudgetId budget, Moment moment) {
        return asOf.load(budget, moment, TableBasis.INITIAL)
                .map(found -> told(
                        found, moment, EntriesOfBudget.Since.then(beginnings.ofRows(budget, FactKind.ADJUSTMENT))));
    }

    private Told told(BudgetFacts found, Moment moment, EntriesOfBudget.Since since) {
        BudgetId budget = found.header().id();
        long at = moment.position();
        return new Told(
                found.header(),
                EntriesOfBudget.forTheirs(
                        found,
                        new EntriesOfBudget.Known(
                                balances.of(budget, moment),
                                List.copyOf(facts.rows(budget, at, FactKind.ADJUSTMENT, Facts.AdjustmentFact.class)
                                        .values()),
                                facts.held(budget, at, FactKind.ADJUSTMENT_STEP, Facts.AdjustmentStep.class),
                                facts.held(budget, at, FactKind.PHASE, Facts.PhaseFact.class),
                                since)));
    }
}
