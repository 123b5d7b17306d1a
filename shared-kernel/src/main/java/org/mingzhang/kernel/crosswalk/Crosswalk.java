package org.mingzhang.kernel.crosswalk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.event.CrosswalkEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Succession;
import org.mingzhang.kernel.value.SuccessionKind;

/** The successions of a division in the order of their numbers; a value, folded from events. */
public record Crosswalk(List<Entry> entries) {
    private static final Crosswalk NONE = new Crosswalk(List.of());

    public Crosswalk {
        entries = List.copyOf(entries);
    }

    /**
     * A succession.
     *
     * @param withdrawn why it does not hold any more; empty while it holds
     */
    public record Entry(
            int number, Succession succession, Actor maker, LocalDate recordedOn, Optional<String> withdrawn) {
        public boolean holds() {
            return withdrawn.isEmpty();
        }
    }

    /** A part of an amount under the code that it has later. */
    public record Portion(String code, long fen) {}

    /** A division in which everything goes on as it is. */
    public static Crosswalk none() {
        return NONE;
    }

    public int nextNumber() {
        return entries.size() + 1;
    }

    public Optional<Entry> find(int number) {
        return entries.stream().filter(entry -> entry.number() == number).findFirst();
    }

    /** Those that hold, of one kind. */
    public List<Entry> holding(SuccessionKind kind) {
        return entries.stream()
                .filter(entry -> entry.holds() && entry.succession().kind() == kind)
                .toList();
    }

    /** Those that make a difference between two years. */
    public List<Entry> between(SuccessionKind kind, FiscalYear earlier, FiscalYear later) {
        return holding(kind).stream()
                .filter(entry -> earlier.compareTo(entry.succession().from()) < 0
                        && entry.succession().from().compareTo(later) <= 0)
                .sorted(Comparator.comparing((Entry entry) -> entry.succession().from())
                        .thenComparingInt(Entry::number))
                .toList();
    }

    /** What money of a code comes to in a later year; its portions add up to it, whatever their shares. */
    public List<Portion> restated(SuccessionKind kind, String code, long fen, FiscalYear earlier, FiscalYear later) {
        List<Entry> steps = between(kind, earlier, later);
        return steps.isEmpty()
                ? List.of(new Portion(code, fen))
                : new CrosswalkWalk(steps).from(new Portion(code, fen));
    }

    /** By which money of a code comes to where it is in a later year. */
    public Set<Entry> followed(SuccessionKind kind, String code, FiscalYear earlier, FiscalYear later) {
        CrosswalkWalk walk = new CrosswalkWalk(between(kind, earlier, later));
        walk.from(new Portion(code, 0));
        return walk.followed();
    }

    public Crosswalk evolve(Envelope<? extends CrosswalkEvent> envelope) {
        List<Entry> after = new ArrayList<>(entries);
        switch (envelope.message()) {
            case CrosswalkEvent.Recorded recorded ->
                after.add(new Entry(
                        recorded.number(),
                        recorded.succession(),
                        envelope.actor(),
                        envelope.businessDay(),
                        Optional.empty()));
            case CrosswalkEvent.SuccessionWithdrawn withdrawn ->
                after.replaceAll(entry -> entry.number() == withdrawn.number()
                        ? new Entry(
                                entry.number(),
                                entry.succession(),
                                entry.maker(),
                                entry.recordedOn(),
                                Optional.of(withdrawn.reason()))
                        : entry);
        }
        return new Crosswalk(after);
    }
}
