package org.mingzhang.command.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommands.Submission;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.ExecutionCommand;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.command.budget.OtherSide;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.Portion;
import org.mingzhang.command.budget.Refusal;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.kernel.value.YearSource;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.TestDatabase;

/** Two budgets that give to each other while others change them, decided on two nodes: both sides or neither. */
class ReorganisationRaceTest {
    private static final BudgetId GIVING = BudgetId.parse("411200-103-2025");
    private static final BudgetId GAINING = BudgetId.parse("411200-104-2025");
    private static final LocalDate DAY = LocalDate.of(2025, 6, 2);
    private static final Actor OFFICE = Actor.of("liu", "刘洋", Role.BUDGET_OFFICE);
    private static final Actor OFFICER = Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE);
    private static final Actor HEAD = Actor.of("zhao", "赵", Role.DEPARTMENT_HEAD);
    private static final Actor DESK = Actor.of("he", "何", Role.SECTOR_DESK);
    private static final Basis BASIS = new Basis("三财预〔2025〕1号", "批复", "三门峡市财政局", DAY, true);
    private static final LineKey LINE = new LineKey("1");
    private static final LineKey OTHER_LINE = new LineKey("2");
    private static final int PEOPLE = 32;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void documents_to_and_fro_and_changes_of_the_other_side_leave_both_sides_or_neither(TestDatabase database)
            throws Exception {
        try (Node one = new Node(database);
                Node two = new Node(one.open);
                var clients = Executors.newFixedThreadPool(PEOPLE)) {
            approve(one, GIVING);
            approve(one, GAINING);
            List<Callable<Outcome>> tasks = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                Node node = person % 2 == 0 ? one : two;
                BudgetId from = person % 4 < 2 ? GIVING : GAINING;
                tasks.add(() -> node.commands.submit(reorganisation(from, other(from), 100)));
                tasks.add(() -> node.commands.submit(freeze(GAINING, 1)));
            }
            for (Future<Outcome> answer : clients.invokeAll(tasks)) {
                assertThat(answer.get()).as("no race reaches its sender").isNotInstanceOf(Outcome.Stale.class);
            }
            List<RecordedEvent> linked = Stream.of(GIVING, GAINING)
                    .flatMap(id -> one.log.readStream(id.toString(), 0).stream())
                    .filter(event -> event.envelope().message() instanceof AdjustmentEvent.CounterpartLinked)
                    .toList();
            assertThat(linked).hasSize(2 * 20); // ten of each side were affordable, and each is in both
            assertThat(linked.stream()
                            .collect(Collectors.groupingBy(
                                    event -> event.envelope().commandId()))
                            .values())
                    .allSatisfy(pair -> {
                        assertThat(pair)
                                .extracting(RecordedEvent::stream)
                                .containsExactlyInAnyOrder(GIVING.toString(), GAINING.toString());
                        assertThat(pair)
                                .extracting(RecordedEvent::recordedAt)
                                .containsOnly(pair.getFirst().recordedAt());
                    });
        }
    }

    /** While one holds both streams, nobody who wants them the other way round gives up. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_log_that_takes_its_time_stops_nobody(TestDatabase database) throws Exception {
        try (Node node = new Node(database);
                var clients = Executors.newFixedThreadPool(PEOPLE)) {
            approve(node, GIVING);
            approve(node, GAINING);
            node.counted.pause().set(30);
            List<Callable<Outcome>> tasks = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                BudgetId from = person % 2 == 0 ? GIVING : GAINING;
                tasks.add(() -> node.commands.submit(reorganisation(from, other(from), 1)));
            }
            for (Future<Outcome> answer : clients.invokeAll(tasks)) {
                assertThat(answer.get()).isInstanceOf(Outcome.Done.class);
            }
        }
    }

    /** The node that decides remembers the other budget as it was; the log knows better, and neither side is written. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_another_node_did_to_the_gaining_budget_is_decided_on_again(TestDatabase database) {
        try (Node one = new Node(database);
                Node two = new Node(one.open)) {
            approve(one, GIVING);
            approve(one, GAINING);
            assertThat(two.commands.submit(freeze(GAINING, 1))).isInstanceOf(Outcome.Done.class);
            assertThat(two.commands.submit(reorganisation(GIVING, GAINING, 100)))
                    .isInstanceOf(Outcome.Done.class);
            assertThat(one.commands.submit(freeze(GAINING, 1))).isInstanceOf(Outcome.Done.class);
            for (Submission step : List.of(
                    review(HEAD, AdjustmentStation.DEPARTMENT_REVIEW),
                    review(DESK, AdjustmentStation.FINANCE_REVIEW),
                    by(OFFICE, new AdjustmentCommand.PutAdjustmentIntoEffect(GIVING, 1, Optional.of(BASIS), DAY)))) {
                assertThat(one.commands.submit(freeze(GAINING, 1))).isInstanceOf(Outcome.Done.class);
                assertThat(two.commands.submit(step)).isInstanceOf(Outcome.Done.class);
            }
            assertThat(available(one, GIVING)).isEqualTo(Amount.ofYuan(900));
            assertThat(available(one, GAINING)).isEqualTo(Amount.ofYuan(1_100));

            append(one, GAINING, List.of(new ExecutionEvent.YearClosed(GAINING, DAY, BASIS, "")));
            long before = one.log.streamVersion(GIVING.toString());
            assertThat(two.commands.submit(reorganisation(GIVING, GAINING, 100)))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.objections())
                                    .extracting(Decision.Objection::refusal)
                                    .containsExactly(new Refusal.CounterpartClosed(GAINING, DAY)));
            assertThat(one.log.streamVersion(GIVING.toString())).isEqualTo(before);
        }
    }

    private static Amount available(Node node, BudgetId id) {
        Budget budget = node.commands.current(id).budget();
        return budget.execution().available(LINE, budget.content());
    }

    private static BudgetId other(BudgetId id) {
        return id.equals(GIVING) ? GAINING : GIVING;
    }

    private static Submission review(Actor actor, AdjustmentStation station) {
        return by(actor, new AdjustmentCommand.ReviewAdjustment(GIVING, 1, station, Optional.empty(), ""));
    }

    private static Submission freeze(BudgetId budget, long yuan) {
        return by(
                OFFICE,
                new ExecutionCommand.FreezeLine(
                        budget, OTHER_LINE, new Portion.Fixed(Amount.ofYuan(yuan)), "压减", Optional.empty()));
    }

    private static Submission reorganisation(BudgetId from, BudgetId to, long yuan) {
        AdjustmentRequest request = new AdjustmentRequest(
                AdjustmentDirection.REORGANISATION,
                ReasonClass.TASK,
                "职能划转",
                DAY,
                List.of(new AdjustmentEntry(LINE, money(from), Amount.ofYuan(-yuan))),
                List.of(),
                "",
                Optional.empty(),
                "",
                "",
                "机构改革方案",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        OtherSide other =
                new OtherSide(to, List.of(new AdjustmentEntry(LINE, money(to), Amount.ofYuan(yuan))), List.of());
        return by(OFFICER, new AdjustmentCommand.SubmitReorganisation(from, request, other, List.of()));
    }

    private static Classification.Expenditure money(BudgetId budget) {
        return new Classification.Expenditure(
                unit(budget),
                new FunctionCode("2010301"),
                ProjectCategory.OPERATING,
                Optional.empty(),
                new DeptEconomicCode("30201"),
                new GovEconomicCode("50201"),
                FundType.GENERAL_PUBLIC,
                YearSource.CURRENT,
                true);
    }

    private static UnitCode unit(BudgetId budget) {
        return new UnitCode(budget.department() + "001");
    }

    /** As far as it has to be, straight into the log. */
    private static void approve(Node node, BudgetId budget) {
        append(
                node,
                budget,
                List.of(
                        new RoundEvent.BudgetOpened(
                                budget, "三门峡市", "局", "局", new FiscalYear(2025), Optional.empty(), List.of()),
                        new OrganisationEvent.UnitRegistered(
                                budget, new BudgetUnit(unit(budget), "局本级", "局本级", UnitNature.ADMINISTRATIVE)),
                        allocated(budget, LINE),
                        allocated(budget, OTHER_LINE),
                        new RoundEvent.BudgetApproved(budget, BASIS, DAY, 0)));
    }

    private static BudgetEvent allocated(BudgetId budget, LineKey line) {
        return new LineEvent.LineAllocated(
                budget, line, new LineContent(money(budget), Amount.ofYuan(1_000), "", ""), List.of());
    }

    private static void append(Node node, BudgetId budget, List<BudgetEvent> events) {
        UUID act = UUID.randomUUID();
        node.log.append(new Append(
                events.stream()
                        .map(event -> new NewEvent(
                                UUID.randomUUID(), budget.toString(), new Envelope<>(act, OFFICE, DAY, event)))
                        .toList(),
                Map.of(budget.toString(), node.log.streamVersion(budget.toString())),
                new Append.Claim(OFFICE.login(), act.toString(), Bytes.of(new byte[32]), act, budget.toString())));
    }

    private static Submission by(Actor actor, LedgerCommand command) {
        return Submission.of(new Envelope<>(UUID.randomUUID(), actor, DAY, command));
    }
}
