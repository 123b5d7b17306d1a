package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mingzhang.kernel.value.FigureLevel;

/** By which classification the years stand beside each other. */
public enum ComparedBy {
    FUNCTION(FigureLevel.FUNCTION, "function_code", 3, 5, 7),
    DEPT(FigureLevel.DEPT_ECONOMIC, "dept_economic", 3, 5),
    GOV(FigureLevel.GOV_ECONOMIC, "gov_economic", 3, 5),
    FUND(FigureLevel.FUND, "fund"),
    UNIT(FigureLevel.UNIT, "unit"),
    PROJECT(FigureLevel.PROJECT, "project");

    private final FigureLevel level;
    private final String column;
    private final int[] lengths;

    ComparedBy(FigureLevel level, String column, int... lengths) {
        this.level = level;
        this.column = column;
        this.lengths = lengths;
    }

    /** The word used in links. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** At which level figures stated of such a code stand. */
    FigureLevel level() {
        return level;
    }

    /** Of the postings. */
    String column() {
        return column;
    }

    /** How many levels there are below each other. */
    public int depths() {
        return Math.max(1, lengths.length);
    }

    /** A code with those above it, the highest first. */
    List<String> path(String code) {
        List<String> path = new ArrayList<>();
        for (int length : lengths) {
            if (length < code.length()) {
                path.add(code.substring(0, length));
            }
        }
        path.add(code);
        return path;
    }

    /** That in which figures of a level stand; any will do for a level that stands in none. */
    static ComparedBy ofLevel(FigureLevel level) {
        return Arrays.stream(values())
                .filter(by -> by.level == level)
                .findFirst()
                .orElse(FUNCTION);
    }

    static Optional<ComparedBy> ofKey(String key) {
        return Arrays.stream(values()).filter(by -> by.key().equals(key)).findFirst();
    }
}
