package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.Stage;

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

    private BudgetSums(List<Place> places, Map<Key, Long> sums) {
        this.places = places;
        placed = new int[sums.size()];
        stages = new Stage[sums.size()];
        codes = new int[sums.size()];
        fen = new long[sums.size()];
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

    /** Adds postings up. */
    static final class Adding {
        private final Map<Place, Integer> places = new LinkedHashMap<>();
        private final Map<Key, Long> sums = new LinkedHashMap<>();
        private long last;

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
