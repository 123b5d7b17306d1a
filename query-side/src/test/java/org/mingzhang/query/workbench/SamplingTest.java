package org.mingzhang.query.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;

/** What is chosen follows from the words alone, and each method keeps what it promises. */
class SamplingTest {
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");

    @ParameterizedTest
    @EnumSource
    void the_same_words_choose_the_same_documents_in_whatever_order_they_come(SampleMethod method) {
        List<Candidate> population = population(200);
        List<Drawn> drawn = Sampling.drawn(population, "审计-2025", method, 25);
        List<Candidate> shuffled = new ArrayList<>(population);
        Collections.shuffle(shuffled, new Random(7));

        assertThat(Sampling.drawn(shuffled, "审计-2025", method, 25)).isEqualTo(drawn);
        assertThat(Sampling.drawn(population, "another", method, 25)).isNotEqualTo(drawn);
        assertThat(drawn.stream().map(one -> one.candidate().document())).doesNotHaveDuplicates();
        assertThat(drawn.stream().map(Drawn::place))
                .isEqualTo(IntStream.rangeClosed(1, drawn.size()).boxed().toList());
    }

    /** As somebody else would write it, from the words of the class alone. */
    @Test
    void the_simple_sample_is_the_smallest_hashes_of_seed_and_document() {
        List<String> expected = population(50).stream()
                .sorted(Comparator.comparing(one -> hash("mingzhang-sample-1\nseed\n" + BUDGET + "/"
                        + one.document().number())))
                .limit(6)
                .map(Candidate::key)
                .toList();

        assertThat(keys(Sampling.drawn(population(50), "seed", SampleMethod.SIMPLE, 6)))
                .isEqualTo(expected);
    }

    /** As a program in another language chose them from the words of the class. */
    @Test
    void this_seed_chooses_these_documents_for_ever() {
        assertThat(numbers("2025", SampleMethod.SIMPLE)).containsExactly(19, 6, 3, 5, 18);
        assertThat(numbers("2025", SampleMethod.AMOUNT)).containsExactly(5, 4, 11, 16, 17);
        assertThat(numbers("2025", SampleMethod.MONTH)).containsExactly(14, 3, 5, 6, 19);
    }

    private static List<Integer> numbers(String seed, SampleMethod method) {
        return Sampling.drawn(population(20), seed, method, 5).stream()
                .map(one -> one.candidate().document().number())
                .toList();
    }

    @Test
    void a_size_of_the_population_takes_everything_and_a_larger_one_no_more() {
        for (SampleMethod method : List.of(SampleMethod.SIMPLE, SampleMethod.KIND, SampleMethod.MONTH)) {
            assertThat(Sampling.drawn(population(30), "s", method, 30))
                    .as("%s", method)
                    .hasSize(30);
            assertThat(Sampling.drawn(population(30), "s", method, 31))
                    .as("%s", method)
                    .hasSize(30);
            assertThat(Sampling.drawn(population(30), "s", method, 29))
                    .as("%s", method)
                    .hasSize(29);
            assertThat(Sampling.drawn(List.of(), "s", method, 5))
                    .as("%s", method)
                    .isEmpty();
        }
        assertThat(Sampling.drawn(List.of(), "s", SampleMethod.AMOUNT, 5)).isEmpty();
    }

    @Test
    void each_kind_and_each_month_has_its_share_and_at_least_one() {
        List<Candidate> population = new ArrayList<>();
        IntStream.rangeClosed(1, 90).forEach(at -> population.add(one(at, AdjustmentKind.ECON_ITEM_SHIFT, 3, 100)));
        IntStream.rangeClosed(91, 99).forEach(at -> population.add(one(at, AdjustmentKind.REDUCTION, 6, 100)));
        population.add(one(100, AdjustmentKind.REORGANISATION, 12, 100));

        assertThat(byStratum(population, SampleMethod.KIND, 20))
                .containsEntry("REORGANISATION", 1L)
                .containsEntry("REDUCTION", 2L)
                .containsEntry("ECON_ITEM_SHIFT", 17L);
        assertThat(byStratum(population, SampleMethod.MONTH, 3))
                .hasSize(3)
                .allSatisfy((month, count) -> assertThat(count).isEqualTo(1));
        assertThat(byStratum(population, SampleMethod.MONTH, 2)).hasSize(2);
    }

    @Test
    void by_amount_a_document_of_more_than_an_interval_is_always_chosen_and_one_of_nothing_never() {
        List<Candidate> population = new ArrayList<>(population(40));
        long small = population.stream().mapToLong(one -> one.amount().fen()).sum();
        population.add(one(1000, AdjustmentKind.ECON_ITEM_SHIFT, 5, 3 * small));
        population.add(one(1001, AdjustmentKind.PROJECT_TARGETS, 5, 0));
        for (int seed = 0; seed < 200; seed++) {
            List<Drawn> drawn = Sampling.drawn(population, "seed " + seed, SampleMethod.AMOUNT, 8);
            assertThat(keys(drawn)).contains(BUDGET + "/1000").doesNotContain(BUDGET + "/1001");
            assertThat(drawn.stream().mapToInt(Drawn::hits).sum()).isEqualTo(8);
            assertThat(drawn.stream()
                            .filter(one -> one.candidate().document().number() == 1000)
                            .findFirst()
                            .orElseThrow()
                            .hits())
                    .as("three quarters of the money, so six fen of eight, one more or less")
                    .isBetween(5, 7);
        }
    }

    @Test
    void by_amount_each_document_is_chosen_as_often_as_it_is_large() {
        List<Candidate> population =
                List.of(one(1, AdjustmentKind.REDUCTION, 1, 1_000), one(2, AdjustmentKind.REDUCTION, 1, 9_000));
        long large = IntStream.range(0, 2_000)
                .mapToObj(seed -> Sampling.drawn(population, "s" + seed, SampleMethod.AMOUNT, 1))
                .filter(drawn -> drawn.getFirst().candidate().document().number() == 2)
                .count();

        assertThat(large).isBetween(1_740L, 1_860L);
    }

    @Test
    void a_simple_sample_favours_nobody() {
        List<Candidate> population = population(10);
        Map<String, Long> chosen = IntStream.range(0, 3_000)
                .mapToObj(seed -> Sampling.drawn(population, "s" + seed, SampleMethod.SIMPLE, 3))
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(one -> one.candidate().key(), Collectors.counting()));

        assertThat(chosen)
                .hasSize(10)
                .allSatisfy((key, count) -> assertThat(count).isBetween(790L, 1_010L));
    }

    private static Map<String, Long> byStratum(List<Candidate> population, SampleMethod method, int size) {
        return Sampling.drawn(population, "s", method, size).stream()
                .collect(Collectors.groupingBy(Drawn::stratum, Collectors.counting()));
    }

    private static List<String> keys(List<Drawn> drawn) {
        return drawn.stream().map(one -> one.candidate().key()).toList();
    }

    private static List<Candidate> population(int size) {
        AdjustmentKind[] kinds = AdjustmentKind.values();
        return IntStream.rangeClosed(1, size)
                .mapToObj(at -> one(at, kinds[at % kinds.length], 1 + at % 12, 1_000L + 137L * at))
                .toList();
    }

    private static Candidate one(int number, AdjustmentKind kind, int month, long fen) {
        return new Candidate(new AdjustmentRef(BUDGET, number), kind, LocalDate.of(2025, month, 9), new Amount(fen));
    }

    private static BigInteger hash(String words) {
        try {
            return new BigInteger(
                    1, MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
