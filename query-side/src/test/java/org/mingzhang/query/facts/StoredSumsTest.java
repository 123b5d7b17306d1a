package org.mingzhang.query.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.Stage;

/** What is stored of sums is what is read of them again. */
class StoredSumsTest {
    private static final List<String> FUNCTIONS = List.of("2010301", "20103", "201", "0000201", "");
    private static final List<String> DEPTS = List.of("30101", "301", "39999", "");
    private static final List<String> GOVS = List.of("50201", "502", "59999", "");

    @Property(tries = 40)
    void every_sum_comes_back(@ForAll long seed, @ForAll @IntRange(min = 0, max = 400) int size) {
        Map<StoredSums.Key, Long> sums = sums(new Random(seed), size, 3);
        assertThat(read(StoredSums.written(sums))).isEqualTo(sums);
    }

    @Test
    void more_than_a_row_holds_stands_in_several() {
        Map<StoredSums.Key, Long> sums = sums(new Random(6), 70_000, 50_000);
        List<byte[]> pieces = StoredSums.written(sums);
        assertThat(pieces).hasSizeGreaterThan(1).allMatch(piece -> piece.length < 1_000_000);
        assertThat(read(pieces)).isEqualTo(sums);
    }

    @Test
    void another_form_is_refused() {
        byte[] piece = StoredSums.written(Map.of()).getFirst();
        piece[0] = 9;
        assertThatThrownBy(() -> read(List.of(piece))).hasMessageContaining("form");
    }

    @Test
    void every_code_comes_back_from_its_number() {
        for (String function : FUNCTIONS) {
            for (String dept : DEPTS) {
                for (String gov : GOVS) {
                    long packed = PackedCodes.of(function, dept, gov);
                    assertThat(packed).isBetween(0L, 1L << PackedCodes.BITS);
                    assertThat(List.of(PackedCodes.function(packed), PackedCodes.dept(packed), PackedCodes.gov(packed)))
                            .containsExactly(function, dept, gov);
                }
            }
        }
        assertThatThrownBy(() -> PackedCodes.of("2010301", "70000", "")).hasMessageContaining("70000");
    }

    private static Map<StoredSums.Key, Long> sums(Random random, int size, int projects) {
        Map<StoredSums.Key, Long> sums = new HashMap<>();
        for (int at = 0; at < size; at++) {
            int project = random.nextInt(projects);
            StoredSums.Place place = new StoredSums.Place(
                    "10300" + random.nextInt(3),
                    project == 0 ? "" : "411200240000" + project,
                    any(random, List.of(Stage.values())),
                    any(random, List.of(FundType.values())),
                    random.nextBoolean());
            sums.put(
                    new StoredSums.Key(
                            place, PackedCodes.of(any(random, FUNCTIONS), any(random, DEPTS), any(random, GOVS))),
                    random.nextLong());
        }
        return sums;
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Map<StoredSums.Key, Long> read(List<byte[]> pieces) {
        Map<StoredSums.Key, Long> found = new HashMap<>();
        for (byte[] piece : pieces) {
            StoredSums.each(piece, new StoredSums.Taking() {
                private List<StoredSums.Place> places = List.of();

                @Override
                public void places(List<StoredSums.Place> named, int sums) {
                    places = named;
                }

                @Override
                public void sum(int place, long codes, long fen) {
                    found.merge(new StoredSums.Key(places.get(place), codes), fen, Math::addExact);
                }
            });
        }
        return found;
    }
}
