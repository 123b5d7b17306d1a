package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.DeptEconomicCode;

/**
 * The codes under which money was found, numbered: every combination is kept once for all budgets that have it. There are
 * no more than the classifications have ever been combined, whatever is read.
 */
final class CodesMet {
    private final Map<Codes, Integer> numbers = new HashMap<>();
    private final List<Codes> met = new ArrayList<>();

    /** What money is classified by, apart from whose it is: its unit and its project are the budget's own. */
    record Codes(
            String function, DeptEconomicCode dept, String gov, String fund, boolean appropriated, boolean ofProject) {}

    synchronized int number(Codes codes) {
        return numbers.computeIfAbsent(codes, fresh -> {
            met.add(fresh);
            return met.size() - 1;
        });
    }

    synchronized Codes of(int number) {
        return met.get(number);
    }
}
