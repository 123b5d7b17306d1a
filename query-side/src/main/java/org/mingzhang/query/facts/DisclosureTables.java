package org.mingzhang.query.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.disclosure.TableCatalogue;
import org.mingzhang.query.disclosure.TableTemplate;
import org.mingzhang.query.disclosure.Tabulator;
import org.mingzhang.query.disclosure.TracedTable;

/** The tables of any budget at any position: facts from the database, templates from the catalogue. */
public final class DisclosureTables {
    private final FactReader facts;
    private final TableCatalogue catalogue;

    public DisclosureTables(FactReader facts, TableCatalogue catalogue) {
        this.facts = facts;
        this.catalogue = catalogue;
    }

    public List<TableTemplate> templates() {
        return catalogue.templates();
    }

    /** Empty when there is no such budget, table or unit. */
    public Optional<Table> table(BudgetId budget, int number, long position, TableBasis basis, Scope scope) {
        return facts.load(budget, position, basis).flatMap(found -> of(found, number, scope));
    }

    /** A table of facts that were loaded; empty when there is no such table or unit. */
    public Optional<Table> of(BudgetFacts loaded, int number, Scope scope) {
        return template(loaded, number, scope).map(template -> noted(Tabulator.fill(template, loaded, scope), loaded));
    }

    private Optional<TableTemplate> template(BudgetFacts loaded, int number, Scope scope) {
        return catalogue
                .template(number)
                .filter(template -> scope.unit().isEmpty()
                        || loaded.unit(scope.unit().get()).isPresent());
    }

    /** A table of facts that were loaded, with where each cell comes from; empty when there is no such table or unit. */
    public Optional<TracedTable> traced(BudgetFacts loaded, int number, Scope scope) {
        return template(loaded, number, scope).map(template -> Tabulator.trace(template, loaded, scope));
    }

    /** All tables of the department, in order; empty when there is no such budget. */
    public List<Table> all(BudgetId budget, long position, TableBasis basis) {
        return facts.load(budget, position, basis).map(this::all).orElse(List.of());
    }

    /** All tables of the department, of facts that were loaded. */
    public List<Table> all(BudgetFacts loaded) {
        return catalogue.templates().stream()
                .map(template -> noted(Tabulator.fill(template, loaded, Scope.DEPARTMENT), loaded))
                .toList();
    }

    /** All tables as they will read once they are published at that position with these reasons for empty ones. */
    public List<Table> asPublished(BudgetId budget, long position, Map<Integer, String> emptyTableNotes) {
        return all(budget, position, TableBasis.INITIAL).stream()
                .map(table -> noted(table, emptyTableNotes))
                .toList();
    }

    /** A released empty table carries the reason that was published with it in place of the template's. */
    private Table noted(Table table, BudgetFacts found) {
        return table.empty() ? noted(table, published(found)) : table;
    }

    private static Table noted(Table table, Map<Integer, String> emptyTableNotes) {
        String note = emptyTableNotes.get(table.number());
        return note == null || !table.empty() ? table : table.withEmptyNote(note);
    }

    private Map<Integer, String> published(BudgetFacts found) {
        return facts.history(found.header().id(), Long.MAX_VALUE, FactKind.RELEASE, Facts.ReleaseFact.class).stream()
                .filter(release -> release.position() == found.position())
                .findFirst()
                .map(Facts.ReleaseFact::emptyTableNotes)
                .orElse(Map.of());
    }
}
