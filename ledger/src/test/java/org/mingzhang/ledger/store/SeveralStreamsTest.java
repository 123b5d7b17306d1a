package org.mingzhang.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** One command changes several budgets: all of them or none. */
class SeveralStreamsTest {
    private static final Actor ACTOR = Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE);
    private static final List<String> STREAMS = List.of("411200-101-2025", "411200-102-2025", "411200-103-2025");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void both_are_written_next_to_each_other_or_neither_is(TestDatabase kind) {
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            assertThat(log.append(both("a", STREAMS.get(0), -1, STREAMS.get(1), -1)))
                    .isInstanceOf(Appended.Recorded.class);
            assertThat(log.append(both("b", STREAMS.get(0), 0, STREAMS.get(2), 5)))
                    .isInstanceOf(Appended.Conflict.class);
            assertThat(log.append(both("c", STREAMS.get(2), -1, STREAMS.get(0), -1)))
                    .isInstanceOf(Appended.Conflict.class);
            assertThat(log.streamVersion(STREAMS.get(0))).isZero();
            assertThat(log.streamVersion(STREAMS.get(2))).isEqualTo(-1);
            assertThat(log.append(both("a", STREAMS.get(0), -1, STREAMS.get(1), -1)))
                    .as("the same once more")
                    .isInstanceOf(Appended.Repeated.class);
            assertThat(log.head()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void commands_that_race_over_overlapping_pairs_leave_whole_pairs_only(TestDatabase kind) throws Exception {
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec());
                ExecutorService people = Executors.newFixedThreadPool(6)) {
            List<Future<Integer>> conflicts = new ArrayList<>();
            for (int person = 0; person < 6; person++) {
                int seed = person;
                conflicts.add(people.submit(() -> moving(log, seed)));
            }
            int refused = 0;
            for (Future<Integer> one : conflicts) {
                refused += one.get();
            }
            assertThat(refused).as("they did get in each other's way").isPositive();
            List<RecordedEvent> events = log.read(0, 10_000);
            assertThat(events).hasSize(6 * 40 * 2);
            Map<String, Long> versions = new HashMap<>();
            for (int at = 0; at < events.size(); at += 2) {
                RecordedEvent one = events.get(at);
                RecordedEvent other = events.get(at + 1);
                assertThat(one.envelope().commandId())
                        .isEqualTo(other.envelope().commandId());
                assertThat(one.stream()).isNotEqualTo(other.stream());
                for (RecordedEvent event : List.of(one, other)) {
                    assertThat(event.streamVersion()).isEqualTo(versions.merge(event.stream(), 1L, Long::sum) - 1);
                }
            }
        }
    }

    /** Forty commands over two streams each; returns how often one had to be tried again. */
    private static int moving(JdbcEventLog log, int seed) {
        Random random = new Random(seed);
        int refused = 0;
        for (int number = 0; number < 40; number++) {
            int from = random.nextInt(STREAMS.size());
            int to = (from + 1 + random.nextInt(STREAMS.size() - 1)) % STREAMS.size();
            Appended answer;
            do {
                answer = log.append(both(
                        seed + "-" + number + "-" + refused,
                        STREAMS.get(from),
                        log.streamVersion(STREAMS.get(from)),
                        STREAMS.get(to),
                        log.streamVersion(STREAMS.get(to))));
                refused += answer instanceof Appended.Recorded ? 0 : 1;
            } while (!(answer instanceof Appended.Recorded));
        }
        return refused;
    }

    private static Append both(String key, String one, long oneVersion, String other, long otherVersion) {
        UUID command = UUID.nameUUIDFromBytes(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Append(
                List.of(event(command, one), event(command, other)),
                Map.of(one, oneVersion, other, otherVersion),
                new Append.Claim(ACTOR.login(), key, Bytes.of(new byte[32]), command, one));
    }

    private static NewEvent event(UUID command, String stream) {
        BudgetEvent event = new RoundEvent.FirstProposalSubmitted(BudgetId.parse(stream), "moved");
        return new NewEvent(UUID.randomUUID(), stream, new Envelope<>(command, ACTOR, LocalDate.of(2025, 1, 2), event));
    }
}
