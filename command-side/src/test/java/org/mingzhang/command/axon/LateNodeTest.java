package org.mingzhang.command.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.axon.BudgetCommandsOnAxonTest.ID;
import static org.mingzhang.command.axon.BudgetCommandsOnAxonTest.OFFICER;
import static org.mingzhang.command.axon.BudgetCommandsOnAxonTest.by;
import static org.mingzhang.command.axon.BudgetCommandsOnAxonTest.open;
import static org.mingzhang.command.axon.BudgetCommandsOnAxonTest.unit;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.ledger.testing.TestDatabase;

/** A node that joins others, or has just started, at a budget in which much has happened. */
class LateNodeTest {
    private static final int LENGTH = 400;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_crowd_at_a_node_that_knows_nothing_reads_a_long_stream_once(TestDatabase database) throws Exception {
        try (Node one = longHistory(database);
                Node late = new Node(one.open);
                var clients = Executors.newFixedThreadPool(16)) {
            List<Callable<Outcome>> crowd = IntStream.range(0, 16)
                    .<Callable<Outcome>>mapToObj(i -> () -> late.submit(by(OFFICER, numbered(500 + i))))
                    .toList();
            for (Future<Outcome> outcome : clients.invokeAll(crowd)) {
                assertThat(outcome.get()).isInstanceOf(Outcome.Done.class);
            }
            assertThat(late.counted.events().get())
                    .as("events read for 16 commands on a budget of %d events", LENGTH)
                    .isBetween(LENGTH + 1L, 2L * LENGTH);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_another_node_moved_on_is_read_on_and_not_from_the_beginning(TestDatabase database) {
        try (Node one = longHistory(database);
                Node two = new Node(one.open)) {
            two.commands.current(ID);
            long known = two.counted.events().get();
            for (int i = 0; i < 20; i++) {
                assertThat(one.submit(by(OFFICER, numbered(500 + 2 * i)))).isInstanceOf(Outcome.Done.class);
                assertThat(two.submit(by(OFFICER, numbered(501 + 2 * i)))).isInstanceOf(Outcome.Done.class);
            }
            assertThat(two.counted.events().get() - known)
                    .as("events read while 40 were recorded")
                    .isBetween(20L, 100L);
            assertThat(two.commands.current(ID)).isEqualTo(one.commands.current(ID));
        }
    }

    private static Node longHistory(TestDatabase database) {
        Node node = new Node(database);
        node.submit(open());
        List<BudgetCommand> units =
                IntStream.range(0, LENGTH).mapToObj(LateNodeTest::numbered).toList();
        assertThat(node.submit(by(OFFICER, new BudgetCommand.Batch(ID, units)))).isInstanceOf(Outcome.Done.class);
        return node;
    }

    private static BudgetCommand numbered(int number) {
        return unit("103%03d".formatted(number), "单位" + number);
    }
}
