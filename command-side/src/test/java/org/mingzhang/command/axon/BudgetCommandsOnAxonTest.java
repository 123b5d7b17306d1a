package org.mingzhang.command.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.BudgetCommands.Submission;
import org.mingzhang.command.budget.Decision;
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
import org.mingzhang.ledger.store.LogUnavailableException;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

class BudgetCommandsOnAxonTest {
    static final BudgetId ID = BudgetId.parse("411200-103-2025");
    private static final LocalDate DAY = LocalDate.of(2024, 9, 2);
    private static final Actor BUREAU = Actor.of("zhou", "周预算", Role.BUDGET_OFFICE);
    static final Actor OFFICER = Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_accepted_command_is_durable_before_it_is_answered(TestDatabase database) {
        try (Node node = new Node(database)) {
            assertThat(node.submit(open())).isEqualTo(new Outcome.Done(0, 2, 1, false));
            assertThat(node.log.readStream(ID.toString(), 0)).singleElement().satisfies(event -> {
                assertThat(event.envelope().message()).isInstanceOf(RoundEvent.BudgetOpened.class);
                assertThat(event.envelope().actor()).isEqualTo(BUREAU);
                assertThat(event.envelope().businessDay()).isEqualTo(DAY);
            });
            assertThat(node.commands.current(ID).version()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_refused_command_is_a_value_and_leaves_the_budget_where_it_was(TestDatabase database) {
        try (Node node = new Node(database)) {
            node.submit(open());
            assertThat(node.submit(open())).isInstanceOf(Outcome.Refused.class);
            assertThat(node.log.streamVersion(ID.toString())).isZero();
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
            assertThat(node.commands.submit(first)).isEqualTo(new Outcome.Done(1, 4, 1, false));
            assertThat(node.commands.submit(again)).isEqualTo(new Outcome.Done(1, 4, 1, true));
            assertThat(node.commands.submit(other)).isEqualTo(new Outcome.KeyReused("k1", false));
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
            assertThat(two.log.head()).isEqualTo(66);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_same_key_sent_twenty_times_at_once_has_one_effect_and_one_answer(TestDatabase database) throws Exception {
        try (Node one = new Node(database);
                Node two = new Node(one.open);
                var clients = Executors.newFixedThreadPool(20)) {
            one.submit(open());
            List<Callable<Outcome>> tasks = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Node node = i % 2 == 0 ? one : two;
                tasks.add(() -> node.commands.submit(
                        new Submission(by(OFFICER, unit("103001", "甲")), "once", OptionalLong.of(0))));
            }
            List<Outcome> answers = new ArrayList<>();
            for (Future<Outcome> answer : clients.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnlyOnce(new Outcome.Done(1, 4, 1, false));
            assertThat(answers).containsOnly(new Outcome.Done(1, 4, 1, false), new Outcome.Done(1, 4, 1, true));
            assertThat(one.log.head()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_budget_refused_here_and_opened_elsewhere_is_seen_as_it_is(TestDatabase database) {
        try (Node one = new Node(database);
                Node two = new Node(one.open)) {
            assertThat(one.submit(by(OFFICER, unit("103001", "甲")))).isInstanceOf(Outcome.Refused.class);
            two.submit(open());
            assertThat(one.submit(by(OFFICER, unit("103001", "甲")))).isEqualTo(new Outcome.Done(1, 5, 1, false));
            assertThat(two.submit(by(OFFICER, unit("103001", "甲")))).isInstanceOf(Outcome.Refused.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_command_that_changes_nothing_has_an_answer_that_lasts(TestDatabase database) {
        try (Node node = new Node(database)) {
            node.submit(open());
            node.submit(by(OFFICER, unit("103001", "甲")));
            BudgetCommand same = new OrganisationCommand.ReviseUnit(
                    ID, new BudgetUnit(new UnitCode("103001"), "甲", "甲", UnitNature.ADMINISTRATIVE));
            Submission nothing = new Submission(by(OFFICER, same), "same", OptionalLong.empty());
            assertThat(node.commands.submit(nothing)).isEqualTo(new Outcome.Done(1, 5, 0, false));
            node.submit(by(OFFICER, unit("103002", "乙")));
            assertThat(node.commands.submit(nothing)).isEqualTo(new Outcome.Done(1, 5, 0, true));
            assertThat(node.log.streamVersion(ID.toString())).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_log_that_is_closed_is_said_and_the_next_node_goes_on(TestDatabase database) {
        try (Node one = new Node(database);
                Node two = new Node(one.open)) {
            one.submit(open());
            Submission unit = new Submission(by(OFFICER, unit("103001", "甲")), "k", OptionalLong.empty());
            one.log.close();
            assertThatThrownBy(() -> one.commands.submit(unit)).isInstanceOf(LogUnavailableException.class);
            assertThat(two.commands.submit(unit)).isEqualTo(new Outcome.Done(1, 4, 1, false));
            assertThat(one.commands.submit(unit)).isEqualTo(new Outcome.Done(1, 4, 1, true));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_command_inside_another_message_is_not_taken(TestDatabase database) {
        try (Node node = new Node(database)) {
            DefaultUnitOfWork<?> around = DefaultUnitOfWork.startAndGet(new GenericMessage<>("another message"));
            assertThatThrownBy(() -> node.submit(open())).hasMessageContaining("inside another message");
            around.rollback();
            assertThat(node.log.head()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_pool_of_two_connections_serves_sixteen_waiting_clients(TestDatabase database) throws Exception {
        try (Node large = new Node(database);
                OpenDatabase two = twoConnections(large.open);
                Node small = new Node(two);
                var clients = Executors.newFixedThreadPool(16)) {
            small.submit(open());
            List<Callable<Outcome>> tasks = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                String code = "103%03d".formatted(i + 1);
                tasks.add(() -> small.submit(by(OFFICER, unit(code, "单位" + code))));
            }
            for (Future<Outcome> outcome : clients.invokeAll(tasks)) {
                assertThat(outcome.get()).isInstanceOf(Outcome.Done.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_is_known_of_a_budget_includes_what_another_node_just_did(TestDatabase database) {
        try (Node one = new Node(database);
                Node two = new Node(one.open)) {
            assertThat(one.commands.current(ID)).isEqualTo(new BudgetCommands.Known(-1, Budget.none()));
            two.submit(open());
            assertThat(one.commands.current(ID).version()).isZero();
            two.submit(by(OFFICER, unit("103001", "甲")));
            two.submit(by(OFFICER, unit("103002", "乙")));
            assertThat(one.commands.current(ID)).isEqualTo(two.commands.current(ID));
            assertThat(one.commands.current(ID).version()).isEqualTo(2);
            assertThat(one.commands.preview(by(OFFICER, unit("103002", "丙")))).isInstanceOf(Decision.Refused.class);
            assertThat(one.commands.preview(by(OFFICER, unit("103003", "丙")))).isInstanceOf(Decision.Accepted.class);
            assertThat(one.log.head()).isEqualTo(6);
        }
    }

    private static OpenDatabase twoConnections(OpenDatabase open) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(open.url());
        config.setUsername(open.pool().getUsername());
        config.setPassword(open.pool().getPassword());
        config.setMaximumPoolSize(2);
        return new OpenDatabase(open.kind(), open.url(), new HikariDataSource(config));
    }

    static Envelope<BudgetCommand> open() {
        return by(
                BUREAU,
                new RoundCommand.OpenBudget(
                        ID, "三门峡市", "办公室", "办公室", new FiscalYear(2025), Optional.empty(), List.of()));
    }

    static BudgetCommand unit(String code, String name) {
        return new OrganisationCommand.RegisterUnit(
                ID, new BudgetUnit(new UnitCode(code), name, name, UnitNature.ADMINISTRATIVE));
    }

    static Envelope<BudgetCommand> by(Actor actor, BudgetCommand command) {
        return new Envelope<>(UUID.randomUUID(), actor, DAY, command);
    }
}
