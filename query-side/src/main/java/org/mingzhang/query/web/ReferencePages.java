package org.mingzhang.query.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.codes.CodeEntry;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.facts.EveryBudget;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What words and codes mean. */
@Controller
class ReferencePages {
    private static final int ON_ONE_PAGE = 200;

    private static final Grid<CodeEntry> CODES = new Grid<>(
            "codes.title",
            List.of(
                    GridColumn.code("codes.code", CodeEntry::code),
                    GridColumn.text("codes.name", CodeEntry::name),
                    GridColumn.code("codes.parent", CodeEntry::parent),
                    GridColumn.code("codes.from", code -> code.validFrom() == 0 ? "" : "" + code.validFrom()),
                    GridColumn.code("codes.to", code -> code.validTo() == 9999 ? "" : "" + code.validTo()),
                    GridColumn.words("codes.certainty", code -> "codes.certainty." + code.certainty()),
                    GridColumn.text("codes.source", CodeEntry::source)));

    private final ListsThen lists;
    private final ListInstant instant;
    private final EveryBudget facts;
    private final Catalogues catalogues;

    ReferencePages(ListsThen lists, ListInstant instant, EveryBudget facts, Catalogues catalogues) {
        this.lists = lists;
        this.instant = instant;
        this.facts = facts;
        this.catalogues = catalogues;
    }

    /** The terms that released disclosures explain, each as the latest year explains it. */
    @GetMapping("/glossary")
    String glossary(@RequestParam(defaultValue = "1") int page, Model model) {
        Map<BudgetId, Long> released = new HashMap<>();
        lists.released().forEach(listed -> released.put(listed.header().id(), listed.position()));
        Map<String, String> terms = new LinkedHashMap<>();
        facts.everyRow(FactKind.STATEMENT, "glossary", Statement.class).stream()
                .filter(row -> released.containsKey(row.budget()) && row.at(released.get(row.budget())))
                .sorted(Comparator.comparing(
                                (FactReader.Held<Statement> row) -> row.budget().year())
                        .reversed())
                .filter(row -> row.body() instanceof Statement.Glossary)
                .flatMap(row -> ((Statement.Glossary) row.body()).terms().stream())
                .forEach(term -> terms.putIfAbsent(term.name(), term.explanation()));
        model.addAttribute("terms", Slice.of(List.copyOf(terms.entrySet()), page, ON_ONE_PAGE));
        instant.lookBack(model);
        return "glossary";
    }

    @GetMapping("/codes/{kind:functional|dept-economic|gov-economic}")
    String codes(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(name = "q", defaultValue = "") String word,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        FiscalYear chosen = catalogues.year(year);
        model.addAttribute("kind", kind);
        model.addAttribute("year", chosen);
        model.addAttribute("word", word);
        model.addAttribute("codes", Slice.of(Catalogues.found(kind, chosen, word), page, ON_ONE_PAGE));
        instant.lookBack(model);
        return "codes";
    }

    @GetMapping(path = "/codes/{kind:functional|dept-economic|gov-economic}", params = "format")
    View file(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(name = "q", defaultValue = "") String word,
            @RequestParam GridFormat format) {
        FiscalYear chosen = catalogues.year(year);
        return CODES.file(chosen + "-" + kind, Catalogues.found(kind, chosen, word), format);
    }
}
