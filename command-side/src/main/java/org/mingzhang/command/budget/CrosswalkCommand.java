package org.mingzhang.command.budget;

import org.mingzhang.kernel.event.CrosswalkEvent;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Succession;

/** How units, projects and codes of a division go on under others. */
public sealed interface CrosswalkCommand extends DivisionCommand {
    @Override
    default String stream() {
        return CrosswalkEvent.stream(division());
    }

    /**
     * Something goes on under other codes.
     *
     * @param declared whether the document itself says units that no budget and no printed figure has: those that ended before
     *     the first budget that is kept here, or that begin with one that is not opened yet
     */
    record RecordSuccession(DivisionCode division, Succession succession, boolean declared)
            implements CrosswalkCommand {}

    record WithdrawSuccession(DivisionCode division, int number, String reason) implements CrosswalkCommand {}
}
