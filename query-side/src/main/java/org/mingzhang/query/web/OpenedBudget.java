package org.mingzhang.query.web;

import java.util.Optional;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.Moment;

/**
 * A budget at the position at which this visitor reads it.
 *
 * @param release the release that the public knows; empty while there is none
 * @param moment as of which it is read
 * @param only the one unit that this visitor sees of it; empty when it is whole
 */
public record OpenedBudget(
        BudgetFacts facts, Optional<Facts.ReleaseFact> release, Optional<UnitCode> only, Moment moment) {
    public BudgetId id() {
        return facts.header().id();
    }

    public BudgetHeader header() {
        return facts.header();
    }

    public long position() {
        return facts.position();
    }

    /** Whether what is shown is the release itself. */
    public boolean released() {
        return moment.day().isEmpty()
                && release.filter(found -> found.position() == position()).isPresent();
    }

    /**
     * The instant at which links of the public lead to the same figures: where more was read than the last release tells, the
     * position is named, since without it they would read the release.
     */
    public AsOf publicInstant(AsOf asked) {
        boolean beyond = release.filter(found -> found.position() < position()).isPresent();
        return beyond ? new AsOf(Long.toString(position()), false) : asked;
    }
}
