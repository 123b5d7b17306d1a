package org.mingzhang.kernel.crosswalk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.crosswalk.Crosswalk.Entry;
import org.mingzhang.kernel.crosswalk.Crosswalk.Portion;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Succession;
import org.mingzhang.kernel.value.Successor;

/**
 * The way of money through successions, never back in time: what came to a code in one year goes on only by what happens to
 * that code in that year or later, and by each succession once, so that a unit may be split and keep its own code.
 */
final class CrosswalkWalk {
    private final Map<String, List<Entry>> steps = new HashMap<>();
    private final Set<Entry> taken = new LinkedHashSet<>();
    private final Set<Entry> followed = new LinkedHashSet<>();
    private final List<Portion> done = new ArrayList<>();

    /** @param steps by year and number */
    CrosswalkWalk(List<Entry> steps) {
        steps.forEach(step -> this.steps
                .computeIfAbsent(step.succession().before(), code -> new ArrayList<>())
                .add(step));
    }

    List<Portion> from(Portion portion) {
        follow(portion, Optional.empty());
        return done;
    }

    Set<Entry> followed() {
        return followed;
    }

    /** @param arrived the year in which the money came to its code; empty where it was from the beginning */
    private void follow(Portion portion, Optional<FiscalYear> arrived) {
        Optional<Entry> next = steps.getOrDefault(portion.code(), List.of()).stream()
                .filter(step -> !taken.contains(step))
                .filter(step -> arrived.isEmpty() || step.succession().from().compareTo(arrived.get()) >= 0)
                .findFirst();
        if (next.isEmpty()) {
            done.add(portion);
            return;
        }
        Entry step = next.get();
        followed.add(step);
        taken.add(step);
        divide(portion, step.succession());
        taken.remove(step);
    }

    private void divide(Portion portion, Succession step) {
        long left = portion.fen();
        for (int at = 0; at < step.after().size(); at++) {
            Successor successor = step.after().get(at);
            boolean last = at == step.after().size() - 1;
            long part = last ? left : share(portion.fen(), successor.share());
            left -= part;
            follow(new Portion(successor.code(), part), Optional.of(step.from()));
        }
    }

    /** Rounded towards nothing; the last successor takes what is left over. */
    private static long share(long fen, int share) {
        return fen / Successor.WHOLE * share + fen % Successor.WHOLE * share / Successor.WHOLE;
    }
}
