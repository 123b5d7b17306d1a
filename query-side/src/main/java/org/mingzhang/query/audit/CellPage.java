package org.mingzhang.query.audit;

import java.util.Map;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.audit.CellExplainer.Explained;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.web.AsOfBars;
import org.mingzhang.query.web.PrintedTable;
import org.mingzhang.query.web.TableQuestion;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The page of a cell: where it comes from, and the table around it, of which every other cell leads to its own page. */
@Controller
class CellPage {
    /** The rest is in the JSON. */
    private static final int LINES = 200;

    private final CellExplainer explainer;
    private final AsOfBars bars;
    private final AuditScope scope;

    CellPage(CellExplainer explainer, AsOfBars bars, AuditScope scope) {
        this.bars = bars;
        this.scope = scope;
        this.explainer = explainer;
    }

    /** All lines behind the cell, with everything that they are counted under. */
    @GetMapping(path = "/budgets/{id}/tables/{number:\\d{1,2}}/cells/{row}/{column}", params = "format")
    View file(
            @PathVariable String id,
            @PathVariable int number,
            @PathVariable String row,
            @PathVariable String column,
            @RequestParam Map<String, String> parameters,
            @RequestParam GridFormat format) {
        Explained explained = explainer.explain(CellQuestion.of(id, number, row, column, parameters));
        return CellLines.file(
                explained.budget().id() + "-" + number, explained.explanation().lines(), format);
    }

    @GetMapping("/budgets/{id}/tables/{number:\\d{1,2}}/cells/{row}/{column}")
    String cell(
            @PathVariable String id,
            @PathVariable int number,
            @PathVariable String row,
            @PathVariable String column,
            @RequestParam Map<String, String> parameters,
            Model model) {
        CellQuestion asked = CellQuestion.of(id, number, row, column, parameters);
        Explained explained = explainer.explain(asked);
        Explanation found = explained.explanation();
        TableQuestion question = asked.question();
        model.addAttribute("budget", explained.budget());
        model.addAttribute(
                "asOfBar",
                bars.of(explained.budget(), question.scope(), question.asOf(), true)
                        .orElse(null));
        model.addAttribute("table", explained.table());
        model.addAttribute("printed", PrintedTable.of(explained.table(), question.unit()));
        model.addAttribute("question", question);
        model.addAttribute("bases", TableBasis.values());
        model.addAttribute("found", found);
        model.addAttribute("proved", scope.covers(id));
        model.addAttribute(
                "lines", found.lines().subList(0, Math.min(LINES, found.lines().size())));
        model.addAttribute(
                "exact",
                found.fen().map(Amount::new).map(AmountUnit.YUAN::print).orElse(""));
        model.addAttribute(
                "at", PrintedTable.place(found.row().key(), found.column().key()));
        model.addAttribute("inWan", question.in(AmountUnit.WAN_YUAN).query());
        model.addAttribute("inYuan", question.in(AmountUnit.YUAN).query());
        model.addAttribute("pages", (found.eventsInAll() + Origin.ON_ONE_PAGE - 1) / Origin.ON_ONE_PAGE);
        return "cell";
    }
}
