package org.mingzhang.query.workbench;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Draws samples that anybody draws again from the same words, in any program.
 *
 * <p>The <b>ticket</b> of a document is SHA-256 over the UTF-8 of {@code mingzhang-sample-1}, a newline, the seed, a newline
 * and the document as {@code 411200-103-2025/7}, read as an unsigned number of 256 bits. Documents are put in the order of
 * their tickets. Then:
 *
 * <ul>
 *   <li>{@code SIMPLE}: the first so many.
 *   <li>{@code KIND}, {@code MONTH}: with as many places as there are strata or more, each stratum gets one, and the others
 *       are shared out in proportion to what each has left (largest remainders; the stratum whose name comes first goes
 *       first among equals). With fewer places the strata whose first document has the smallest tickets get one each. Of a
 *       stratum the first by ticket are taken.
 *   <li>{@code AMOUNT}: with T the sum of all amounts in fen, n the size, and s the ticket of the document {@code start}
 *       modulo T, the fen numbered ⌊(i·T + s) / n⌋ for i from 0 to n − 1 are chosen, counted through the documents in the
 *       order of their tickets. The document that holds a chosen fen is in the sample, once, however many it holds. One
 *       without an amount holds none.
 * </ul>
 *
 * <p>A size of at least the population takes everything, except by amount.
 */
final class Sampling {
    private static final String NAME = "mingzhang-sample-1";
    private static final String START = "start";

    private final String seed;
    private final List<Ticketed> ordered;

    private Sampling(List<Candidate> population, String seed) {
        this.seed = seed;
        this.ordered = population.stream()
                .map(one -> new Ticketed(one, ticket(seed, one.key())))
                .sorted(Comparator.comparing(Ticketed::ticket))
                .toList();
    }

    private record Ticketed(Candidate candidate, BigInteger ticket) {}

    /** In the order in which they are chosen; whatever order the population comes in. */
    static List<Drawn> drawn(List<Candidate> population, String seed, SampleMethod method, int size) {
        Sampling sampling = new Sampling(population, seed);
        return switch (method) {
            case SIMPLE -> sampling.first(size);
            case AMOUNT -> sampling.byAmount(size);
            case KIND, MONTH -> sampling.byShare(method, size);
        };
    }

    private static BigInteger ticket(String seed, String document) {
        try {
            byte[] words = (NAME + "\n" + seed + "\n" + document).getBytes(StandardCharsets.UTF_8);
            return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(words));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private List<Drawn> first(int size) {
        List<Drawn> drawn = new ArrayList<>();
        ordered.stream().limit(size).forEach(one -> drawn.add(new Drawn(one.candidate, drawn.size() + 1, 1, "")));
        return drawn;
    }

    private List<Drawn> byAmount(int size) {
        BigInteger total = BigInteger.valueOf(
                ordered.stream().mapToLong(one -> one.candidate.amount().fen()).reduce(0, Math::addExact));
        if (total.signum() == 0) {
            return List.of();
        }
        BigInteger start = ticket(seed, START).mod(total);
        List<Drawn> drawn = new ArrayList<>();
        BigInteger before = BigInteger.ZERO;
        int next = 0;
        for (Ticketed one : ordered) {
            BigInteger after =
                    before.add(BigInteger.valueOf(one.candidate.amount().fen()));
            int hits = 0;
            while (next < size && chosen(next, total, start, size).compareTo(after) < 0) {
                hits++;
                next++;
            }
            if (hits > 0) {
                drawn.add(new Drawn(one.candidate, drawn.size() + 1, hits, ""));
            }
            before = after;
        }
        return drawn;
    }

    private static BigInteger chosen(int at, BigInteger total, BigInteger start, int size) {
        return total.multiply(BigInteger.valueOf(at)).add(start).divide(BigInteger.valueOf(size));
    }

    private List<Drawn> byShare(SampleMethod method, int size) {
        Map<String, List<Ticketed>> strata = ordered.stream()
                .collect(
                        Collectors.groupingBy(one -> one.candidate.stratum(method), TreeMap::new, Collectors.toList()));
        Map<String, Integer> places = size < strata.size() ? oneEach(strata, size) : shares(strata, size);
        List<Drawn> drawn = new ArrayList<>();
        places.forEach((stratum, count) -> strata.getOrDefault(stratum, List.of()).stream()
                .limit(count)
                .forEach(one -> drawn.add(new Drawn(one.candidate, drawn.size() + 1, 1, stratum))));
        return drawn;
    }

    private static Map<String, Integer> oneEach(Map<String, List<Ticketed>> strata, int size) {
        Map<String, Integer> places = new TreeMap<>();
        strata.entrySet().stream()
                .sorted(Comparator.comparing(stratum -> stratum.getValue().getFirst().ticket))
                .limit(size)
                .forEach(stratum -> places.put(stratum.getKey(), 1));
        return places;
    }

    private static Map<String, Integer> shares(Map<String, List<Ticketed>> strata, int size) {
        long population = strata.values().stream().mapToLong(List::size).sum();
        long left = population - strata.size();
        long more = Math.min(size, population) - strata.size();
        Map<String, Integer> places = new TreeMap<>();
        Map<String, Long> remainders = new LinkedHashMap<>();
        strata.forEach((stratum, members) -> {
            long product = left == 0 ? 0 : more * (members.size() - 1L);
            places.put(stratum, (int) (1 + (left == 0 ? 0 : product / left)));
            remainders.put(stratum, left == 0 ? 0 : product % left);
        });
        long missing = more
                + strata.size()
                - places.values().stream().mapToLong(Integer::longValue).sum();
        remainders.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(missing)
                .forEach(stratum -> places.merge(stratum.getKey(), 1, Integer::sum));
        return places;
    }
}
