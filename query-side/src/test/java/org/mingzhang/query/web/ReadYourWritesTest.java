package org.mingzhang.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Appended;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.ledger.store.Receipt;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.PlantedEvent;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.feed.FactFeed;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

class ReadYourWritesTest {
    private static final BudgetId ID = BudgetId.parse("411200-103-2025");
    private static final Visitor HEAD =
            new Visitor("head", "主任", Role.DEPARTMENT_HEAD, List.of(Role.DEPARTMENT_HEAD), "");
    private static final Duration SOON = Duration.ofMillis(900);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void somebody_signed_in_reads_what_a_colleague_has_just_done_though_the_feed_is_slow(TestDatabase database) {
        try (Held held = new Held(database)) {
            CompletableFuture<Void> page = CompletableFuture.runAsync(() -> held.ask(Optional.of(HEAD), "GET", ""));
            assertThat(page).failsWithin(SOON);
            held.log.open();
            assertThat(page).succeedsWithin(Duration.ofSeconds(20));
            assertThat(held.feed.position()).isEqualTo(held.log.head()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void after_a_start_the_public_waits_too_until_the_facts_have_covered_the_log_once(TestDatabase database) {
        try (Held held = new Held(database)) {
            CompletableFuture<Void> page = CompletableFuture.runAsync(() -> held.ask(Optional.empty(), "GET", ""));
            assertThat(page).failsWithin(SOON);
            held.log.open();
            assertThat(page).succeedsWithin(Duration.ofSeconds(20));
            assertThat(held.feed.position()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_public_and_a_form_that_is_posted_wait_for_nothing(TestDatabase database) {
        try (Held held = new Held(database)) {
            held.log.open();
            held.ask(Optional.empty(), "GET", "");
            held.log.shut();
            held.log.append(opened(BudgetId.parse("411200-103-2026")));
            assertThat(held.took(Optional.empty(), "GET", "")).isLessThan(SOON);
            assertThat(held.took(Optional.of(HEAD), "POST", "")).isLessThan(SOON);
            assertThat(held.took(Optional.empty(), "GET", "99"))
                    .as("a position that the log has not reached")
                    .isLessThan(SOON);
            assertThat(held.feed.position()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nobody_waits_for_ever(TestDatabase database) {
        try (Held held = new Held(database)) {
            assertThat(held.took(Optional.of(HEAD), "GET", "")).isBetween(SOON, Duration.ofSeconds(6));
            assertThat(held.took(Optional.empty(), "GET", "1")).isBetween(SOON, Duration.ofSeconds(6));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_answer_says_what_it_covers_and_whether_that_is_less_than_was_wanted(TestDatabase database) {
        try (Held held = new Held(database)) {
            MockHttpServletResponse early = held.ask(Optional.of(HEAD), "GET", "");
            assertThat(early.getHeader(ReadYourWrites.COVERS)).isEqualTo("0");
            assertThat(early.getHeader(ReadYourWrites.WANTED)).isEqualTo("1");
            held.log.open();
            MockHttpServletResponse covered = held.ask(Optional.of(HEAD), "GET", "");
            assertThat(covered.getHeader(ReadYourWrites.COVERS)).isEqualTo("1");
            assertThat(covered.getHeader(ReadYourWrites.WANTED)).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void while_the_feed_is_at_a_standstill_nobody_waits(TestDatabase database) throws Exception {
        try (Held held = new Held(database)) {
            PlantedEvent.plant(held.open.dataSource(), ID.toString(), "line-vanished", 9);
            CompletableFuture<Void> waiting =
                    CompletableFuture.runAsync(() -> held.feed.awaitUnlessStopped(2, Duration.ofMinutes(1)));
            held.log.open();
            assertThat(waiting).as("told of the stop").succeedsWithin(Duration.ofSeconds(20));
            assertThat(held.feed.stopped()).isPresent();
            assertThat(held.took(Optional.of(HEAD), "GET", "")).isLessThan(SOON);
            assertThat(held.took(Optional.of(HEAD), "GET", "2")).isLessThan(SOON);
        }
    }

    /** One event in the log, and a feed that reads it only when the gate opens. */
    private static final class Held implements AutoCloseable {
        private final OpenDatabase open;
        private final HeldLog log;
        private final FactFeed feed;
        private final ReadYourWrites reading;
        private Optional<Visitor> visitor = Optional.empty();

        Held(TestDatabase database) {
            open = database.open();
            log = new HeldLog(new JdbcEventLog(open.dataSource(), new EventCodec()));
            feed = new FactFeed(open.dataSource(), log);
            reading = new ReadYourWrites(feed, log, () -> visitor);
            log.append(opened(ID));
            feed.start();
        }

        MockHttpServletResponse ask(Optional<Visitor> who, String method, String after) {
            visitor = who;
            MockHttpServletRequest request = new MockHttpServletRequest(method, "/workbench");
            request.setParameter("after", after);
            MockHttpServletResponse response = new MockHttpServletResponse();
            try {
                reading.preHandle(request, response, new HandlerMethod(this, Object.class.getMethod("hashCode")));
                return response;
            } catch (NoSuchMethodException e) {
                throw new AssertionError(e);
            }
        }

        Duration took(Optional<Visitor> visitor, String method, String after) {
            long before = System.nanoTime();
            ask(visitor, method, after);
            return Duration.ofNanos(System.nanoTime() - before);
        }

        @Override
        public void close() {
            log.open();
            feed.close();
            log.log.close();
            open.close();
        }
    }

    private static final class HeldLog implements EventLog {
        private final JdbcEventLog log;
        private final Object reading = new Object();
        private volatile CountDownLatch gate = new CountDownLatch(1);

        HeldLog(JdbcEventLog log) {
            this.log = log;
        }

        void open() {
            gate.countDown();
        }

        /** Once nobody is reading any more. */
        void shut() {
            synchronized (reading) {
                gate = new CountDownLatch(1);
            }
        }

        @Override
        public List<RecordedEvent> read(long afterPosition, int limit) {
            while (true) {
                pass();
                synchronized (reading) {
                    if (gate.getCount() == 0) {
                        return log.read(afterPosition, limit);
                    }
                }
            }
        }

        private void pass() {
            try {
                if (!gate.await(1, TimeUnit.MINUTES)) {
                    throw new AssertionError("the gate was never opened");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Appended append(Append append) {
            return log.append(append);
        }

        @Override
        public List<RecordedEvent> readStream(String stream, long fromVersion) {
            return log.readStream(stream, fromVersion);
        }

        @Override
        public List<RecordedEvent> readAt(Collection<Long> positions) {
            return log.readAt(positions);
        }

        @Override
        public long head() {
            return log.head();
        }

        @Override
        public long streamVersion(String stream) {
            return log.streamVersion(stream);
        }

        @Override
        public Optional<Receipt> receipt(String actor, String key) {
            return log.receipt(actor, key);
        }

        @Override
        public void onAppend(Runnable listener) {
            log.onAppend(listener);
        }
    }

    private static Append opened(BudgetId budget) {
        UUID command = UUID.randomUUID();
        Actor actor = Actor.of("office", "预算科", Role.BUDGET_OFFICE);
        RoundEvent.BudgetOpened event = new RoundEvent.BudgetOpened(
                budget, "三门峡市", "办公室", "办公室", new FiscalYear(2025), Optional.empty(), List.of());
        return new Append(
                List.of(new NewEvent(
                        UUID.randomUUID(),
                        budget.toString(),
                        new Envelope<>(command, actor, LocalDate.of(2024, 9, 2), event))),
                Map.of(budget.toString(), -1L),
                new Append.Claim(
                        actor.login(), command.toString(), Bytes.of(new byte[32]), command, budget.toString()));
    }
}
