package org.mingzhang.query.disclosure;

import java.util.List;
import java.util.function.Supplier;

/** Is told which lines an amount was summed from, so that a cell can be explained without being stored. */
@FunctionalInterface
interface Witness {
    Witness NONE = (row, column, side, parts) -> {};

    void saw(String row, String column, FactSide side, Supplier<List<Subtotal>> parts);
}
