package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Stage;

/** Adds up the sums of budgets by what is asked: the same groups that {@link PostingSums} has of the postings. */
final class SumsGathered {
    private static final int LEFT_OUT = -1;
    private static final int NOT_YET = -1;

    private final ClassifiedSums.Asked asked;
    private final CodesMet codes;
    private final Set<Stage> stages;
    private final Map<Head, Integer> numbers = new HashMap<>();
    private final List<Head> heads = new ArrayList<>();
    private final Map<Classed, Integer> classedNumbers = new HashMap<>();
    private final List<Classed> classed = new ArrayList<>();
    private final SumsOfPairs sums = new SumsOfPairs();
    private int[] classedOf = {NOT_YET, NOT_YET};

    SumsGathered(ClassifiedSums.Asked asked, CodesMet codes) {
        this.asked = asked;
        this.codes = codes;
        this.stages = asked.stages();
    }

    /**
     * What is the budget's own of a group.
     *
     * @param own code of a unit or project where these are asked for, otherwise blank
     */
    private record Head(FiscalYear year, String unit, String own) {}

    /** What is asked of the codes of a group. */
    private record Classed(String code, boolean appropriated, boolean ofProject, DeptEconomicCode dept) {}

    void add(BudgetId budget, BudgetSums of) {
        int[] headOf =
                of.places().stream().mapToInt(place -> head(budget, place)).toArray();
        of.each((place, stage, code, fen) -> {
            if (headOf[place] != LEFT_OUT && stages.contains(stage)) {
                sums.add(headOf[place], classed(code), fen);
            }
        });
    }

    private int head(BudgetId budget, BudgetSums.Place place) {
        if (asked.unit().filter(unit -> !unit.value().equals(place.unit())).isPresent()) {
            return LEFT_OUT;
        }
        Head head = new Head(
                budget.year(),
                asked.byUnit() ? budget.division() + "-" + place.unit() : "",
                switch (asked.by()) {
                    case UNIT -> place.unit();
                    case PROJECT -> place.project();
                    case FUNCTION, DEPT, GOV, FUND -> "";
                });
        return numbers.computeIfAbsent(head, fresh -> {
            heads.add(fresh);
            return heads.size() - 1;
        });
    }

    /** Thousands of combinations of codes are a hundred times fewer than sums, so that each is looked at once. */
    private int classed(int code) {
        if (code >= classedOf.length) {
            int known = classedOf.length;
            classedOf = Arrays.copyOf(classedOf, 2 * code);
            Arrays.fill(classedOf, known, classedOf.length, NOT_YET);
        }
        if (classedOf[code] == NOT_YET) {
            CodesMet.Codes found = codes.of(code);
            Classed asks = new Classed(asked(found), found.appropriated(), found.ofProject(), found.dept());
            classedOf[code] = classedNumbers.computeIfAbsent(asks, fresh -> {
                classed.add(fresh);
                return classed.size() - 1;
            });
        }
        return classedOf[code];
    }

    /** Units and projects stand in the head. */
    private String asked(CodesMet.Codes found) {
        return switch (asked.by()) {
            case FUNCTION -> found.function();
            case DEPT -> found.dept().value();
            case GOV -> found.gov();
            case FUND -> found.fund();
            case UNIT, PROJECT -> "";
        };
    }

    void tell(Consumer<ClassifiedSums.Sum> told) {
        sums.each((headNumber, classedNumber, fen) -> {
            Head head = heads.get(headNumber);
            Classed of = classed.get(classedNumber);
            String code = head.own() + of.code();
            told.accept(new ClassifiedSums.Sum(
                    head.year(),
                    head.unit(),
                    code.isEmpty() ? ClassifiedSums.WITHOUT : code,
                    new ClassifiedSums.Money(of.appropriated(), of.ofProject(), of.dept(), fen)));
        });
    }
}
