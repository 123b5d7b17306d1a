package org.mingzhang.query.web;

import java.util.List;
import java.util.function.Function;
import org.mingzhang.kernel.codes.CodeList;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.query.disclosure.BudgetFacts;

/** One thing to choose in a form: what is sent, and what is read. */
public record Choice(String value, String label) {
    public static <E extends Enum<E>> List<Choice> of(E[] values, Function<E, String> label) {
        return of(List.of(values), label);
    }

    public static <E extends Enum<E>> List<Choice> of(List<E> values, Function<E, String> label) {
        return values.stream()
                .map(value -> new Choice(value.name(), label.apply(value)))
                .toList();
    }

    public static List<Choice> units(BudgetFacts facts) {
        return facts.units().stream()
                .map(unit -> new Choice(unit.code().value(), unit.code() + " " + unit.name()))
                .toList();
    }

    public static List<Choice> projects(BudgetFacts facts) {
        return facts.projects().stream()
                .map(project -> new Choice(project.code().value(), project.name()))
                .toList();
    }

    /** Codes of the length at which lines are entered. */
    public static List<Choice> codes(CodeList codes, FiscalYear year, int length) {
        return codes.validIn(year).stream()
                .filter(code -> code.code().length() == length)
                .map(code -> new Choice(code.code(), code.name()))
                .toList();
    }
}
