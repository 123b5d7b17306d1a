package org.mingzhang.query.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A department's disclosure of one year: its figures, its tables, and what it says about itself. */
@Controller
class DepartmentPage {
    private final BudgetShelf shelf;
    private final DisclosureTables tables;
    private final FactReader facts;
    private final ReleaseSeals seals;
    private final AsOfBars bars;

    DepartmentPage(BudgetShelf shelf, DisclosureTables tables, FactReader facts, ReleaseSeals seals, AsOfBars bars) {
        this.bars = bars;
        this.shelf = shelf;
        this.tables = tables;
        this.facts = facts;
        this.seals = seals;
    }

    /** What lines say about the origin of their figures, and how many say so. */
    record Remark(String text, long lines) {}

    @GetMapping("/budgets/{id}")
    String department(@PathVariable String id, @RequestParam Map<String, String> parameters, Model model) {
        TableQuestion.initialOnly(parameters);
        AsOf asOf = AsOf.read(parameters);
        OpenedBudget budget = shelf.open(id, TableBasis.INITIAL, asOf);
        List<Table> filled = tables.all(budget.facts());
        model.addAttribute("budget", budget);
        model.addAttribute("asOf", asOf);
        model.addAttribute(
                "asOfBar", bars.of(budget, Scope.DEPARTMENT, asOf, true).orElse(null));
        model.addAttribute("tables", filled);
        model.addAttribute("figures", figures(filled));
        model.addAttribute("statements", budget.facts().statements());
        model.addAttribute("review", review(budget));
        model.addAttribute("seal", seals.of(budget).orElse(null));
        model.addAttribute("phases", phases(budget));
        model.addAttribute("remarks", remarks(budget));
        model.addAttribute("inventedDocuments", invented(budget));
        return "department";
    }

    /** Income, expenditure, its two parts and the three publics: cells of tables 1, 3 and 8. */
    private static List<HeadlineFigures.Figure> figures(List<Table> filled) {
        return Stream.of(1, 3, 8)
                .flatMap(number -> filled.stream().filter(table -> table.number() == number))
                .flatMap(table ->
                        HeadlineFigures.of(table, AmountUnit.WAN_YUAN).stream().limit(table.number() == 3 ? 3 : 1))
                .toList();
    }

    /** The review that the release rests on; the release itself names only the reviewer's login. */
    private Optional<Facts.ReviewFact> review(OpenedBudget budget) {
        return facts.history(budget.id(), Long.MAX_VALUE, FactKind.SECRECY_REVIEW, Facts.ReviewFact.class).stream()
                .filter(review -> budget.release()
                        .filter(release -> release.position() == review.position())
                        .isPresent())
                .reduce((earlier, later) -> later);
    }

    private List<Facts.PhaseFact> phases(OpenedBudget budget) {
        return facts.history(budget.id(), budget.position(), FactKind.PHASE, Facts.PhaseFact.class).stream()
                .filter(phase -> budget.moment().counts(phase.day()))
                .toList();
    }

    private List<Basis> invented(OpenedBudget budget) {
        return phases(budget).stream()
                .flatMap(phase -> phase.basis().stream())
                .filter(Basis::invented)
                .distinct()
                .toList();
    }

    private List<Remark> remarks(OpenedBudget budget) {
        Set<String> lines = Stream.concat(budget.facts().expenditure().stream(), budget.facts().revenue().stream())
                .map(line -> line.key().value())
                .collect(Collectors.toSet());
        return notes(budget.id(), budget.position()).entrySet().stream()
                .filter(line -> budget.moment().day().isEmpty() || lines.contains(line.getKey()))
                .map(line -> line.getValue().note())
                .filter(note -> !note.isBlank())
                .collect(Collectors.groupingBy(note -> note, java.util.LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new Remark(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Map<String, Facts.LineNote> notes(BudgetId budget, long position) {
        return facts.rows(budget, position, FactKind.LINE, Facts.LineNote.class);
    }
}
