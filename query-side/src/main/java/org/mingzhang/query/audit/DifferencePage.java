package org.mingzhang.query.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.audit.Difference.Cell;
import org.mingzhang.query.audit.Difference.Movement;
import org.mingzhang.query.audit.Difference.TableCount;
import org.mingzhang.query.audit.DifferenceReader.Compared;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.AsOfBar;
import org.mingzhang.query.web.AsOfBars;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.TableQuestion;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The page of a difference, and its file with exactly what is shown on all its pages. */
@Controller
class DifferencePage {
    /** So many events are told beside a cell; the rest is where the cell is explained. */
    private static final int BESIDE = 3;

    private final DifferenceReader reader;
    private final BudgetShelf shelf;
    private final DisclosureTables tables;
    private final AsOfBars bars;

    DifferencePage(DifferenceReader reader, BudgetShelf shelf, DisclosureTables tables, AsOfBars bars) {
        this.reader = reader;
        this.shelf = shelf;
        this.tables = tables;
        this.bars = bars;
    }

    /** @param more events than are told beside it */
    record Shown(Cell cell, List<Movement> events, int more) {
        static Shown of(Cell cell) {
            int beside = Math.min(BESIDE, cell.events().size());
            int earlier = cell.earlier().map(Difference.Earlier::events).orElse(0);
            return new Shown(
                    cell, cell.events().subList(0, beside), cell.events().size() - beside + earlier);
        }

        /** For the sign beside its difference. */
        public boolean less() {
            return cell.deltaFen().orElse(0L) < 0;
        }
    }

    /** A table with its cells on this page. */
    record Part(TableCount table, List<Shown> cells) {}

    @GetMapping("/budgets/{id}/difference")
    String difference(@PathVariable String id, @RequestParam Map<String, String> parameters, Model model) {
        model.addAttribute("clock", DifferenceQuestion.clock(parameters));
        model.addAttribute("templates", tables.templates());
        model.addAttribute("bases", TableBasis.values());
        if (DifferenceQuestion.asked(parameters)) {
            answered(id, DifferenceQuestion.read(parameters), model);
        } else {
            asking(id, TableQuestion.read(DifferenceQuestion.without(parameters)), parameters, model);
        }
        return "difference";
    }

    private void answered(String id, DifferenceQuestion asked, Model model) {
        Compared compared = reader.compared(id, asked, true);
        Difference found = compared.difference();
        common(compared.budget(), asked.table(), model);
        model.addAttribute("found", found);
        model.addAttribute("asked", asked);
        model.addAttribute("fromWord", asked.from().word());
        model.addAttribute(
                "toWord",
                asked.bothClocks() || asked.twoMeasures() ? "" : asked.to().word());
        model.addAttribute("toBasis", asked.twoMeasures() ? asked.toBasis().key() : "");
        model.addAttribute("all", asked.all());
        model.addAttribute("only", asked.only());
        model.addAttribute("parts", parts(found));
        model.addAttribute(
                "steps", found.events().stream().collect(Collectors.toMap(Explanation.Step::position, step -> step)));
    }

    private static List<Part> parts(Difference found) {
        return found.tables().stream()
                .map(table -> new Part(
                        table,
                        found.cells().stream()
                                .filter(cell -> cell.table() == table.number())
                                .map(Shown::of)
                                .toList()))
                .filter(part -> !part.cells().isEmpty())
                .toList();
    }

    /** Without an instant the page asks for one and offers those of the timeline. */
    private void asking(String id, TableQuestion question, Map<String, String> parameters, Model model) {
        common(shelf.open(id, question.basis(), AsOf.NOW, question.scope()), question, model);
        model.addAttribute("fromWord", "");
        model.addAttribute("toBasis", "");
        model.addAttribute("toWord", parameters.getOrDefault("to", "").strip());
        model.addAttribute("all", parameters.getOrDefault("cells", "").equals("all"));
        model.addAttribute("only", OptionalLong.empty());
    }

    private void common(OpenedBudget budget, TableQuestion question, Model model) {
        model.addAttribute("budget", budget);
        model.addAttribute("question", question);
        model.addAttribute("unit", question.unit() == AmountUnit.YUAN ? "yuan" : "wan");
        model.addAttribute("staff", shelf.isStaff(budget.id(), question.scope()));
        model.addAttribute(
                "marks",
                bars.of(budget, question.scope(), AsOf.NOW, false)
                        .map(AsOfBar::moments)
                        .orElse(List.of()));
    }

    @GetMapping(path = "/budgets/{id}/difference", params = "format")
    View file(@PathVariable String id, @RequestParam Map<String, String> parameters, @RequestParam GridFormat format) {
        Map<String, String> unpaged = new HashMap<>(parameters);
        unpaged.remove("page");
        Compared compared = reader.compared(id, DifferenceQuestion.read(unpaged), false);
        return DifferenceGrid.GRID.file(
                compared.budget().id().toString(), DifferenceGrid.rows(compared.difference()), format);
    }
}
