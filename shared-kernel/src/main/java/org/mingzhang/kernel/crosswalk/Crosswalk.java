package org.mingzhang.kernel.crosswalk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.event.CrosswalkEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Succession;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.kernel.value.Successor;

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
        Map<String, Succession> steps = new LinkedHashMap<>();
        between(kind, earlier, later)
                .forEach(entry -> steps.put(entry.succession().before(), entry.succession()));
        List<Portion> done = new ArrayList<>();
        follow(new Portion(code, fen), steps, done);
        return done;
    }

    private static void follow(Portion portion, Map<String, Succession> steps, List<Portion> done) {
        Succession step = steps.get(portion.code());
        if (step == null) {
            done.add(portion);
            return;
        }
        long left = portion.fen();
        for (int at = 0; at < step.after().size(); at++) {
            Successor successor = step.after().get(at);
            boolean last = at == step.after().size() - 1;
            long part = last ? left : share(portion.fen(), successor.share());
            left -= part;
            follow(new Portion(successor.code(), part), steps, done);
        }
    }

    /** Rounded towards nothing; the last successor takes what is left over. */
    private static long share(long fen, int share) {
        return fen / Successor.WHOLE * share + fen % Successor.WHOLE * share / Successor.WHOLE;
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
