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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands.Submission;
import org.mingzhang.command.budget.BudgetCommands.TurnedAway;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.OrganisationCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.Refusal;
import org.mingzhang.command.budget.RoundCommand;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Objected;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.TestDatabase;

/** What was handed in is kept beside the budget, done or not, and the same key gets the same answer. */
class SubmissionsTest {
    private static final BudgetId ID = BudgetId.parse("411200-103-2025");
    private static final LocalDate DAY = LocalDate.of(2024, 9, 2);
    private static final Actor BUREAU = Actor.of("zhou", "周预算", Role.BUDGET_OFFICE);
    private static final Actor OFFICER = Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE);
    private static final Origin DESK = new Origin(Origin.Channel.PAGE, "10.0.0.7");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_was_done_is_noted_behind_its_events_with_where_it_came_from(TestDatabase database) {
        try (Node node = opened(database)) {
            Submission unit = sent("k1", unit("103001", "甲"));
            node.commands.submit(unit);

            RecordedEvent done = node.log.readStream(ID.toString(), 1).getFirst();
            RecordedEvent note = submissions(node).getLast();
            assertThat(note.position()).isEqualTo(done.position() + 1);
            assertThat(note.recordedAt()).isEqualTo(done.recordedAt());
            assertThat(note.envelope().commandId()).isEqualTo(done.envelope().commandId());
            assertThat(note.envelope().message())
                    .isInstanceOfSatisfying(SubmissionEvent.CommandAccepted.class, accepted -> {
                        assertThat(accepted.submission().command()).isEqualTo("RegisterUnit");
                        assertThat(accepted.submission().key()).isEqualTo("k1");
                        assertThat(accepted.submission().origin()).isEqualTo(DESK);
                        assertThat(accepted.version()).isEqualTo(1);
                        assertThat(accepted.events()).isEqualTo(1);
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_refusal_is_noted_with_what_was_said_and_why_not(TestDatabase database) {
        try (Node node = opened(database)) {
            node.commands.submit(sent("k1", unit("103001", "甲")));
            node.commands.submit(sent("k2", unit("103001", "乙")));

            assertThat(node.log.streamVersion(ID.toString())).isEqualTo(1);
            assertThat(submissions(node).getLast().envelope().message())
                    .isInstanceOfSatisfying(SubmissionEvent.CommandRefused.class, refused -> {
                        assertThat(refused.version()).isEqualTo(1);
                        assertThat(refused.content()).contains("\"103001\"").contains("乙");
                        assertThat(refused.objections())
                                .containsExactly(new Objected(0, "unit.code", "unit-known", "{\"unit\":\"103001\"}"));
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_same_key_gets_the_first_refusal_again_though_the_budget_has_changed(TestDatabase database) {
        try (Node node = new Node(database)) {
            Submission early = sent("k1", unit("103001", "甲"));
            Outcome refused = node.commands.submit(early);
            assertThat(refused).isEqualTo(refusedFor(new Refusal.NotOpened()));
            node.submit(open());
            assertThat(node.commands.submit(early)).isEqualTo(refused);
            assertThat(node.commands.submit(sent("k1", unit("103002", "乙"))))
                    .isEqualTo(new Outcome.KeyReused("k1", true));
            assertThat(node.commands.submit(sent("k2", unit("103001", "甲")))).isInstanceOf(Outcome.Done.class);
            assertThat(node.log.streamVersion(ID.toString())).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_refusal_that_is_sent_twenty_times_at_once_is_noted_once(TestDatabase database) throws Exception {
        try (Node one = opened(database);
                Node two = new Node(one.open);
                var clients = Executors.newFixedThreadPool(20)) {
            Submission opening = new Submission(open(), "again", OptionalLong.empty());
            List<Callable<Outcome>> tasks = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Node node = i % 2 == 0 ? one : two;
                tasks.add(() -> node.commands.submit(opening));
            }
            for (Future<Outcome> answer : clients.invokeAll(tasks)) {
                assertThat(answer.get()).isEqualTo(refusedFor(new Refusal.AlreadyOpened()));
            }
            assertThat(submissions(one)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_stale_command_and_a_reused_key_are_noted_and_may_still_be_decided_on(TestDatabase database) {
        try (Node node = opened(database)) {
            node.commands.submit(sent("k1", unit("103001", "甲")));
            Envelope<BudgetCommand> late = by(OFFICER, unit("103002", "乙"));
            assertThat(node.commands.submit(new Submission(late, "k2", OptionalLong.of(0), DESK)))
                    .isEqualTo(new Outcome.Stale(0, 1));
            assertThat(reasonAgainstLast(node))
                    .isEqualTo(new Objected(0, "", "stale", "{\"expected\":0,\"actual\":1}"));
            node.commands.submit(sent("k1", unit("103003", "丙")));
            assertThat(reasonAgainstLast(node)).isEqualTo(new Objected(0, "", "key-reused", "{}"));
            assertThat(node.commands.submit(new Submission(late, "k2", OptionalLong.of(1), DESK)))
                    .isInstanceOf(Outcome.Done.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void who_is_turned_away_before_a_decision_is_noted(TestDatabase database) {
        try (Node node = opened(database)) {
            node.commands.turnedAway(sent("k1", unit("103001", "甲")), TurnedAway.NOT_THEIR_BUDGET);
            assertThat(reasonAgainstLast(node)).isEqualTo(new Objected(0, "", "not-their-budget", "{}"));
            assertThat(node.commands.submit(sent("k1", unit("103001", "甲")))).isInstanceOf(Outcome.Done.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_preview_leaves_no_trace(TestDatabase database) {
        try (Node node = opened(database)) {
            long head = node.log.head();
            node.commands.preview(by(OFFICER, unit("103001", "甲")));
            node.commands.preview(open());
            assertThat(node.log.head()).isEqualTo(head);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void of_a_large_refused_import_all_reasons_are_kept_and_not_the_rows(TestDatabase database) {
        try (Node node = opened(database)) {
            List<BudgetCommand> rows = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                rows.add(unit("104%03d".formatted(i % 1_000), "单位"));
            }
            Submission book = sent("book", new BudgetCommand.Batch(ID, rows));
            Outcome.Refused refused = (Outcome.Refused) node.commands.submit(book);
            assertThat(node.commands.submit(book)).isEqualTo(refused);
            assertThat(submissions(node).getLast().envelope().message())
                    .isInstanceOfSatisfying(SubmissionEvent.CommandRefused.class, kept -> {
                        assertThat(kept.content()).isEmpty();
                        assertThat(kept.objections()).hasSameSizeAs(refused.objections());
                    });
        }
    }

    private static Outcome.Refused refusedFor(Refusal refusal) {
        return new Outcome.Refused(List.of(new Decision.Objection(0, "", refusal)));
    }

    private static Objected reasonAgainstLast(Node node) {
        return ((SubmissionEvent.CommandRefused)
                        submissions(node).getLast().envelope().message())
                .objections()
                .getFirst();
    }

    private static List<RecordedEvent> submissions(Node node) {
        return node.log.readStream(SubmissionEvent.beside(ID.toString()), 0);
    }

    private static Node opened(TestDatabase database) {
        Node node = new Node(database);
        node.submit(open());
        return node;
    }

    private static Submission sent(String key, BudgetCommand command) {
        return new Submission(by(OFFICER, command), key, OptionalLong.empty(), DESK);
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
}
