package org.mingzhang.command.web;

import java.time.LocalDate;
import java.util.Optional;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.UnitCode;

/** Who is signed in and in which role; the application knows. */
public interface CurrentActor {
    /** The person behind the request; nobody reaches a command without signing in. */
    Actor actor();

    /** Fails as for any address that is not theirs when that budget is not; what is wrong inside is then not said. */
    default void admitted(BudgetId budget) {}

    /** The same of the rules of a division, on that day. */
    default void admitted(DivisionCode division, LocalDate today) {}

    /** The one unit whose content is theirs to see; empty when it is the whole department's. */
    default Optional<UnitCode> unit() {
        return Optional.empty();
    }
}
