package org.mingzhang.query.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.codes.CodeList;
import org.mingzhang.kernel.codes.EconomicMapping;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.facts.ReadableBudgets.Listed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** Code years (科目年度): what the catalogues have in each year, in what two years differ, who uses which; the mapping. */
@Controller
class CodeYearPages {
    private static final int ON_ONE_PAGE = 200;
    private static final int SHOWN_BUDGETS = 20;

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
                    GridColumn.text("field.deptName", row -> deptName(row)),
                    GridColumn.words("unit.nature", row -> "mapping.nature." + row.nature()),
                    GridColumn.code("line.gov", EconomicMapping.Row::govCode),
                    GridColumn.text("field.govName", row -> govName(row)),
                    GridColumn.words("codes.certainty", row -> "codes.certainty." + row.certainty()),
                    GridColumn.text("codes.source", EconomicMapping.Row::source)));

    private final ListsThen lists;
    private final ListInstant instant;

    CodeYearPages(ListsThen lists, ListInstant instant) {
        this.lists = lists;
        this.instant = instant;
    }

    /**
     * The catalogues of one year.
     *
     * @param budgets that are coded by them, those that the visitor may read
     */
    record Year(FiscalYear year, int functional, int deptEconomic, int govEconomic, List<Listed> budgets) {
        public List<Listed> first() {
            return budgets.stream().limit(SHOWN_BUDGETS).toList();
        }

        public int more() {
            return Math.max(0, budgets.size() - SHOWN_BUDGETS);
        }
    }

    @GetMapping("/codes/years")
    String years(
            @RequestParam(defaultValue = "functional") String kind,
            @RequestParam(defaultValue = "") String earlier,
            @RequestParam(defaultValue = "") String later,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        FiscalYear to = year(later, thisYear());
        FiscalYear from = year(earlier, new FiscalYear(to.value() - 1));
        model.addAttribute("kind", kind);
        model.addAttribute("earlier", from);
        model.addAttribute("later", to);
        model.addAttribute("years", used());
        model.addAttribute("differences", Slice.of(CodeYears.between(list(kind), from, to), page, ON_ONE_PAGE));
        instant.lookBack(model);
        return "code-years";
    }

    @GetMapping(path = "/codes/years", params = "format")
    View file(
            @RequestParam(defaultValue = "functional") String kind,
            @RequestParam(defaultValue = "") String earlier,
            @RequestParam(defaultValue = "") String later,
            @RequestParam GridFormat format) {
        FiscalYear to = year(later, thisYear());
        FiscalYear from = year(earlier, new FiscalYear(to.value() - 1));
        return DIFFERENCES.file(kind + "-" + from + "-" + to, CodeYears.between(list(kind), from, to), format);
    }

    /** The two economic classifications beside each other (财预〔2017〕98号). */
    @GetMapping("/codes/mapping")
    String mapping(
            @RequestParam(name = "q", defaultValue = "") String word,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("word", word);
        model.addAttribute("rows", Slice.of(mapped(word), page, ON_ONE_PAGE));
        model.addAttribute("names", new Names());
        return "code-mapping";
    }

    @GetMapping(path = "/codes/mapping", params = "format")
    View mappingFile(@RequestParam(name = "q", defaultValue = "") String word, @RequestParam GridFormat format) {
        return MAPPING.file("98", mapped(word), format);
    }

    /** For the page, which asks by row. */
    static final class Names {
        public String dept(EconomicMapping.Row row) {
            return deptName(row);
        }

        public String gov(EconomicMapping.Row row) {
            return govName(row);
        }
    }

    private static List<EconomicMapping.Row> mapped(String word) {
        String looked = word.strip();
        return Classifications.shipped().mapping().rows().stream()
                .filter(row -> row.deptCode().startsWith(looked)
                        || row.govCode().startsWith(looked)
                        || deptName(row).contains(looked)
                        || govName(row).contains(looked))
                .toList();
    }

    private static String deptName(EconomicMapping.Row row) {
        return nameOf(Classifications.shipped().deptEconomic(), row.deptCode());
    }

    private static String govName(EconomicMapping.Row row) {
        return nameOf(Classifications.shipped().govEconomic(), row.govCode());
    }

    /** In whichever year it is known by one. */
    private static String nameOf(CodeList codes, String code) {
        return codes.latestNameOf(code);
    }

    private List<Year> used() {
        Map<FiscalYear, List<Listed>> budgets = new LinkedHashMap<>();
        TreeSet<FiscalYear> years = new TreeSet<>(Comparator.reverseOrder());
        years.add(thisYear());
        for (Listed listed : lists.all()) {
            years.add(listed.header().classificationYear());
            budgets.computeIfAbsent(listed.header().classificationYear(), year -> new ArrayList<>())
                    .add(listed);
        }
        Classifications codes = Classifications.shipped();
        return years.stream()
                .map(year -> new Year(
                        year,
                        codes.functional().validIn(year).size(),
                        codes.deptEconomic().validIn(year).size(),
                        codes.govEconomic().validIn(year).size(),
                        budgets.getOrDefault(year, List.of())))
                .toList();
    }

    private FiscalYear thisYear() {
        return new FiscalYear(instant.day().getYear());
    }

    private static FiscalYear year(String text, FiscalYear otherwise) {
        try {
            return text.isBlank() ? otherwise : FiscalYear.parse(text);
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
