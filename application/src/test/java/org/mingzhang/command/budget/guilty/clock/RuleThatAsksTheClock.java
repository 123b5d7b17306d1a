package org.mingzhang.command.budget.guilty.clock;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Guilty on purpose: the decider asks no clock. */
final class RuleThatAsksTheClock {
    private RuleThatAsksTheClock() {}

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
