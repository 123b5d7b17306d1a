package org.mingzhang.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.ledger.store.Histories.append;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.testing.TestDatabase;

/** Two nodes that both have much to write take turns; neither keeps the head of the log for itself. */
class FairTurnsTest {
    private static final int CLIENTS = 8;
    private static final int APPENDS = 4_000;

    @Test
    void of_two_nodes_at_work_neither_waits_for_the_other_to_tire() throws Exception {
        try (var open = TestDatabase.POSTGRESQL.open();
                var one = new JdbcEventLog(open.dataSource(), new EventCodec());
                var two = new JdbcEventLog(open.dataSource(), new EventCodec());
                var threads = Executors.newFixedThreadPool(2 * CLIENTS)) {
            AtomicInteger left = new AtomicInteger(APPENDS);
            AtomicInteger ofOne = new AtomicInteger();
            AtomicInteger ofTwo = new AtomicInteger();
            List<Callable<Void>> clients = IntStream.range(0, 2 * CLIENTS)
                    .<Callable<Void>>mapToObj(client -> client < CLIENTS
                            ? () -> write(one, client, left, ofOne)
                            : () -> write(two, client, left, ofTwo))
                    .toList();
            for (Future<Void> done : threads.invokeAll(clients)) {
                done.get();
            }
            assertThat(Math.min(ofOne.get(), ofTwo.get()))
                    .as("appended by the node with fewer turns, of %d and %d", ofOne.get(), ofTwo.get())
                    .isGreaterThan(APPENDS / 4);
        }
    }

    private static Void write(JdbcEventLog node, int client, AtomicInteger left, AtomicInteger written) {
        String stream = "411200-%03d-2025".formatted(client);
        for (int number = 0; left.getAndDecrement() > 0; number++) {
            Appended answer = node.append(append(stream, number - 1L, client + "-" + number, 1));
            assertThat(answer).isInstanceOf(Appended.Recorded.class);
            written.incrementAndGet();
        }
        return null;
    }
}
