package org.mingzhang.query.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.facts.FactsAsOf;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.ReadableBudgets.Listed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Departments and their units over the years, of the budgets that are the visitor's; they are changed in each year's budget. */
@Controller
class UnitYearsPage {
    private static final int ON_ONE_PAGE = 50;

    private static final Grid<UnitOfYear> GRID = new Grid<>(
            "unit-years.title",
            List.of(
                    GridColumn.code("unit-years.department", UnitOfYear::department),
                    GridColumn.text("fact.department", UnitOfYear::departmentName),
                    GridColumn.code("codes.year", UnitOfYear::year),
                    GridColumn.code("unit.code", row -> row.unit().code().value()),
                    GridColumn.text("unit.name", row -> row.unit().name()),
                    GridColumn.text("unit.listed-name", row -> row.unit().listedName()),
                    GridColumn.choice("unit.nature", row -> row.unit().nature())));

    private final ListsThen lists;
    private final ListInstant instant;
    private final FactsAsOf facts;
    private final CurrentVisitor visitors;

    UnitYearsPage(ListsThen lists, ListInstant instant, FactsAsOf facts, CurrentVisitor visitors) {
        this.lists = lists;
        this.instant = instant;
        this.facts = facts;
        this.visitors = visitors;
    }

    /**
     * A department, with its budgets, the latest year first.
     *
     * @param code such as {@code 411200-103}
     */
    record Department(String code, List<Listed> budgets) {
        public Listed latest() {
            return budgets.getFirst();
        }

        boolean mentions(String word) {
            String looked = word.strip().toLowerCase(Locale.ROOT);
            return code.contains(looked)
                    || budgets.stream()
                            .anyMatch(budget -> (budget.header().departmentName() + " "
                                            + budget.header().shortName())
                                    .toLowerCase(Locale.ROOT)
                                    .contains(looked));
        }
    }

    /** A row of the file. */
    record UnitOfYear(String department, String departmentName, String year, BudgetUnit unit) {}

    /**
     * A unit over the years.
     *
     * @param years in the order of the department's budgets; empty where it was not one of its units
     */
    record UnitYears(String code, List<Optional<BudgetUnit>> years) {
        /** Whether its name or nature differs from the year before. */
        public boolean changed(int at) {
            return at + 1 < years.size()
                    && years.get(at).isPresent()
                    && years.get(at + 1).isPresent()
                    && !years.get(at).equals(years.get(at + 1));
        }
    }

    @GetMapping("/units")
    String units(
            @RequestParam(name = "q", defaultValue = "") String word,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        List<Department> found = departments(word);
        Optional<Department> chosen = found.stream()
                .filter(one -> one.code().equals(department))
                .findFirst()
                .or(() -> found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty());
        model.addAttribute("word", word);
        model.addAttribute("departments", Slice.of(found, page, ON_ONE_PAGE));
        model.addAttribute("chosen", chosen.orElse(null));
        model.addAttribute("units", chosen.map(this::years).orElse(List.of()));
        instant.lookBack(model);
        return "unit-years";
    }

    @GetMapping(path = "/units", params = "format")
    View file(
            @RequestParam(name = "q", defaultValue = "") String word,
            @RequestParam(defaultValue = "") String department,
            @RequestParam GridFormat format) {
        List<UnitOfYear> rows = new ArrayList<>();
        for (Department one : departments(word)) {
            if (department.isEmpty() || one.code().equals(department)) {
                one.budgets()
                        .forEach(budget -> units(budget)
                                .values()
                                .forEach(unit -> rows.add(new UnitOfYear(
                                        one.code(),
                                        budget.header().departmentName(),
                                        budget.header().id().year().toString(),
                                        unit))));
            }
        }
        return GRID.file(department.isEmpty() ? "-" : department, rows, format);
    }

    private List<Department> departments(String word) {
        Map<String, List<Listed>> byDepartment = new LinkedHashMap<>();
        lists.mine().stream()
                .sorted(Comparator.comparing(
                                (Listed listed) -> listed.header().id().year())
                        .reversed())
                .forEach(listed -> byDepartment
                        .computeIfAbsent(
                                listed.header().id().division() + "-"
                                        + listed.header().id().department(),
                                code -> new ArrayList<>())
                        .add(listed));
        return new TreeMap<>(byDepartment)
                .entrySet().stream()
                        .map(entry -> new Department(entry.getKey(), entry.getValue()))
                        .filter(department -> word.isBlank() || department.mentions(word))
                        .toList();
    }

    private List<UnitYears> years(Department department) {
        List<Map<String, BudgetUnit>> years =
                department.budgets().stream().map(this::units).toList();
        TreeMap<String, UnitYears> units = new TreeMap<>();
        years.forEach(year -> year.keySet()
                .forEach(code -> units.computeIfAbsent(
                        code,
                        fresh -> new UnitYears(
                                fresh,
                                years.stream()
                                        .map(one -> Optional.ofNullable(one.get(fresh)))
                                        .toList()))));
        return List.copyOf(units.values());
    }

    private Map<String, BudgetUnit> units(Listed budget) {
        Map<String, BudgetUnit> units = new TreeMap<>();
        Moment moment = new Moment(budget.position(), instant.moment().day());
        facts.load(budget.header().id(), moment, TableBasis.INITIAL)
                .ifPresent(found ->
                        found.units().forEach(unit -> units.put(unit.code().value(), unit)));
        units.values()
                .removeIf(unit -> visitors.visitor()
                        .filter(visitor -> visitor.covers(unit.code()))
                        .isEmpty());
        return units;
    }
}
