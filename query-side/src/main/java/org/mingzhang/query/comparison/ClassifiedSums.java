package org.mingzhang.query.comparison;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.facts.Moment;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds up the money of many budgets, each up to its own moment, by year and code.
 *
 * <p>As of a day the database adds the postings up. As of positions, which is nearly always, what a budget adds up to is kept:
 * to add up a million postings takes either database seconds, and those of most budgets have not changed for years.
 */
@Component
class ClassifiedSums {
    /** What stands for the code of money that has none, such as basic expenditure among projects. */
    static final String WITHOUT = "-";

    private final PostingSums postings;
    private final SumsReader kept;

    @Autowired
    ClassifiedSums(JdbcClient jdbc) {
        this(jdbc, SumsKept.inMemory());
    }

    ClassifiedSums(JdbcClient jdbc, SumsKept kept) {
        this.postings = new PostingSums(jdbc);
        this.kept = new SumsReader(jdbc, kept);
    }

    /** As much of the classification of some money as named levels ask. */
    record Money(boolean appropriated, boolean ofProject, DeptEconomicCode dept, long fen) {
        Money of(long part) {
            return new Money(appropriated, ofProject, dept, part);
        }
    }

    /**
     * Money of a year.
     *
     * @param unit with its division, such as {@code 411200-103001}; blank where units are not told apart
     */
    record Sum(FiscalYear year, String unit, String code, Money money) {}

    /**
     * What is asked of the postings.
     *
     * @param unit whose money alone is counted; empty for whole departments
     * @param byUnit whether the money of each unit is told apart
     */
    record Asked(Set<Stage> stages, ComparedBy by, Optional<UnitCode> unit, boolean byUnit) {}

    /**
     * Each group once.
     *
     * @param until of each budget the moment up to which it is read; some may have a day and others none
     */
    void each(Map<BudgetId, Moment> until, Asked asked, Consumer<Sum> sums) {
        if (until.values().stream().anyMatch(moment -> moment.day().isPresent())) {
            postings.each(until, asked, sums);
        } else {
            kept.each(until, asked, sums);
        }
    }

    /**
     * Adds up some of what will be asked for, so that nobody waits for it.
     *
     * @param until of each budget a position
     * @return whether there may be more
     */
    boolean ahead(Map<BudgetId, Moment> until) {
        return kept.readAhead(until);
    }
}
