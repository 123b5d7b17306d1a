package org.mingzhang.query.comparison;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.codes.CodeList;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.RowsOfBudgets;

/** What codes are called in the last year in which they are anything; official names, in Chinese. */
final class CodeWords {
    private final RowsOfBudgets rows;

    CodeWords(RowsOfBudgets rows) {
        this.rows = rows;
    }

    /** The name of a code. */
    interface Names {
        String of(String code);

        /** Under which names it was reported, where they are several; codes of the catalogues have theirs from there. */
        default List<NamedYears> reported(String code) {
            return List.of();
        }
    }

    /**
     * @param reads the budgets that are compared, whose units and projects may be named; what is read as the public reads it
     *     comes last, so that nothing of it is called as only its own people know it
     */
    Names of(ComparedBy by, FiscalYear last, List<Map<BudgetId, Moment>> reads) {
        Classifications codes = Classifications.shipped();
        return switch (by) {
            case FUNCTION -> listed(codes.functional(), last);
            case DEPT -> listed(codes.deptEconomic(), last);
            case GOV -> listed(codes.govEconomic(), last);
            case FUND -> code -> FundType.valueOf(code).label();
            case UNIT -> found(reads, this::unitsByYear);
            case PROJECT -> found(reads, this::projectsByYear);
        };
    }

    private static Names listed(CodeList codes, FiscalYear last) {
        return code -> codes.find(code, last).isPresent() ? codes.nameOf(code, last) : codes.latestNameOf(code);
    }

    private static Names found(
            List<Map<BudgetId, Moment>> reads,
            Function<Map<BudgetId, Moment>, Map<String, SortedMap<FiscalYear, String>>> named) {
        Map<String, SortedMap<FiscalYear, String>> names = new TreeMap<>();
        reads.forEach(read -> named.apply(read)
                .forEach((code, years) ->
                        names.computeIfAbsent(code, fresh -> new TreeMap<>()).putAll(years)));
        return new Names() {
            @Override
            public String of(String code) {
                SortedMap<FiscalYear, String> years = names.get(code);
                return code.equals(ClassifiedSums.WITHOUT)
                        ? "基本支出"
                        : years == null ? code : years.lastEntry().getValue();
            }

            @Override
            public List<NamedYears> reported(String code) {
                return NamedYears.of(names.getOrDefault(code, new TreeMap<>()));
            }
        };
    }

    /** By code, each under its latest name. */
    Map<String, String> units(Map<BudgetId, Moment> until) {
        return latest(unitsByYear(until));
    }

    /** By code, each under its latest name. */
    Map<String, String> projects(Map<BudgetId, Moment> until) {
        return latest(projectsByYear(until));
    }

    /** By code, each under its name of every year. */
    Map<String, SortedMap<FiscalYear, String>> unitsByYear(Map<BudgetId, Moment> until) {
        return byYear(rows.of(until, FactKind.UNIT, BudgetUnit.class), BudgetUnit::name);
    }

    private Map<String, SortedMap<FiscalYear, String>> projectsByYear(Map<BudgetId, Moment> until) {
        return byYear(rows.of(until, FactKind.PROJECT, Project.class), Project::name);
    }

    private static Map<String, String> latest(Map<String, SortedMap<FiscalYear, String>> byYear) {
        Map<String, String> names = new TreeMap<>();
        byYear.forEach((code, years) -> names.put(code, years.lastEntry().getValue()));
        return names;
    }

    private static <T> Map<String, SortedMap<FiscalYear, String>> byYear(
            Map<BudgetId, List<RowsOfBudgets.Keyed<T>>> found, Function<T, String> name) {
        Map<String, SortedMap<FiscalYear, String>> names = new TreeMap<>();
        found.forEach((budget, held) -> held.forEach(one ->
                names.computeIfAbsent(one.key(), fresh -> new TreeMap<>()).put(budget.year(), name.apply(one.body()))));
        return names;
    }
}
