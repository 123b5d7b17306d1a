package org.mingzhang.command.budget;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FundsSource;

/**
 * Whether everything that bound sources have given can lie on lines of its purpose at once.
 *
 * <p>Purposes may be the same, lie within each other or cross, so that it is not enough to look at one after the other: each
 * source is laid on lines that serve it, and makes room by moving others to lines that serve them too (a maximal flow).
 * Lines that serve the same sources are taken together, so that their number does not matter.
 */
final class KeptPurposes {
    private final List<Given> given;
    private final List<BitSet> served = new ArrayList<>();
    private final List<Long> room = new ArrayList<>();
    private final long[][] laid;

    /** What a bound source has given. */
    record Given(FundsSource source, Amount amount) {}

    /** Sources that together have given more than is left on all lines that serve any of them. */
    record Lost(List<FundsSource> purposes, Amount given, Amount left) {}

    /** How far money can be moved from one source on: the sources and groups of lines that it reaches, and from where. */
    private static final class Reached {
        private final BitSet sources = new BitSet();
        private final BitSet groups = new BitSet();
        private final int[] sourceOf;
        private final int[] groupOf;

        Reached(int groups, int sources) {
            sourceOf = new int[groups];
            groupOf = new int[sources];
        }
    }

    /** @param lines what is left of the budget, by what it is counted under */
    KeptPurposes(List<Given> given, Map<Classification.Expenditure, Amount> lines) {
        this.given = List.copyOf(given);
        Map<BitSet, Long> together = new HashMap<>();
        lines.forEach((money, left) -> together.merge(served(money), Math.max(0, left.fen()), Long::sum));
        together.forEach((sources, fen) -> {
            served.add(sources);
            room.add(fen);
        });
        this.laid = new long[given.size()][served.size()];
    }

    /** Whether money of that classification keeps what the source gave: its purpose and its fund. */
    static boolean keeps(FundsSource source, Classification.Expenditure money) {
        return source.fund() == money.fund() && source.serves(money);
    }

    private BitSet served(Classification.Expenditure money) {
        BitSet sources = new BitSet();
        for (int source = 0; source < given.size(); source++) {
            sources.set(source, keeps(given.get(source).source(), money));
        }
        return sources;
    }

    /** Each set of purposes that cannot be kept; an empty list when all can. */
    List<Lost> lost() {
        List<Lost> lost = new ArrayList<>();
        BitSet told = new BitSet();
        for (int source = 0; source < given.size(); source++) {
            Reached reached = laid(source);
            if (!told.get(source) && missing(source) > 0) {
                told.or(reached.sources);
                lost.add(lost(reached));
            }
        }
        return lost;
    }

    private long missing(int source) {
        long missing = given.get(source).amount().fen();
        for (long fen : laid[source]) {
            missing -= fen;
        }
        return missing;
    }

    private long free(int group) {
        long free = room.get(group);
        for (long[] ofSource : laid) {
            free -= ofSource[group];
        }
        return free;
    }

    /** Lays as much of a source as there is room for; answers what was within its reach in the end. */
    private Reached laid(int source) {
        while (true) {
            Reached reached = reached(source);
            int free = reached.groups.stream()
                    .filter(group -> free(group) > 0)
                    .findFirst()
                    .orElse(-1);
            if (free < 0 || missing(source) == 0) {
                return reached;
            }
            lay(source, free, reached);
        }
    }

    private Reached reached(int from) {
        Reached reached = new Reached(served.size(), given.size());
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        reached.sources.set(from);
        while (!open.isEmpty()) {
            int source = open.remove();
            for (int group = 0; group < served.size(); group++) {
                if (served.get(group).get(source) && !reached.groups.get(group)) {
                    reached.groups.set(group);
                    reached.sourceOf[group] = source;
                    open.addAll(movable(group, reached));
                }
            }
        }
        return reached;
    }

    /** The sources of which something lies there and that were not reached before. */
    private List<Integer> movable(int group, Reached reached) {
        List<Integer> movable = new ArrayList<>();
        for (int source = 0; source < given.size(); source++) {
            if (laid[source][group] > 0 && !reached.sources.get(source)) {
                reached.sources.set(source);
                reached.groupOf[source] = group;
                movable.add(source);
            }
        }
        return movable;
    }

    /** Each source on the way back takes the place that the one after it has left. */
    private void lay(int source, int free, Reached reached) {
        long fen = Math.min(missing(source), free(free));
        for (int group = free, at = reached.sourceOf[group]; at != source; at = reached.sourceOf[group]) {
            group = reached.groupOf[at];
            fen = Math.min(fen, laid[at][group]);
        }
        int group = free;
        int at = reached.sourceOf[group];
        laid[at][group] += fen;
        while (at != source) {
            group = reached.groupOf[at];
            laid[at][group] -= fen;
            at = reached.sourceOf[group];
            laid[at][group] += fen;
        }
    }

    private Lost lost(Reached reached) {
        List<Given> lost = reached.sources.stream().mapToObj(given::get).toList();
        long left = reached.groups.stream().mapToLong(room::get).sum();
        return new Lost(
                lost.stream().map(Given::source).toList(),
                Amount.sum(lost.stream().map(Given::amount).toList()),
                new Amount(left));
    }
}
