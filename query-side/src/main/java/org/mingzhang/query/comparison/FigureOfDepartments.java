package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.query.comparison.ComparisonReader.Answer;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.facts.Facts.StatedFigures;

/** What a figure of several departments is made of as it was reported: a figure of each, which leads on to its lines. */
final class FigureOfDepartments {
    private FigureOfDepartments() {}

    /**
     * The figure of one department.
     *
     * @param department such as {@code 411200-103}
     * @param amount empty where of what was printed nobody knows it
     * @param printed whether it was printed and is not kept
     * @param link to its own explanation
     */
    public record Part(String department, String name, Optional<Amount> amount, boolean printed, String link) {}

    /** @param parts of the lines of the departments of the year, by unit */
    static List<Part> of(
            Answer answer, FiscalYear year, FigureLevel level, String code, List<RestatedParts.Part> parts) {
        Map<Department, Amount> kept = new TreeMap<>();
        answer.counted().in(List.of(year)).keySet().forEach(budget -> kept.put(Department.of(budget), Amount.ZERO));
        parts.forEach(part -> kept.merge(Department.of(part.budget()), part.counted(), Amount::plus));
        List<Part> found = new ArrayList<>();
        kept.forEach((department, amount) -> {
            if (!amount.isZero()) {
                found.add(part(answer, department, year, level, code, Optional.of(amount), false));
            }
        });
        answer.counted()
                .stated()
                .forEach((department, years) -> Optional.ofNullable(years.get(year))
                        .map(StatedFigures::figures)
                        .ifPresent(printed -> found.add(
                                part(answer, department, year, level, code, printed.amount(level, code), true))));
        return List.copyOf(found);
    }

    private static Part part(
            Answer answer,
            Department department,
            FiscalYear year,
            FigureLevel level,
            String code,
            Optional<Amount> amount,
            boolean printed) {
        String link = FigureLinks.ofDepartment(answer.question(), department, level, code, year);
        return new Part(department.code(), name(answer, department, year), amount, printed, link);
    }

    /** In that year, or in whatever year there is a budget of it. */
    private static String name(Answer answer, Department department, FiscalYear year) {
        BudgetId then = department.in(year);
        return Optional.ofNullable(answer.headers().get(then))
                .or(() -> answer.headers().entrySet().stream()
                        .filter(header -> Department.of(header.getKey()).equals(department))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .map(BudgetHeader::departmentName)
                .orElse("");
    }
}
