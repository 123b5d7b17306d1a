package org.mingzhang.query.audit;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.audit.Explanation.Approval;
import org.mingzhang.query.audit.Explanation.Place;
import org.mingzhang.query.audit.Explanation.Share;
import org.mingzhang.query.disclosure.CellFormula;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TracedTable;
import org.mingzhang.query.export.TableView;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.FactsAsOf;
import org.mingzhang.query.facts.PostingTrail;
import org.mingzhang.query.web.AskedAmiss;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.HeadlineFigures;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.TableQuestion;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Explains any cell of any table, at any position and stage, to whoever may read that table there. */
@Component
public class CellExplainer {
    private final BudgetShelf shelf;
    private final DisclosureTables tables;
    private final FactReader facts;
    private final FactsAsOf past;
    private final PostingTrail postings;
    private final EventLog log;
    private final CurrentVisitor visitors;

    CellExplainer(
            BudgetShelf shelf,
            DisclosureTables tables,
            FactReader facts,
            FactsAsOf past,
            PostingTrail postings,
            EventLog log,
            CurrentVisitor visitors) {
        this.shelf = shelf;
        this.tables = tables;
        this.facts = facts;
        this.past = past;
        this.postings = postings;
        this.log = log;
        this.visitors = visitors;
    }

    /** A cell with the table that it stands in. */
    public record Explained(OpenedBudget budget, Table table, Explanation explanation) {}

    /** Whatever is not there is refused in words, whatever may not be read as if it did not exist. */
    public Explained explain(CellQuestion asked) {
        TableQuestion question = asked.question();
        OpenedBudget budget = shelf.open(asked.id(), question.basis(), question.asOf(), question.scope());
        question.scope()
                .unit()
                .filter(unit -> budget.facts().unit(unit).isEmpty())
                .ifPresent(unit -> {
                    throw new AskedAmiss(HttpStatus.NOT_FOUND, "unit", unit);
                });
        TracedTable traced = tables.traced(budget.facts(), asked.table(), question.scope())
                .orElseThrow(() -> new AskedAmiss(HttpStatus.NOT_FOUND, "table", asked.table()));
        FoundCell cell = FoundCell.of(traced.table(), asked.row(), asked.column(), budget.position());
        TellingOfSteps telling = new TellingOfSteps(
                log,
                facts,
                budget.id(),
                budget.position(),
                TellingOfSteps.Told.of(shelf, visitors, budget.id(), question.scope()));
        Origin origin = traced.formula(cell.row().key(), cell.column().key())
                .map(formula -> amount(budget, asked, cell, formula, telling))
                .orElseGet(() -> new WordsTraced(
                                new WordTrail(tables, facts, budget.id(), question), past, budget, asked, cell, telling)
                        .origin(traced.texts(cell.row().key(), cell.column().key())));
        return new Explained(budget, traced.table(), explanation(budget, asked, cell, traced, origin, telling));
    }

    private Origin amount(
            OpenedBudget budget, CellQuestion asked, FoundCell cell, CellFormula formula, TellingOfSteps telling) {
        List<PostingTrail.Posted> posted = postings.of(
                budget.id(), budget.moment(), asked.question().basis().stages(), formula);
        Amount amount = cell.cell() instanceof Table.Cell.Money money ? money.amount() : Amount.ZERO;
        return new MoneyTraced(budget.facts(), asked, formula, posted, telling).origin(amount);
    }

    private Explanation explanation(
            OpenedBudget budget,
            CellQuestion asked,
            FoundCell cell,
            TracedTable traced,
            Origin origin,
            TellingOfSteps telling) {
        TableQuestion question = asked.question();
        return new Explanation(
                budget.id().toString(),
                budget.position(),
                cell.table().number(),
                cell.table().name(),
                Place.of(cell.row().key(), PlaceNames.row(traced, cell.rowAt(), cell.columnAt(), question.unit())),
                Place.of(cell.column().key(), PlaceNames.column(cell.column(), question.unit())),
                question.basis().key(),
                question.scope().key(),
                origin.kind(),
                origin.fen(),
                Table.print(cell.cell(), question.unit()),
                TableView.key(question.unit()),
                origin.why(),
                share(cell, question),
                origin.formula(),
                origin.lines(),
                origin.lines().size(),
                origin.events(),
                origin.eventsInAll(),
                asked.page(),
                approvals(budget, telling));
    }

    private static Optional<Share> share(FoundCell cell, TableQuestion question) {
        return HeadlineFigures.share(
                        cell.table(), cell.row().key(), cell.column().key())
                .map(share -> new Share(
                        share.percent(),
                        share.whole().fen(),
                        question.unit().print(share.whole()),
                        Place.of(share.row(), share.row()),
                        Place.of(share.column(), share.column())));
    }

    private List<Approval> approvals(OpenedBudget budget, TellingOfSteps telling) {
        return facts.held(budget.id(), budget.position(), FactKind.PHASE, "", Facts.PhaseFact.class).reversed().stream()
                .filter(held -> budget.moment().counts(held.body().day()))
                .map(held -> new Approval(
                        held.from(),
                        held.body().phase(),
                        held.body().day(),
                        held.body().basis().map(TellingOfSteps::document),
                        Optional.of(held.body().actor()).filter(actor -> telling.tellsPeople()),
                        Optional.of(held.body().note()).filter(note -> telling.tellsPeople() && !note.isBlank()),
                        telling.proof(held.from())))
                .toList();
    }
}
