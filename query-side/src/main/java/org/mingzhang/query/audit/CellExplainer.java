package org.mingzhang.query.audit;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.audit.Explanation.Approval;
import org.mingzhang.query.audit.Explanation.Place;
import org.mingzhang.query.audit.Explanation.Share;
import org.mingzhang.query.disclosure.CellAddress;
import org.mingzhang.query.disclosure.CellFormula;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TextOrigin;
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
        TellingOfSteps telling = new TellingOfSteps(log, facts, budget.id(), budget.position(), told(budget, asked));
        Origin origin = traced.formula(cell.row().key(), cell.column().key())
                .map(formula -> amount(budget, asked, cell, formula, telling))
                .orElseGet(() -> new WordsTraced(tables, facts, past, budget, asked, cell, telling)
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

    private TellingOfSteps.Told told(OpenedBudget budget, CellQuestion asked) {
        if (!shelf.isStaff(budget.id(), asked.question().scope())) {
            return TellingOfSteps.Told.PUBLIC;
        }
        boolean auditor =
                visitors.visitor().filter(visitor -> visitor.is(Role.AUDITOR)).isPresent();
        return auditor ? TellingOfSteps.Told.AUDITOR : TellingOfSteps.Told.STAFF;
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
                place(cell.row().key(), rowName(cell, traced)),
                place(cell.column().key(), columnName(cell, question)),
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
                        place(share.row(), share.row()),
                        place(share.column(), share.column())));
    }

    private static Place place(String key, String name) {
        return new Place(key, CellAddress.segment(key), name);
    }

    /** The words of the row that stand before the cell, those of its own panel where several stand side by side. */
    private static String rowName(FoundCell cell, TracedTable traced) {
        int at = cell.rowAt();
        while (at > 0 && cell.table().rows().get(at).kind() == Table.RowKind.CONTINUED) {
            at--;
        }
        Table.Row row = cell.table().rows().get(at);
        List<Table.Cell> cells = row.cells();
        String name = "";
        for (int i = 0; i < Math.max(cell.columnAt(), 1); i++) {
            boolean names = cells.get(i) instanceof Table.Cell.Text text
                    && !text.text().isBlank()
                    && cell.table().columns().get(i).alignment() == Table.Alignment.TEXT
                    && traced.texts(row.key(), cell.table().columns().get(i).key()).stream()
                            .noneMatch(origin -> origin.kind() == TextOrigin.Kind.PROJECT_TARGETS);
            name = names ? ((Table.Cell.Text) cells.get(i)).text() : name;
        }
        return name;
    }

    private static String columnName(FoundCell cell, TableQuestion question) {
        List<String> path = cell.column().path();
        return path.isEmpty() ? "" : Table.text(String.join(" / ", path), question.unit());
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
