package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.FigureLevel;

/** What a figure that is told like for like is made of: money as it was reported, and how much of it counts here. */
final class RestatedParts {
    private final ComparedBy by;
    private final FigureLevel level;
    private final String code;
    private final Map<Key, long[]> parts = new TreeMap<>();

    /** @param code blank for a named level */
    RestatedParts(ComparedBy by, FigureLevel level, String code) {
        this.by = by;
        this.level = level;
        this.code = code;
    }

    /**
     * Money of one unit under one code, as it was reported.
     *
     * @param code blank for a named level, which is reported of the unit as a whole
     * @param reported all of it
     * @param counted what of it belongs to the figure; less where it was split
     */
    record Part(BudgetId budget, String unit, String code, Amount reported, Amount counted) {
        /** Whether it is money of another department. */
        boolean isOf(String department) {
            return Department.of(budget).code().equals(department);
        }
    }

    private record Key(BudgetId budget, String unit, String code) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byBudget = budget.compareTo(other.budget);
            int byUnit = byBudget != 0 ? byBudget : unit.compareTo(other.unit);
            return byUnit != 0 ? byUnit : code.compareTo(other.code);
        }
    }

    /** Counts some money that was restated under a code, if it belongs to the figure. */
    void add(ClassifiedSums.Sum of, String restated, ClassifiedSums.Money money) {
        if (counts(restated, money)) {
            at(of)[1] = Math.addExact(at(of)[1], money.fen());
        }
    }

    /** Counts what was reported, of money of which a part was added before. */
    void reported(ClassifiedSums.Sum of) {
        boolean under = level.coded() || counts("", of.money());
        if (under && parts.containsKey(key(of))) {
            at(of)[0] = Math.addExact(at(of)[0], of.money().fen());
        }
    }

    private boolean counts(String restated, ClassifiedSums.Money money) {
        return level.coded()
                ? by.path(restated).contains(code)
                : level.counts(money.appropriated(), money.ofProject(), money.dept());
    }

    private long[] at(ClassifiedSums.Sum of) {
        return parts.computeIfAbsent(key(of), fresh -> new long[2]);
    }

    private Key key(ClassifiedSums.Sum of) {
        DivisionCode division = new DivisionCode(of.unit().substring(0, 6));
        String unit = of.unit().substring(7);
        return new Key(
                Department.of(division, unit).in(of.year()),
                unit,
                !level.coded() ? "" : by == ComparedBy.UNIT ? unit : of.code());
    }

    /** By department, unit and code; nothing of nothing is left out. */
    List<Part> parts() {
        List<Part> found = new ArrayList<>();
        parts.forEach((key, fen) -> {
            if (fen[0] != 0 || fen[1] != 0) {
                found.add(new Part(key.budget, key.unit, key.code, new Amount(fen[0]), new Amount(fen[1])));
            }
        });
        return found;
    }
}
