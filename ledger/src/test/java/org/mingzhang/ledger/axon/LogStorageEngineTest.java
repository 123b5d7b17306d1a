package org.mingzhang.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Appended;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** What Axon may rely on when the log is its event storage. */
class LogStorageEngineTest {
    private static final String STREAM = "411200-103-2025";
    private static final Actor CLERK = new Actor("wang.min", "王敏", Role.DEPARTMENT_FINANCE, Optional.of("li.bao"));
    private static final LocalDate DAY = LocalDate.of(2024, 9, 2);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_a_unit_of_work_publishes_is_durable_when_it_has_committed(TestDatabase database) {
        try (Node node = new Node(database.open(), true)) {
            AppendUnderway underway = node.publish(0, 1);
            assertThat(underway.answer()).containsInstanceOf(Appended.Recorded.class);
            assertThat(node.log.head()).isEqualTo(2);
            List<DomainEventMessage<?>> read = new ArrayList<>();
            node.store.readEvents(STREAM).forEachRemaining(read::add);
            assertThat(read).extracting(DomainEventMessage::getSequenceNumber).containsExactly(0L, 1L);
            assertThat(Circumstances.around("", read.getFirst().getMetaData()))
                    .isEqualTo(new Envelope<>(underway.claim().commandId(), CLERK, DAY, ""));
            assertThat(node.store.lastSequenceNumberFor(STREAM)).contains(1L);
            assertThat(node.store.lastSequenceNumberFor("411200-104-2025")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_stream_that_moved_on_fails_the_commit_and_says_why(TestDatabase database) {
        try (Node node = new Node(database.open(), true)) {
            node.publish(0);
            assertThatThrownBy(() -> node.publish(0)).isInstanceOf(ConcurrencyException.class);
            assertThat(node.log.head()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nothing_is_stored_without_a_receipt(TestDatabase database) {
        try (Node node = new Node(database.open(), true)) {
            DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericMessage<>("no command"));
            node.store.publish(message(UUID.randomUUID(), 0));
            assertThatThrownBy(work::commit).hasMessageContaining("claims a receipt");
            assertThat(node.log.head()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_follower_sees_every_position_of_every_node_once_and_in_order(TestDatabase database) throws Exception {
        try (Node one = new Node(database.open(), true);
                Node two = new Node(one.open, false);
                BlockingStream<TrackedEventMessage<?>> following =
                        one.store.openStream(new GlobalSequenceTrackingToken(1))) {
            for (int version = 0; version < 20; version++) {
                (version % 2 == 0 ? one : two).publish(version);
            }
            for (long position = 2; position <= 20; position++) {
                assertThat(following.hasNextAvailable(30, TimeUnit.SECONDS)).isTrue();
                assertThat(following.nextAvailable().trackingToken())
                        .isEqualTo(new GlobalSequenceTrackingToken(position));
            }
            assertThat(following.hasNextAvailable()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_head_token_stands_behind_the_last_event_and_the_tail_token_before_the_first(TestDatabase database) {
        try (Node node = new Node(database.open(), true)) {
            node.publish(0, 1, 2);
            LogStorageEngine engine = new LogStorageEngine(node.log);
            assertThat(engine.readEvents(engine.createTailToken(), false)).hasSize(3);
            assertThat(engine.readEvents(null, false)).hasSize(3);
            assertThat(engine.readEvents(engine.createHeadToken(), false)).isEmpty();
            assertThat(engine.readEvents(new GlobalSequenceTrackingToken(2), false))
                    .singleElement()
                    .satisfies(event ->
                            assertThat(event.trackingToken().position()).hasValue(3));
        }
    }

    private static DomainEventMessage<BudgetEvent> message(UUID command, int version) {
        BudgetEvent event = new RoundEvent.FirstProposalSubmitted(BudgetId.parse(STREAM), "一上 " + version);
        return new GenericDomainEventMessage<>(
                "Budget", STREAM, version, event, Circumstances.of(new Envelope<>(command, CLERK, DAY, event)));
    }

    /** A log with Axon's event store on it. */
    private static final class Node implements AutoCloseable {
        private final OpenDatabase open;
        private final boolean owner;
        private final JdbcEventLog log;
        private final EmbeddedEventStore store;

        Node(OpenDatabase open, boolean owner) {
            this.open = open;
            this.owner = owner;
            this.log = new JdbcEventLog(open.dataSource(), new EventCodec());
            this.store = EmbeddedEventStore.builder()
                    .storageEngine(new LogStorageEngine(log))
                    .fetchDelay(50)
                    .timeUnit(TimeUnit.MILLISECONDS)
                    .build();
        }

        /** One command whose events take these versions of the stream. */
        AppendUnderway publish(int... versions) {
            UUID command = UUID.randomUUID();
            AppendUnderway underway = new AppendUnderway(
                    new Append.Claim(CLERK.login(), command.toString(), Bytes.of(new byte[32]), command, STREAM),
                    (version, events) -> List.of());
            DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericMessage<>("a command"));
            underway.begin();
            for (int version : versions) {
                store.publish(message(command, version));
            }
            work.commit();
            return underway;
        }

        @Override
        public void close() {
            store.shutDown();
            log.close();
            if (owner) {
                open.close();
            }
        }
    }
}
