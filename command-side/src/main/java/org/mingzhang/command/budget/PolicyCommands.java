package org.mingzhang.command.budget;

import java.time.LocalDate;
import org.mingzhang.kernel.amendment.PolicyBook;
import org.mingzhang.kernel.value.DivisionCode;

/** Where changes of the rules are handed in. */
public interface PolicyCommands extends DivisionCommands<PolicyCommand, PolicyBook> {
    /** The rules of a division on a day, as the next command would find them. */
    default Policy inForceOn(DivisionCode division, LocalDate day) {
        return Policy.inForceOn(day, current(division).rules());
    }
}
