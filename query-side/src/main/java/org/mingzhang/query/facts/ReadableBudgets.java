package org.mingzhang.query.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.disclosure.BudgetHeader;

/**
 * Which positions of a budget somebody may read: everybody what was released, staff everything.
 *
 * <p>What may not be read is absent, exactly as what does not exist, so that nothing can be told from the difference.
 */
public final class ReadableBudgets {
    private final FactReader facts;

    public ReadableBudgets(FactReader facts) {
        this.facts = facts;
    }

    /** Who is asking. */
    public enum Reader {
        PUBLIC,
        STAFF
    }

    /** A budget in the list of those that may be read. */
    public record Listed(BudgetHeader header, long position, String phase, Optional<Facts.ReleaseFact> release) {}

    /** The position at which to read; empty when there is none that the reader may see. */
    public Optional<Long> position(BudgetId budget, Reader reader, OptionalLong asOf) {
        return switch (reader) {
            case STAFF -> staff(budget, asOf);
            case PUBLIC -> released(budget, asOf);
        };
    }

    public List<Listed> list(Reader reader) {
        Map<BudgetId, Facts.ReleaseFact> releases = facts.ofAllBudgets(FactKind.RELEASE, Facts.ReleaseFact.class);
        Map<BudgetId, Facts.PhaseFact> phases = facts.ofAllBudgets(FactKind.PHASE, Facts.PhaseFact.class);
        long head = facts.position();
        return facts.ofAllBudgets(FactKind.HEADER, BudgetHeader.class).entrySet().stream()
                .filter(budget -> reader == Reader.STAFF || releases.containsKey(budget.getKey()))
                .map(budget -> {
                    Optional<Facts.ReleaseFact> release = Optional.ofNullable(releases.get(budget.getKey()));
                    String phase = Optional.ofNullable(phases.get(budget.getKey()))
                            .map(Facts.PhaseFact::phase)
                            .orElse("preparing");
                    long position = reader == Reader.STAFF
                            ? head
                            : release.map(Facts.ReleaseFact::position).orElse(0L);
                    return new Listed(budget.getValue(), position, phase, release);
                })
                .toList();
    }

    /** The latest release that a reader at that position may know of. */
    public Optional<Facts.ReleaseFact> release(BudgetId budget) {
        return facts.history(budget, Long.MAX_VALUE, FactKind.RELEASE, Facts.ReleaseFact.class).stream()
                .reduce((earlier, later) -> later);
    }

    private Optional<Long> staff(BudgetId budget, OptionalLong asOf) {
        long head = facts.position();
        long position = Math.min(head, asOf.orElse(head));
        boolean opened = !facts.rows(budget, position, FactKind.HEADER, BudgetHeader.class)
                .isEmpty();
        return opened ? Optional.of(position) : Optional.empty();
    }

    private Optional<Long> released(BudgetId budget, OptionalLong asOf) {
        return facts.history(budget, Long.MAX_VALUE, FactKind.RELEASE, Facts.ReleaseFact.class).stream()
                .map(Facts.ReleaseFact::position)
                .filter(position -> asOf.isEmpty() || asOf.getAsLong() == position)
                .reduce((earlier, later) -> later);
    }
}
