package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.facts.StoredSums;

/**
 * What the postings of a budget add up to under all that a comparison may ask for: 20 bytes for each sum, because those of
 * ten thousand budgets are kept.
 */
final class BudgetSums {
    private final List<Place> places;
    private final int[] placed;
    private final Stage[] stages;
    private final int[] codes;
    private final long[] fen;

    private BudgetSums(List<Place> places, int size) {
        this.places = places;
        placed = new int[size];
        stages = new Stage[size];
        codes = new int[size];
        fen = new long[size];
    }

    private BudgetSums(List<Place> places, Map<Key, Long> sums) {
        this(places, sums.size());
        int at = 0;
        for (Map.Entry<Key, Long> sum : sums.entrySet()) {
            placed[at] = sum.getKey().place();
            stages[at] = sum.getKey().stage();
            codes[at] = sum.getKey().codes();
            fen[at] = sum.getValue();
            at++;
        }
    }

    /** Whose money within the budget it is. */
    record Place(String unit, String project) {}

    private record Key(int place, Stage stage, int codes) {}

    /** Takes one sum. */
    interface Taking {
        /** @param place one of {@link #places} */
        void sum(int place, Stage stage, int codes, long fen);
    }

    /** As {@link StoredSums} wrote them down. */
    static BudgetSums stored(List<byte[]> pieces, CodesMet met) {
        if (pieces.size() == 1) {
            Laid laid = new Laid(met);
            StoredSums.each(pieces.getFirst(), laid);
            return laid.sums;
        }
        Adding adding = new Adding();
        for (byte[] piece : pieces) {
            adding.add(stored(List.of(piece), met));
        }
        return adding.added();
    }

    /** Lays stored sums down as they come: none of them has to be looked for. */
    private static final class Laid implements StoredSums.Taking {
        private final CodesMet met;
        private List<StoredSums.Place> stored = List.of();
        private int[] numbers = {};
        private BudgetSums sums = new BudgetSums(List.of(), 0);
        private int at;

        Laid(CodesMet met) {
            this.met = met;
        }

        @Override
        public void places(List<StoredSums.Place> places, int size) {
            Map<Place, Integer> own = new LinkedHashMap<>();
            stored = places;
            numbers = places.stream()
                    .mapToInt(
                            place -> own.computeIfAbsent(new Place(place.unit(), place.project()), fresh -> own.size()))
                    .toArray();
            sums = new BudgetSums(List.copyOf(own.keySet()), size);
        }

        @Override
        public void sum(int place, long packed, long amount) {
            StoredSums.Place of = stored.get(place);
            sums.placed[at] = numbers[place];
            sums.stages[at] = of.stage();
            sums.codes[at] = met.number(
                    packed, of.fund(), of.appropriated(), !of.project().isEmpty());
            sums.fen[at] = amount;
            at++;
        }
    }

    /** Adds postings up. */
    static final class Adding {
        private final Map<Place, Integer> places = new LinkedHashMap<>();
        private final Map<Key, Long> sums = new LinkedHashMap<>();
        private long last;

        /** Begins with what others add up to. */
        void add(BudgetSums others) {
            others.each((place, stage, code, amount) -> add(0, others.places.get(place), stage, code, amount));
        }

        void add(long position, Place place, Stage stage, int codes, long fen) {
            last = Math.max(last, position);
            int number = places.computeIfAbsent(place, fresh -> places.size());
            sums.merge(new Key(number, stage, codes), fen, Math::addExact);
        }

        /** The position of the last posting; 0 for none. */
        long last() {
            return last;
        }

        BudgetSums added() {
            return new BudgetSums(List.copyOf(new ArrayList<>(places.keySet())), sums);
        }
    }

    List<Place> places() {
        return places;
    }

    int size() {
        return fen.length;
    }

    void each(Taking taking) {
        for (int at = 0; at < fen.length; at++) {
            taking.sum(placed[at], stages[at], codes[at], fen[at]);
        }
    }
}
