package org.mingzhang.query.disclosure;

import java.util.Map;
import java.util.Set;

/**
 * Which lines count: every named dimension must have one of the listed values.
 *
 * @param never true for a cell that no line can reach, such as a planned year-end carry-over
 */
record FactPredicate(Map<Dimension, Set<String>> allowed, boolean never) {
    static final FactPredicate ALL = new FactPredicate(Map.of(), false);

    static FactPredicate is(Dimension dimension, String answer) {
        return new FactPredicate(Map.of(dimension, Set.of(answer)), false);
    }

    boolean matches(Subtotal part) {
        if (never) {
            return false;
        }
        for (Map.Entry<Dimension, Set<String>> entry : allowed.entrySet()) {
            if (!entry.getValue().contains(part.value(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
