package org.mingzhang.command.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.BudgetCommands.Submission;
import org.mingzhang.command.budget.OrganisationCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.RoundCommand;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.ledger.axon.LogStorageEngine;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

class BudgetCommandsOnAxonTest {
    private static final BudgetId ID = BudgetId.parse("411200-103-2025");
    private static final LocalDate DAY = LocalDate.of(2024, 9, 2);
    private static final Actor BUREAU = Actor.of("zhou", "周预算", Role.BUDGET_OFFICE);
    private static final Actor OFFICER = Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_accepted_command_is_durable_before_it_is_answered(TestDatabase database) {
        try (Node node = new Node(database)) {
            assertThat(node.submit(open())).isEqualTo(new Outcome.Done(0, 1, 1, false));
            assertThat(node.log.read(0, 10)).singleElement().satisfies(event -> {
                assertThat(event.envelope().message()).isInstanceOf(RoundEvent.BudgetOpened.class);
                assertThat(event.envelope().actor()).isEqualTo(BUREAU);
                assertThat(event.envelope().businessDay()).isEqualTo(DAY);
            });
            assertThat(node.commands.current(ID).version()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_refused_command_is_a_value_and_records_nothing(TestDatabase database) {
        try (Node node = new Node(database)) {
            node.submit(open());
            assertThat(node.submit(open())).isInstanceOf(Outcome.Refused.class);
            assertThat(node.log.head()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_same_key_gets_the_first_answer_and_other_content_is_told_apart(TestDatabase database) {
        try (Node node = new Node(database)) {
            node.submit(open());
            Submission first = new Submission(by(OFFICER, unit("103001", "甲")), "k1", OptionalLong.empty());
            Submission again = new Submission(by(OFFICER, unit("103001", "甲")), "k1", OptionalLong.empty());
            Submission other = new Submission(by(OFFICER, unit("103002", "乙")), "k1", OptionalLong.empty());
            assertThat(node.commands.submit(first)).isEqualTo(new Outcome.Done(1, 2, 1, false));
            assertThat(node.commands.submit(again)).isEqualTo(new Outcome.Done(1, 2, 1, true));
            assertThat(node.commands.submit(other)).isEqualTo(new Outcome.KeyReused("k1"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_sender_who_saw_an_older_version_is_told(TestDatabase database) {
        try (Node node = new Node(database)) {
            node.submit(open());
            node.submit(by(OFFICER, unit("103001", "甲")));
            Submission stale = new Submission(by(OFFICER, unit("103002", "乙")), "k2", OptionalLong.of(0));
            assertThat(node.commands.submit(stale)).isEqualTo(new Outcome.Stale(0, 1));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void two_nodes_racing_on_one_budget_lose_nothing(TestDatabase database) throws Exception {
        try (Node one = new Node(database);
                Node two = new Node(one.open);
                var clients = Executors.newFixedThreadPool(16)) {
            one.submit(open());
            List<Callable<Outcome>> tasks = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                Node node = i % 2 == 0 ? one : two;
                String code = "103%03d".formatted(i + 1);
                tasks.add(() -> node.submit(by(OFFICER, unit(code, "单位" + code))));
            }
            for (Future<Outcome> outcome : clients.invokeAll(tasks)) {
                assertThat(outcome.get()).isInstanceOf(Outcome.Done.class);
            }
            assertThat(one.log.streamVersion(ID.toString())).isEqualTo(32);
            assertThat(two.log.head()).isEqualTo(33);
        }
    }

    private static Envelope<BudgetCommand> open() {
        return by(
                BUREAU,
                new RoundCommand.OpenBudget(
                        ID, "三门峡市", "办公室", "办公室", new FiscalYear(2025), Optional.empty(), List.of()));
    }

    private static BudgetCommand unit(String code, String name) {
        return new OrganisationCommand.RegisterUnit(
                ID, new BudgetUnit(new UnitCode(code), name, name, UnitNature.ADMINISTRATIVE));
    }

    private static Envelope<BudgetCommand> by(Actor actor, BudgetCommand command) {
        return new Envelope<>(UUID.randomUUID(), actor, DAY, command);
    }

    /** A node of the product: log, event store and bus on a database. */
    private static final class Node implements AutoCloseable {
        private final OpenDatabase open;
        private final boolean owner;
        private final JdbcEventLog log;
        private final EmbeddedEventStore store;
        private final BudgetCommands commands;

        Node(TestDatabase database) {
            this(database.open(), true);
        }

        Node(OpenDatabase shared) {
            this(shared, false);
        }

        private Node(OpenDatabase open, boolean owner) {
            this.open = open;
            this.owner = owner;
            this.log = new JdbcEventLog(open.dataSource(), new EventCodec());
            this.store = EmbeddedEventStore.builder()
                    .storageEngine(new LogStorageEngine(log))
                    .build();
            this.commands = CommandConfiguration.on(
                    SimpleCommandBus.builder()
                            .transactionManager(NoTransactionManager.INSTANCE)
                            .build(),
                    store,
                    log);
        }

        Outcome submit(Envelope<BudgetCommand> envelope) {
            return commands.submit(Submission.of(envelope));
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
