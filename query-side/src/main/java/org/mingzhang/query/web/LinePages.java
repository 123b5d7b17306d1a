package org.mingzhang.query.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.YearSource;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Lines of expenditure: the grid with what the ceiling leaves, and the form of one line. */
@Controller
class LinePages {
    private static final int ON_ONE_PAGE = 200;

    private final WorkDesk desk;
    private final FactReader facts;
    private final Ceilings ceilings;

    LinePages(WorkDesk desk, FactReader facts, Ceilings ceilings) {
        this.ceilings = ceilings;
        this.desk = desk;
        this.facts = facts;
    }

    @GetMapping("/prepare/{id}")
    String lines(
            @PathVariable String id,
            @RequestParam(name = "q", defaultValue = "") String word,
            @RequestParam(name = "of", defaultValue = "") String unit,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        OpenedBudget budget = desk.open(id, model);
        List<WrittenLine> found = found(budget, word, unit);
        model.addAttribute("word", word);
        model.addAttribute("of", unit);
        model.addAttribute("units", Choice.units(budget.facts()));
        model.addAttribute("lines", Slice.of(found, page, ON_ONE_PAGE));
        model.addAttribute("sum", sum(found));
        model.addAttribute("ceilings", CeilingLeft.rows(ceilings.ofWhole(budget), budget.facts()));
        return "prepare/lines";
    }

    @GetMapping(path = "/prepare/{id}", params = "format")
    View file(
            @PathVariable String id,
            @RequestParam(name = "q", defaultValue = "") String word,
            @RequestParam(name = "of", defaultValue = "") String unit,
            @RequestParam GridFormat format,
            Model model) {
        OpenedBudget budget = desk.open(id, model);
        return WrittenGrid.SPENDING.file(budget.id().toString(), found(budget, word, unit), format);
    }

    private List<WrittenLine> found(OpenedBudget budget, String word, String unit) {
        Map<String, Facts.LineNote> notes = notes(budget);
        CodeNames names = CodeNames.of(budget.facts());
        return budget.facts().expenditure().stream()
                .filter(line ->
                        unit.isEmpty() || line.classification().unit().value().equals(unit))
                .map(line -> WrittenLine.of(names, line, notes))
                .filter(line -> word.isBlank() || line.mentions(word))
                .toList();
    }

    /** All lines as a sheet to type and paste into; it is script, and asks for the lines itself. */
    @GetMapping("/prepare/{id}/grid")
    String grid(@PathVariable String id, Model model) {
        desk.open(id, model);
        return "prepare/grid";
    }

    /** The form of a line; a blank one without {@code line}. Done, it goes back to the grid. */
    @GetMapping("/prepare/{id}/line")
    String form(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String line,
            @RequestParam Optional<Long> after,
            Model model) {
        if (after.isPresent()) {
            return "redirect:/prepare/" + id + "?saved&after=" + after.get();
        }
        OpenedBudget budget = desk.open(id, model);
        Map<String, Facts.LineNote> notes = notes(budget);
        CodeNames names = CodeNames.of(budget.facts());
        Optional<WrittenLine> written = budget.facts().expenditure().stream()
                .filter(found -> found.key().value().equals(line))
                .map(found -> WrittenLine.of(names, found, notes))
                .findFirst();
        if (!line.isEmpty() && written.isEmpty()) {
            throw new PageNotFound();
        }
        FiscalYear year = budget.header().classificationYear();
        Classifications codes = Classifications.shipped();
        model.addAttribute("line", written);
        model.addAttribute("units", Choice.units(budget.facts()));
        model.addAttribute("projects", Choice.projects(budget.facts()));
        model.addAttribute("functions", Choice.codes(codes.functional(), year, 7));
        model.addAttribute("depts", Choice.codes(codes.deptEconomic(), year, 5));
        model.addAttribute("govs", Choice.codes(codes.govEconomic(), year, 5));
        model.addAttribute("categories", Choice.of(ProjectCategory.values(), ProjectCategory::label));
        model.addAttribute("funds", Choice.of(FundType.values(), FundType::label));
        model.addAttribute("sources", Choice.of(YearSource.values(), YearSource::label));
        return "prepare/line";
    }

    private Map<String, Facts.LineNote> notes(OpenedBudget budget) {
        return facts.rows(budget.id(), budget.position(), FactKind.LINE, Facts.LineNote.class);
    }

    private static String sum(List<WrittenLine> lines) {
        return AmountUnit.YUAN.print(Amount.sum(
                lines.stream().map(WrittenLine::line).map(LineFact::amount).toList()));
    }
}
