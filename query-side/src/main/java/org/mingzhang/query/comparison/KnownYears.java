package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Comparatives;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.PrintedFigure;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.comparison.Comparison.Standing;
import org.mingzhang.query.comparison.Comparison.Year;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.facts.Facts.StatedFigures;
import org.mingzhang.query.facts.Moment;

/**
 * Which years of which departments the visitor may read, and whence what is known of them is.
 *
 * @param kept up to where each budget is read
 * @param stated what was printed of years that are not kept, by department
 */
record KnownYears(Map<BudgetId, Moment> kept, Map<Department, Map<FiscalYear, StatedFigures>> stated) {
    /** Lines count before what was printed; of two statements the one of the earlier budget, which is nearer. */
    static KnownYears of(Map<BudgetId, Moment> kept, Map<BudgetId, List<StatedFigures>> statements) {
        Map<Department, Map<FiscalYear, StatedFigures>> stated = new TreeMap<>();
        new TreeMap<>(kept)
                .forEach((budget, moment) -> statements.getOrDefault(budget, List.of()).stream()
                        .filter(one -> !kept.containsKey(new BudgetId(
                                budget.division(),
                                budget.department(),
                                one.figures().year())))
                        .forEach(one -> stated.computeIfAbsent(Department.of(budget), department -> new TreeMap<>())
                                .putIfAbsent(one.figures().year(), one)));
        return new KnownYears(kept, stated);
    }

    Set<Department> departments() {
        return kept.keySet().stream().map(Department::of).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every year of which anything is known, ascending. */
    List<FiscalYear> years() {
        TreeSet<FiscalYear> years =
                kept.keySet().stream().map(BudgetId::year).collect(Collectors.toCollection(TreeSet::new));
        stated.values().forEach(of -> years.addAll(of.keySet()));
        return List.copyOf(years);
    }

    /** The same with those budgets only. */
    KnownYears only(Set<BudgetId> budgets) {
        Map<BudgetId, Moment> some = new TreeMap<>(kept);
        some.keySet().retainAll(budgets);
        return new KnownYears(some, stated);
    }

    /** The budgets of these years. */
    Map<BudgetId, Moment> in(List<FiscalYear> years) {
        Map<BudgetId, Moment> some = new TreeMap<>(kept);
        some.keySet().removeIf(budget -> !years.contains(budget.year()));
        return some;
    }

    /** A year of all of them together: what is kept was added up, what was printed is added to it. */
    YearFigures figures(FiscalYear year, Optional<YearFigures> added, ComparedBy by, Scope scope) {
        Optional<YearFigures> all = added;
        for (StatedFigures one : stated(year)) {
            YearFigures printed =
                    new YearFigures.Stated(Optional.of(within(one, scope).figures()), by);
            all = Optional.of(all.<YearFigures>map(before -> new YearFigures.Both(before, printed))
                    .orElse(printed));
        }
        return all.orElseGet(YearFigures::unknown);
    }

    /** Of a unit only the whole can have been printed. */
    static StatedFigures within(StatedFigures stated, Scope scope) {
        Optional<UnitCode> unit = scope.unit();
        if (unit.isEmpty()) {
            return stated;
        }
        Comparatives printed = stated.figures();
        List<PrintedFigure> whole = printed.amount(FigureLevel.UNIT, unit.get().value()).stream()
                .map(amount -> new PrintedFigure(FigureLevel.TOTAL, "", amount))
                .toList();
        return new StatedFigures(
                new Comparatives(printed.year(), whole, printed.source()),
                stated.reason(),
                stated.day(),
                stated.actor());
    }

    /** The whole of a year as it was printed; of a unit what was printed of that. */
    Optional<Amount> printed(FiscalYear year, Scope scope) {
        return figures(year, Optional.empty(), ComparedBy.FUNCTION, scope).named(FigureLevel.TOTAL);
    }

    List<StatedFigures> stated(FiscalYear year) {
        List<StatedFigures> found = new ArrayList<>();
        stated.values().forEach(of -> Optional.ofNullable(of.get(year)).ifPresent(found::add));
        return found;
    }

    /** Whether the whole of a unit was printed of any year. */
    boolean prints(String unit) {
        return stated.values().stream()
                .flatMap(of -> of.values().stream())
                .anyMatch(one -> one.figures().amount(FigureLevel.UNIT, unit).isPresent());
    }

    /** Whether a year of a department is only known as printed. */
    boolean printed(Department department, FiscalYear year) {
        return stated.getOrDefault(department, Map.of()).containsKey(year);
    }

    /** The last of some years of which anything is read; the first of them where nothing is. */
    FiscalYear lastRead(List<FiscalYear> asked) {
        List<FiscalYear> read = years();
        return asked.reversed().stream().filter(read::contains).findFirst().orElseGet(asked::getFirst);
    }

    /**
     * A column.
     *
     * @param departments all that are compared
     * @param restated those of them whose money was kept elsewhere in that year, and was read there
     */
    Year year(FiscalYear year, Set<Department> departments, Set<Department> restated) {
        Set<Department> added = new TreeSet<>(restated);
        added.retainAll(departments);
        kept.keySet().stream()
                .filter(budget -> budget.year().equals(year))
                .map(Department::of)
                .forEach(added::add);
        int lines = added.size();
        List<StatedFigures> printed = stated(year);
        Standing standing = printed.isEmpty()
                ? (lines == 0 ? Standing.UNKNOWN : Standing.KEPT)
                : (lines == 0 ? Standing.STATED : Standing.MIXED);
        int counted = lines + printed.size();
        return new Year(year, standing, counted, departments.size() - counted, printed);
    }
}
