package org.mingzhang.query.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.disclosure.BudgetHeader;

/**
 * Which positions of a budget somebody may read: everybody what was released, staff everything.
 *
 * <p>Final accounts that are disclosed make one more position readable, the one of their disclosure: the year is closed by
 * then, so that nothing stands there that they do not tell. It is read where final accounts are asked for ({@link
 * Reader#ACCOUNTS}) or where a link names it; the tables of the budget stay those of the release. A budget that was never
 * released is not there for the public, with or without final accounts.
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
        /** The public where it asks for what final accounts tell. */
        ACCOUNTS,
        STAFF
    }

    /**
     * A budget in the list of those that may be read.
     *
     * @param state the phase, or what became of the year since ({@link BudgetState})
     */
    public record Listed(
            BudgetHeader header, long position, String phase, String state, Optional<Facts.ReleaseFact> release) {}

    /** The position at which to read; empty when there is none that the reader may see. */
    public Optional<Long> position(BudgetId budget, Reader reader, OptionalLong asOf) {
        return switch (reader) {
            case STAFF -> staff(budget, asOf);
            case PUBLIC -> released(budget, asOf).or(() -> accounts(budget, asOf));
            case ACCOUNTS -> latest(released(budget, asOf), disclosed(budget, asOf));
        };
    }

    /** What the public is told that reads a budget as of that position. */
    public ToldToThePublic told(BudgetId budget, long position) {
        return ToldToThePublic.of(facts, budget, position);
    }

    /** The positions at which final accounts were disclosed, of the budgets of which they are. */
    public Map<BudgetId, Long> disclosed() {
        return facts.heldNow(FactKind.ACCOUNTS, Facts.AccountsFact.class).stream()
                .filter(held -> held.body().disclosed())
                .collect(Collectors.toMap(FactReader.Held::budget, FactReader.Held::from));
    }

    public List<Listed> list(Reader reader) {
        Map<BudgetId, Facts.ReleaseFact> releases = facts.ofAllBudgets(FactKind.RELEASE, Facts.ReleaseFact.class);
        Map<BudgetId, Facts.PhaseFact> phases = facts.ofAllBudgets(FactKind.PHASE, Facts.PhaseFact.class);
        Map<BudgetId, Facts.ClosingFact> closings = facts.ofAllBudgets(FactKind.CLOSING, Facts.ClosingFact.class);
        Map<BudgetId, Facts.AccountsFact> accounts = facts.ofAllBudgets(FactKind.ACCOUNTS, Facts.AccountsFact.class);
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
                    String state = BudgetState.of(
                            phase,
                            closings.containsKey(budget.getKey()),
                            Optional.ofNullable(accounts.get(budget.getKey())));
                    return new Listed(budget.getValue(), position, phase, state, release);
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

    /** Only where a link names it. */
    private Optional<Long> accounts(BudgetId budget, OptionalLong asOf) {
        return asOf.isPresent() ? disclosed(budget, asOf) : Optional.empty();
    }

    private Optional<Long> disclosed(BudgetId budget, OptionalLong asOf) {
        return release(budget)
                .flatMap(released -> accounts(budget, Long.MAX_VALUE, LocalDate.MAX))
                .filter(position -> asOf.isEmpty() || asOf.getAsLong() == position);
    }

    /** The position at which final accounts were disclosed, of those that were recorded up to a position and said by a day. */
    public Optional<Long> accounts(BudgetId budget, long upTo, LocalDate by) {
        return facts.held(budget, upTo, FactKind.ACCOUNTS, Facts.AccountsFact.class).stream()
                .filter(held -> !held.body().day().isAfter(by))
                .reduce((earlier, later) -> later)
                .filter(held -> held.body().disclosed())
                .map(FactReader.Held::from);
    }

    /** The later of two positions, where there are any. */
    public static Optional<Long> latest(Optional<Long> one, Optional<Long> other) {
        return Stream.concat(one.stream(), other.stream()).reduce(Math::max);
    }
}
