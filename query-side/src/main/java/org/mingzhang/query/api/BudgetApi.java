package org.mingzhang.query.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.export.TablesDigest;
import org.mingzhang.query.facts.BudgetState;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.ListsThen;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.TableQuestion;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Budgets and what tables they have. */
@RestController
class BudgetApi {
    private final BudgetShelf shelf;
    private final ListsThen lists;
    private final DisclosureTables tables;
    private final FactReader facts;
    private final CurrentVisitor visitors;

    BudgetApi(BudgetShelf shelf, ListsThen lists, DisclosureTables tables, FactReader facts, CurrentVisitor visitors) {
        this.facts = facts;
        this.lists = lists;
        this.shelf = shelf;
        this.tables = tables;
        this.visitors = visitors;
    }

    /** The list of budgets. */
    record Budgets(List<BudgetSummary> budgets) {}

    /** The list of a budget's tables. */
    record Tables(String budget, long position, List<Listed> tables) {}

    /** A table in the list; {@code empty} says that it has no data and {@code notes} why. */
    record Listed(
            int number,
            String version,
            String name,
            String title,
            boolean empty,
            List<String> notes,
            List<String> legalBasis,
            String href) {
        static Listed of(String budget, Table table) {
            return new Listed(
                    table.number(),
                    table.version(),
                    table.name(),
                    table.title(),
                    table.empty(),
                    table.notes(),
                    table.legalBasis(),
                    "/api/budgets/" + budget + "/tables/" + table.number());
        }
    }

    @GetMapping("/api/budgets")
    Budgets budgets() {
        return new Budgets(lists.all().stream()
                .map(listed -> BudgetSummary.of(
                        listed,
                        visitors.visitor()
                                .filter(visitor ->
                                        visitor.covers(listed.header().id()))
                                .isPresent()))
                .toList());
    }

    @GetMapping("/api/budgets/{id}")
    BudgetDetail budget(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        TableQuestion.initialOnly(parameters);
        AsOf asOf = AsOf.read(parameters);
        OpenedBudget budget = shelf.open(id, TableBasis.INITIAL, asOf);
        BudgetSummary summary = shelf.all().stream()
                .filter(listed -> listed.header().id().equals(budget.id()))
                .findFirst()
                .map(listed -> BudgetSummary.of(
                        listed.header(),
                        budget.position(),
                        visitors.visitor().isPresent() ? (asOf.now() ? listed.phase() : phase(budget)) : null,
                        visitors.visitor().isPresent()
                                ? BudgetState.of(facts, budget.id(), budget.moment(), phase(budget))
                                : null,
                        listed.release().map(BudgetSummary.Release::of).orElse(null)))
                .orElseThrow();
        return BudgetDetail.of(summary, budget.facts());
    }

    /** In which it was at that instant. */
    private String phase(OpenedBudget budget) {
        return facts.history(budget.id(), budget.position(), FactKind.PHASE, Facts.PhaseFact.class).stream()
                .filter(phase -> budget.moment().counts(phase.day()))
                .reduce((earlier, later) -> later)
                .map(Facts.PhaseFact::phase)
                .orElse("preparing");
    }

    @GetMapping("/api/budgets/{id}/tables")
    Tables tables(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        TableQuestion.initialOnly(parameters);
        OpenedBudget budget = shelf.open(id, TableBasis.INITIAL, AsOf.read(parameters));
        return new Tables(
                id,
                budget.position(),
                tables.all(budget.facts()).stream()
                        .map(table -> Listed.of(id, table))
                        .toList());
    }

    /** What the digest of a release is taken over, byte for byte: its SHA-256 is the digest that was published. */
    @GetMapping(path = "/api/budgets/{id}/tables/canonical.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] canonical(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        TableQuestion.initialOnly(parameters);
        OpenedBudget budget = shelf.open(id, TableBasis.INITIAL, AsOf.read(parameters));
        return TablesDigest.canonical(budget.id(), tables.all(budget.facts())).getBytes(StandardCharsets.UTF_8);
    }
}
