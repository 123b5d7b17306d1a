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

    record RecordSuccession(DivisionCode division, Succession succession) implements CrosswalkCommand {}

    record WithdrawSuccession(DivisionCode division, int number, String reason) implements CrosswalkCommand {}
}
