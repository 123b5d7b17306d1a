package org.mingzhang.command.budget;

import org.mingzhang.kernel.value.DivisionCode;

/** Something that somebody wants of a division as a whole, in a stream of its own. */
public sealed interface DivisionCommand permits PolicyCommand, CrosswalkCommand {
    DivisionCode division();

    /** The stream that it is about. */
    String stream();
}
