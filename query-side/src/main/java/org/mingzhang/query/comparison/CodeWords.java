package org.mingzhang.query.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
            case UNIT -> found(reads, this::units);
            case PROJECT -> found(reads, this::projects);
        };
    }

    private static Names listed(CodeList codes, FiscalYear last) {
        return code -> codes.find(code, last).isPresent() ? codes.nameOf(code, last) : codes.latestNameOf(code);
    }

    private static Names found(
            List<Map<BudgetId, Moment>> reads, Function<Map<BudgetId, Moment>, Map<String, String>> named) {
        Map<String, String> names = new TreeMap<>();
        reads.forEach(read -> names.putAll(named.apply(read)));
        return code -> code.equals(ClassifiedSums.WITHOUT) ? "基本支出" : names.getOrDefault(code, code);
    }

    /** By code. */
    Map<String, String> units(Map<BudgetId, Moment> until) {
        Map<String, String> names = new TreeMap<>();
        byYear(rows.of(until, FactKind.UNIT, BudgetUnit.class))
                .forEach(unit -> names.put(unit.key(), unit.body().name()));
        return names;
    }

    /** By code. */
    Map<String, String> projects(Map<BudgetId, Moment> until) {
        Map<String, String> names = new TreeMap<>();
        byYear(rows.of(until, FactKind.PROJECT, Project.class))
                .forEach(project -> names.put(project.key(), project.body().name()));
        return names;
    }

    /** The latest year last, so that its name stays. */
    private static <T> List<RowsOfBudgets.Keyed<T>> byYear(Map<BudgetId, List<RowsOfBudgets.Keyed<T>>> found) {
        return found.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(BudgetId::year)))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }
}
