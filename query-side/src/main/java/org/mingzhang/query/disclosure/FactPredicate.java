package org.mingzhang.query.disclosure;

import java.util.Map;
import java.util.Set;
import org.mingzhang.kernel.value.Classification;

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

    boolean matches(Classification money) {
        return !never
                && allowed.entrySet().stream()
                        .allMatch(entry ->
                                entry.getValue().contains(entry.getKey().of(money)));
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
