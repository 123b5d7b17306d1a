package org.mingzhang.query.web;

import java.util.List;
import org.mingzhang.kernel.codes.EconomicMapping;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.export.GridFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Code years (科目年度): what the catalogues have in each year, in what two years differ, who uses which; the mapping. */
@Controller
class CodeYearPages {
    private static final int ON_ONE_PAGE = 200;

    private static final Grid<CodeYears.Difference> DIFFERENCES = new Grid<>(
            "code-years.title",
            List.of(
                    GridColumn.code("codes.code", CodeYears.Difference::code),
                    GridColumn.words("code-years.change", one -> "code-years." + one.change()),
                    GridColumn.text("code-years.before", CodeYears.Difference::before),
                    GridColumn.text("code-years.after", CodeYears.Difference::after),
                    GridColumn.text("codes.source", CodeYears.Difference::source)));

    private static final Grid<EconomicMapping.Row> MAPPING = new Grid<>(
            "mapping.title",
            List.of(
                    GridColumn.code("line.dept", EconomicMapping.Row::deptCode),
                    GridColumn.text("field.deptName", Catalogues::deptName),
                    GridColumn.words("unit.nature", row -> "mapping.nature." + row.nature()),
                    GridColumn.code("line.gov", EconomicMapping.Row::govCode),
                    GridColumn.text("field.govName", Catalogues::govName),
                    GridColumn.words("codes.certainty", row -> "codes.certainty." + row.certainty()),
                    GridColumn.text("codes.source", EconomicMapping.Row::source)));

    private final Catalogues catalogues;
    private final ListInstant instant;

    CodeYearPages(Catalogues catalogues, ListInstant instant) {
        this.catalogues = catalogues;
        this.instant = instant;
    }

    @GetMapping("/codes/years")
    String years(
            @RequestParam(defaultValue = "functional") String kind,
            @RequestParam(defaultValue = "") String earlier,
            @RequestParam(defaultValue = "") String later,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        FiscalYear to = catalogues.year(later);
        FiscalYear from = Catalogues.earlier(earlier, to);
        model.addAttribute("kind", kind);
        model.addAttribute("earlier", from);
        model.addAttribute("later", to);
        model.addAttribute("years", catalogues.used());
        model.addAttribute(
                "differences", Slice.of(CodeYears.between(Catalogues.list(kind), from, to), page, ON_ONE_PAGE));
        instant.lookBack(model);
        return "code-years";
    }

    @GetMapping(path = "/codes/years", params = "format")
    View file(
            @RequestParam(defaultValue = "functional") String kind,
            @RequestParam(defaultValue = "") String earlier,
            @RequestParam(defaultValue = "") String later,
            @RequestParam GridFormat format) {
        FiscalYear to = catalogues.year(later);
        FiscalYear from = Catalogues.earlier(earlier, to);
        return DIFFERENCES.file(
                kind + "-" + from + "-" + to, CodeYears.between(Catalogues.list(kind), from, to), format);
    }

    /** The two economic classifications beside each other (财预〔2017〕98号). */
    @GetMapping("/codes/mapping")
    String mapping(
            @RequestParam(name = "q", defaultValue = "") String word,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("word", word);
        model.addAttribute("rows", Slice.of(Catalogues.mapped(word), page, ON_ONE_PAGE));
        model.addAttribute("names", new Names());
        return "code-mapping";
    }

    @GetMapping(path = "/codes/mapping", params = "format")
    View mappingFile(@RequestParam(name = "q", defaultValue = "") String word, @RequestParam GridFormat format) {
        return MAPPING.file("98", Catalogues.mapped(word), format);
    }

    /** For the page, which asks by row. */
    static final class Names {
        public String dept(EconomicMapping.Row row) {
            return Catalogues.deptName(row);
        }

        public String gov(EconomicMapping.Row row) {
            return Catalogues.govName(row);
        }
    }
}
