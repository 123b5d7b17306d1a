package org.mingzhang.query.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Indicator;

/**
 * Which indicator of a new list was which of the old one.
 *
 * <p>Nothing numbers them. The same words are the same indicator; of what is left over, the same level and name in the order
 * in which they stand, because one name may stand twice in a list. All others are given up or new.
 */
final class IndicatorPairs {
    /** @param before empty where it is new; never empty together with after, which is where it is given up */
    record Pair(Optional<Indicator> before, Optional<Indicator> after) {}

    private IndicatorPairs() {}

    /** In the order of the new list, and behind it what was given up. */
    static List<Pair> of(List<Indicator> before, List<Indicator> after) {
        List<Indicator> left = new ArrayList<>(before);
        List<Indicator> changed = new ArrayList<>(after);
        // Each takes one of its kind away, so that what stands twice is not found once for both.
        after.stream().filter(left::remove).forEach(changed::remove);
        List<Pair> pairs = new ArrayList<>();
        for (Indicator fresh : after) {
            if (!changed.remove(fresh)) {
                pairs.add(new Pair(Optional.of(fresh), Optional.of(fresh)));
            } else {
                Optional<Indicator> old =
                        left.stream().filter(one -> named(one, fresh)).findFirst();
                old.ifPresent(left::remove);
                pairs.add(new Pair(old, Optional.of(fresh)));
            }
        }
        left.forEach(gone -> pairs.add(new Pair(Optional.of(gone), Optional.empty())));
        return pairs;
    }

    private static boolean named(Indicator one, Indicator other) {
        return one.level1() == other.level1() && one.name().equals(other.name());
    }
}
