package org.mingzhang.command.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mingzhang.command.fields.UnreadableFields;
import org.mingzhang.kernel.value.BudgetId;

/** What is wrong with a draft as it is written, told while it is one. */
record DraftCheck(Rehearsal rehearsal, CommandDoor door) {
    private static final String DAY = "effectiveOn";
    private static final String UNIT = "amountUnit";

    /** What a draft may lack and a dry run makes up: the last day of the year, and a unit of amounts. */
    private static final Map<String, String> ANY = Map.of(DAY, "-12-31", UNIT, "元");

    /**
     * What speaks against submitting a draft as it is: what is missing, what cannot be read, what would be refused.
     *
     * @param files whether it holds files
     */
    List<FieldProblem> amiss(BudgetId budget, Map<String, String> fields, boolean files, Locale locale) {
        List<FieldProblem> amiss = rehearsal.against(budget, fields, files, locale);
        if (amiss.isEmpty() || !amiss.stream().map(FieldProblem::field).allMatch(ANY.keySet()::contains)) {
            return amiss;
        }
        // Without them nothing can be decided: with any of them it is told what else is amiss.
        Map<String, String> whole = new TreeMap<>(fields);
        whole.putIfAbsent(DAY, budget.year().value() + ANY.getOrDefault(DAY, ""));
        whole.putIfAbsent(UNIT, ANY.getOrDefault(UNIT, ""));
        return Stream.concat(
                        amiss.stream(),
                        rehearsal.against(budget, whole, files, locale).stream()
                                .filter(problem -> !ANY.containsKey(problem.field())))
                .toList();
    }

    /** What of a draft no document could say, such as a kind that there is not or an amount that is none. */
    List<UnreadableFields.Problem> unreadable(BudgetId budget, Map<String, String> fields) {
        try {
            door.read(WrittenDocument.command(fields), budget.toString(), WrittenDocument.sent(fields), true);
            return List.of();
        } catch (UnreadableFields e) {
            return e.problems().stream()
                    .filter(problem -> !problem.rule().equals("request.field-missing"))
                    .toList();
        }
    }
}
