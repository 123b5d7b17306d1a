package org.mingzhang.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.TableBasis;

/** Whatever happens in the middle of it, the rows are those of a rebuild in which nothing happened. */
class InterruptedRebuildTest {
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_rebuild_whose_connections_break_at_random_moments_ends_with_the_same_rows(TestDatabase database)
            throws SQLException {
        try (FollowedFacts facts = new FollowedFacts(database).record(FollowedFacts.LENGTH)) {
            Breaking breaking = new Breaking(facts.database().dataSource(), new Random(7));
            Rebuild rebuild = Rebuild.ofFacts(breaking.dataSource(), facts.log(), Clock.systemUTC());
            int again = insist(() -> rebuild.start("keeper"));
            work(rebuild);
            assertThat(facts.state(again)).isEqualTo(GenerationState.READY);
            insist(() -> {
                rebuild.makeLive(again, false);
                return again;
            });
            work(rebuild);
            assertThat(facts.state(again)).isEqualTo(GenerationState.LIVE);
            assertThat(breaking.broken()).isGreaterThan(10);
            assertThat(facts.rows(again)).isEqualTo(facts.rows(1));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void two_nodes_that_work_at_it_together_fold_every_event_once(TestDatabase database) throws Exception {
        try (FollowedFacts facts = new FollowedFacts(database).record(FollowedFacts.LENGTH);
                ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            int again = facts.rebuild().start("keeper");
            List<Future<Integer>> work = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                Rebuild rebuild = facts.rebuild();
                work.add(nodes.submit(() -> {
                    Rebuilt.work(rebuild);
                    return again;
                }));
            }
            for (Future<Integer> done : work) {
                done.get();
            }
            assertThat(facts.state(again)).isEqualTo(GenerationState.READY);
            assertThat(facts.rows(again)).isEqualTo(facts.rows(1));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void readers_see_one_generation_or_the_other_and_never_fewer_events(TestDatabase database) throws Exception {
        try (FollowedFacts facts = new FollowedFacts(database).record(200);
                ExecutorService readers = Executors.newFixedThreadPool(2)) {
            Optional<BudgetFacts> expected = facts.reader().load(BUDGET, 200, TableBasis.INITIAL);
            AtomicBoolean over = new AtomicBoolean();
            Future<Integer> reader = readers.submit(() -> {
                int read = 0;
                long reached = 0;
                while (!over.get()) {
                    long position = facts.reader().position();
                    assertThat(position).isGreaterThanOrEqualTo(reached);
                    reached = position;
                    assertThat(facts.reader().load(BUDGET, 200, TableBasis.INITIAL))
                            .isEqualTo(expected);
                    read++;
                }
                return read;
            });
            Rebuild rebuild = facts.rebuild();
            int live = 1;
            for (int round = 0; round < 5; round++) {
                int again = Rebuilt.live(rebuild);
                facts.record(10);
                rebuild.makeLive(live, false);
                Rebuilt.work(rebuild);
                rebuild.makeLive(again, false);
                Rebuilt.work(rebuild);
                live = again;
            }
            over.set(true);
            assertThat(reader.get()).isGreaterThan(10);
        }
    }

    private static void work(Rebuild rebuild) {
        boolean more = true;
        while (more) {
            more = insist(rebuild::step);
        }
    }

    private static <T> T insist(Callable<T> asked) {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            try {
                return asked.call();
            } catch (Exception e) {
                assertThat(e).hasStackTraceContaining("broken on purpose");
            }
        }
        throw new AssertionError("it never succeeded");
    }

    /** Connections of which one call in some fails, before or after it was done, and the transaction with it. */
    private static final class Breaking {
        private final DataSource real;
        private final Random random;
        private int broken;

        Breaking(DataSource real, Random random) {
            this.real = real;
            this.random = random;
        }

        int broken() {
            return broken;
        }

        DataSource dataSource() {
            return proxy(DataSource.class, real);
        }

        private <T> T proxy(Class<T> type, T target) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (self, method, with) -> {
                        if (method.getName().matches("prepareStatement|commit") && random.nextInt(12) == 0) {
                            broken++;
                            throw new SQLException("broken on purpose before " + method.getName());
                        }
                        try {
                            Object answer = method.invoke(target, with);
                            return answer instanceof Connection connection
                                    ? proxy(Connection.class, connection)
                                    : answer;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }
    }
}
