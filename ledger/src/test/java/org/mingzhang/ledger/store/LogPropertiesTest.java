package org.mingzhang.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** Any sequence of requests is answered as a small model in memory answers it, and leaves what the model holds. */
class LogPropertiesTest {
    private static final Map<TestDatabase, OpenDatabase> OPEN = new EnumMap<>(TestDatabase.class);
    private static int tries;

    private static OpenDatabase open(TestDatabase database) {
        return OPEN.computeIfAbsent(database, TestDatabase::open);
    }

    @AfterContainer
    static void close() {
        OPEN.values().forEach(OpenDatabase::close);
    }

    /**
     * What somebody asks for.
     *
     * @param behind how far the expected version lags behind the real one; 0 when it is right
     */
    record Wish(int stream, int behind, int key, int events, String note) {}

    @Property(tries = 60)
    void the_log_answers_as_the_model_does(@ForAll TestDatabase database, @ForAll("wishes") List<Wish> wishes) {
        String run = "r" + tries++;
        try (JdbcEventLog log = new JdbcEventLog(open(database).dataSource(), new EventCodec())) {
            Model model = new Model(log.head());
            for (Wish wish : wishes) {
                String stream = run + "-" + wish.stream;
                long expected = Math.max(-1, model.version(stream) - wish.behind);
                Append append = Histories.append(stream, expected, run + "-" + wish.key, wish.events, wish.note);
                assertThat(log.append(append)).isEqualTo(model.append(append));
            }
            assertThat(log.read(model.start, 10_000).stream()
                            .map(event -> event.stream() + " " + event.streamVersion())
                            .toList())
                    .isEqualTo(model.recorded);
            assertThat(log.head()).isEqualTo(model.start + model.recorded.size());
        }
    }

    @Property(tries = 12)
    void writers_of_two_nodes_leave_positions_and_versions_dense(
            @ForAll TestDatabase database, @ForAll("wishes") List<Wish> wishes) {
        String run = "w" + tries++;
        OpenDatabase open = open(database);
        try (JdbcEventLog one = new JdbcEventLog(open.dataSource(), new EventCodec());
                JdbcEventLog two = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            long start = one.head();
            long recorded = IntStream.range(0, wishes.size())
                    .parallel()
                    .mapToLong(i -> recorded(i % 2 == 0 ? one : two, run, i, wishes.get(i)))
                    .sum();
            List<RecordedEvent> events = one.read(start, 10_000);
            assertThat(events.stream().map(RecordedEvent::position).toList())
                    .isEqualTo(LongStream.rangeClosed(start + 1, start + recorded)
                            .boxed()
                            .toList());
            Map<String, Long> versions = new HashMap<>();
            events.forEach(event ->
                    assertThat(event.streamVersion()).isEqualTo(versions.merge(event.stream(), 1L, Long::sum) - 1));
        }
    }

    private static int recorded(JdbcEventLog log, String run, int place, Wish wish) {
        String stream = run + "-" + wish.stream;
        Append append = Histories.append(
                stream, log.streamVersion(stream) - wish.behind, run + "-" + place, wish.events, wish.note);
        return log.append(append) instanceof Appended.Recorded done
                ? done.receipt().events()
                : 0;
    }

    @Provide
    Arbitrary<List<Wish>> wishes() {
        Arbitrary<Wish> wish = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(0, 0, 0, 1, 2),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of("甲", "乙"))
                .as(Wish::new);
        return wish.list().ofMinSize(1).ofMaxSize(40);
    }

    /** The log as a list. */
    private static final class Model {
        private final long start;
        private final List<String> recorded = new ArrayList<>();
        private final Map<String, Long> versions = new HashMap<>();
        private final Map<String, Receipt> receipts = new HashMap<>();

        Model(long start) {
            this.start = start;
        }

        long version(String stream) {
            return versions.getOrDefault(stream, -1L);
        }

        Appended append(Append append) {
            Append.Claim claim = append.claim();
            Receipt earlier = receipts.get(claim.key());
            if (earlier != null) {
                return earlier.bodyHash().equals(claim.bodyHash())
                        ? new Appended.Repeated(earlier)
                        : new Appended.KeyReused(earlier);
            }
            String stream = claim.stream();
            long expected = append.expectedVersions().getOrDefault(stream, -1L);
            if (expected != version(stream)) {
                return new Appended.Conflict(stream, expected, version(stream));
            }
            append.events().forEach(event -> recorded.add(stream + " " + versions.merge(stream, 0L, (v, z) -> v + 1)));
            Receipt receipt = new Receipt(
                    claim.bodyHash(),
                    claim.commandId(),
                    stream,
                    version(stream),
                    start + recorded.size(),
                    append.events().size(),
                    claim.refused());
            receipts.put(claim.key(), receipt);
            return new Appended.Recorded(receipt);
        }
    }
}
