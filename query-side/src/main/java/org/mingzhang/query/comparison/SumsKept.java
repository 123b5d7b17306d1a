package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.facts.LiveFacts;

/**
 * Sums of budgets that were asked for before, for as long as they hold: what the postings of a budget up to a position add
 * up to never changes, so that nothing has to be thrown away but what there is no room for.
 *
 * <p>Nothing is known here of who asks. Up to which position somebody may read a budget is decided before, and sums are
 * found only at positions between their last posting and the next one, where everybody who may read so far reads the same.
 */
final class SumsKept {
    /** Of a budget that nothing has happened to since, as far as is known. */
    private static final long STILL = Long.MAX_VALUE;

    /** Counted like sums: what a budget takes beside them. */
    private static final int BUDGET = 20;

    /** The public reads the last release and its own people the latest; more are of those who look at the past. */
    private static final int MOST_OF_A_BUDGET = 4;

    private final Map<BudgetId, List<Version>> budgets = new LinkedHashMap<>(16, 0.75f, true);
    private final long most;
    private long size;
    private LiveFacts seen = new LiveFacts(-1, -1);

    /** An eighth of the memory that there is, at 20 bytes for each sum. */
    static SumsKept inMemory() {
        return new SumsKept(Runtime.getRuntime().maxMemory() / 8 / 20);
    }

    /** @param most sums that there is room for */
    SumsKept(long most) {
        this.most = most;
    }

    /**
     * Sums that hold at every position from that of their last posting.
     *
     * @param until the last position at which they are known to hold
     */
    private record Version(long from, long until, BudgetSums sums) {
        int weight() {
            return BUDGET + sums.size();
        }
    }

    /** How far all changes are known; of another generation nothing. */
    synchronized LiveFacts seen() {
        return seen;
    }

    /**
     * Goes on to where the facts are now.
     *
     * @param before what {@link #seen} said when the changes were looked for
     * @param changed of each budget that got postings since the position of the first of them
     * @return whether it did; not when somebody else was faster, who may know less
     */
    synchronized boolean follow(LiveFacts before, LiveFacts now, Map<BudgetId, Long> changed) {
        if (!before.equals(seen)) {
            return false;
        }
        changed.forEach((budget, first) -> Optional.ofNullable(budgets.get(budget))
                .ifPresent(versions -> versions.replaceAll(version ->
                        version.until() == STILL ? new Version(version.from(), first - 1, version.sums()) : version)));
        seen = now;
        return true;
    }

    /** Begins anew, because other facts are read or too much has happened to look at all of it. */
    synchronized void begin(LiveFacts now) {
        budgets.clear();
        size = 0;
        seen = now;
    }

    /** Those of a budget at a position. */
    synchronized Optional<BudgetSums> at(int generation, BudgetId budget, long position) {
        if (generation != seen.generation() || position > seen.position()) {
            return Optional.empty();
        }
        return Optional.ofNullable(budgets.get(budget))
                .flatMap(versions -> versions.stream()
                        .filter(version -> version.from() <= position && position <= version.until())
                        .map(Version::sums)
                        .findFirst());
    }

    /**
     * Keeps what was read.
     *
     * @param position up to which the postings were read
     * @param from that of the last of them
     */
    synchronized void keep(int generation, BudgetId budget, long position, long from, BudgetSums sums) {
        if (generation != seen.generation() || position > seen.position()) {
            return;
        }
        List<Version> versions = budgets.computeIfAbsent(budget, fresh -> new ArrayList<>(1));
        Version version = new Version(from, position == seen.position() ? STILL : position, sums);
        versions.removeIf(other -> {
            boolean same = other.from() == from;
            size -= same ? other.weight() : 0;
            return same;
        });
        versions.add(version);
        size += version.weight();
        if (versions.size() > MOST_OF_A_BUDGET) {
            size -= versions.removeFirst().weight();
        }
        makeRoom();
    }

    private void makeRoom() {
        Iterator<List<Version>> oldest = budgets.values().iterator();
        while (size > most && oldest.hasNext()) {
            for (Version version : oldest.next()) {
                size -= version.weight();
            }
            oldest.remove();
        }
    }

    /** Whether more can be kept without losing what is. */
    synchronized boolean hasRoom() {
        return size < most - most / 10;
    }
}
