package org.mingzhang.query.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.codes.CodeEntry;
import org.mingzhang.kernel.codes.CodeList;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.ReadableBudgets.Listed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What words and codes mean. */
@Controller
class ReferencePages {
    private static final ZoneId BUSINESS_DAYS = ZoneId.of("Asia/Shanghai");

    private final BudgetShelf shelf;
    private final FactReader facts;
    private final Clock clock;

    ReferencePages(BudgetShelf shelf, FactReader facts, Clock clock) {
        this.shelf = shelf;
        this.facts = facts;
        this.clock = clock;
    }

    /** The terms that released disclosures explain, each as the latest year explains it. */
    @GetMapping("/glossary")
    String glossary(Model model) {
        Map<String, String> terms = new LinkedHashMap<>();
        for (Listed listed : shelf.released().reversed()) {
            facts.rows(listed.header().id(), listed.position(), FactKind.STATEMENT, Statement.class).values().stream()
                    .filter(Statement.Glossary.class::isInstance)
                    .flatMap(statement -> ((Statement.Glossary) statement).terms().stream())
                    .forEach(term -> terms.putIfAbsent(term.name(), term.explanation()));
        }
        model.addAttribute("terms", terms);
        return "glossary";
    }

    @GetMapping("/codes/{kind:functional|dept-economic|gov-economic}")
    String codes(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(name = "q", defaultValue = "") String word,
            Model model) {
        FiscalYear chosen = year(year);
        List<CodeEntry> codes = list(kind).validIn(chosen).stream()
                .filter(code ->
                        code.code().startsWith(word.strip()) || code.name().contains(word.strip()))
                .toList();
        model.addAttribute("kind", kind);
        model.addAttribute("year", chosen);
        model.addAttribute("word", word);
        model.addAttribute("codes", codes);
        return "codes";
    }

    private FiscalYear year(String text) {
        try {
            return text.isEmpty()
                    ? new FiscalYear(
                            LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS).getYear())
                    : FiscalYear.parse(text);
        } catch (InvalidValueException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }

    private static CodeList list(String kind) {
        Classifications codes = Classifications.shipped();
        return switch (kind) {
            case "functional" -> codes.functional();
            case "dept-economic" -> codes.deptEconomic();
            case "gov-economic" -> codes.govEconomic();
            default -> throw new PageNotFound();
        };
    }
}
