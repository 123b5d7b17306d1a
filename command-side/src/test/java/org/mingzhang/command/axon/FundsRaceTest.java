package org.mingzhang.command.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.BudgetCommands.Submission;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.FundsBalance;
import org.mingzhang.command.budget.FundsCommand;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.Refusal;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
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
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.SupplementSource;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.kernel.value.YearSource;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.TestDatabase;

/** Supplements of several departments that want the same money, decided on two nodes at once. */
class FundsRaceTest {
    private static final FundsId FUNDS = FundsId.parse("411200-funds-2025");
    private static final LocalDate DAY = LocalDate.of(2025, 6, 2);
    private static final Actor OFFICE = Actor.of("liu", "刘洋", Role.BUDGET_OFFICE);
    private static final Actor OFFICER = Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE);
    private static final Basis BASIS = new Basis("三财预〔2025〕1号", "预备费", "三门峡市财政局", DAY, true);
    private static final LineKey LINE = new LineKey("1");
    private static final int DEPARTMENTS = 4;
    private static final int PEOPLE = 64;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void no_source_is_spent_twice_however_many_want_it(TestDatabase database) throws Exception {
        try (Node one = new Node(database);
                Node two = new Node(one.open);
                var clients = Executors.newFixedThreadPool(PEOPLE)) {
            assertThat(one.commands.submit(register(10_000))).isInstanceOf(Outcome.Done.class);
            for (int department = 0; department < DEPARTMENTS; department++) {
                approve(one, department(department));
            }
            List<Callable<Outcome>> tasks = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                Node node = person % 2 == 0 ? one : two;
                BudgetId budget = department(person / 2 % DEPARTMENTS);
                tasks.add(() -> node.commands.submit(supplement(budget, 1_000)));
            }
            int done = 0;
            for (Future<Outcome> answer : clients.invokeAll(tasks)) {
                switch (answer.get()) {
                    case Outcome.Done ignored -> done++;
                    case Outcome.Refused refused ->
                        assertThat(refused.objections())
                                .extracting(Decision.Objection::refusal)
                                .containsExactly(
                                        new Refusal.SourceExhausted(1, "预备费", Amount.ZERO, Amount.ofYuan(1_000)));
                    case Outcome other -> throw new AssertionError("a race reached its sender: " + other);
                }
            }
            assertThat(done).isEqualTo(10);
            FundsBalance source = two.commands.current(FUNDS).funds().source(1).orElseThrow();
            assertThat(source.reserved()).isEqualTo(Amount.ofYuan(10_000));
            assertThat(source.left()).isEqualTo(Amount.ZERO);
            eachIsHeldInTheTransactionOfItsDocument(one);
        }
    }

    /** Both stand beside each other in the log, or neither does: a kill between them cannot be. */
    private static void eachIsHeldInTheTransactionOfItsDocument(Node node) {
        for (RecordedEvent held : node.log.readStream(FUNDS.toString(), 1)) {
            FundsEvent.SourceReserved reserved =
                    (FundsEvent.SourceReserved) held.envelope().message();
            // the document, the rules that it follows, and what it holds
            RecordedEvent document = node.log.read(held.position() - 3, 1).getFirst();
            assertThat(document.envelope().commandId())
                    .isEqualTo(held.envelope().commandId());
            assertThat(document.recordedAt()).isEqualTo(held.recordedAt());
            assertThat(document.stream()).isEqualTo(reserved.document().budget().toString());
            assertThat(document.envelope().message())
                    .isInstanceOfSatisfying(
                            AdjustmentEvent.AdjustmentSubmitted.class,
                            submitted -> assertThat(submitted.number())
                                    .isEqualTo(reserved.document().number()));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_command_to_the_funds_has_its_receipt_its_note_and_its_version(TestDatabase database) {
        try (Node one = new Node(database);
                Node two = new Node(one.open)) {
            Submission register = register(10_000);
            assertThat(one.commands.submit(register)).isEqualTo(new Outcome.Done(0, 2, 1, false));
            assertThat(two.commands.submit(register)).isEqualTo(new Outcome.Done(0, 2, 1, true));
            assertThat(one.log.readStream(SubmissionEvent.beside(FUNDS.toString()), 0))
                    .singleElement()
                    .satisfies(note -> assertThat(note.envelope().message())
                            .isInstanceOfSatisfying(
                                    SubmissionEvent.CommandAccepted.class,
                                    accepted -> assertThat(accepted.about()).isEqualTo(FUNDS.toString())));
            approve(one, department(0));
            one.commands.submit(supplement(department(0), 1_000));
            assertThat(two.commands.submit(new Submission(increase(), "late", OptionalLong.of(0))))
                    .isEqualTo(new Outcome.Stale(0, 1));
            assertThat(two.commands.submit(new Submission(increase(), "now", OptionalLong.of(1))))
                    .isInstanceOf(Outcome.Done.class);
            Submission again = supplement(department(0), 2_000);
            Outcome first = one.commands.submit(again);
            assertThat(first).isInstanceOf(Outcome.Done.class);
            assertThat(two.commands.submit(again))
                    .isEqualTo(new Outcome.Done(
                            ((Outcome.Done) first).version(), ((Outcome.Done) first).position(), 3, true));
        }
    }

    private static BudgetId department(int number) {
        return BudgetId.parse("411200-10" + (number + 3) + "-2025");
    }

    private static Submission register(long yuan) {
        FundsSource source = new FundsSource(
                SupplementSource.RESERVE,
                "预备费",
                FundType.GENERAL_PUBLIC,
                "",
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                BASIS);
        return Submission.of(by(OFFICE, new FundsCommand.RegisterSource(FUNDS, source, Amount.ofYuan(yuan))));
    }

    private static Envelope<LedgerCommand> increase() {
        return by(OFFICE, new FundsCommand.IncreaseSource(FUNDS, 1, Amount.ofYuan(1), BASIS, ""));
    }

    private static Submission supplement(BudgetId budget, long yuan) {
        AdjustmentRequest request = new AdjustmentRequest(
                AdjustmentDirection.SUPPLEMENT,
                ReasonClass.EMERGENCY,
                "抢修",
                DAY,
                List.of(new AdjustmentEntry(LINE, money(budget), Amount.ofYuan(yuan))),
                List.of(),
                "",
                Optional.empty(),
                "",
                "",
                "申请说明",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return Submission.of(
                by(OFFICER, new AdjustmentCommand.SubmitAdjustment(budget, request, List.of(), Optional.of(1))));
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
        UUID act = UUID.randomUUID();
        List<BudgetEvent> events = List.of(
                new RoundEvent.BudgetOpened(
                        budget, "三门峡市", "局", "局", new FiscalYear(2025), Optional.empty(), List.of()),
                new OrganisationEvent.UnitRegistered(
                        budget, new BudgetUnit(unit(budget), "局本级", "局本级", UnitNature.ADMINISTRATIVE)),
                new LineEvent.LineAllocated(
                        budget, LINE, new LineContent(money(budget), Amount.ofYuan(1_000), "", ""), List.of()),
                new RoundEvent.BudgetApproved(budget, BASIS, DAY, 0));
        node.log.append(new Append(
                events.stream()
                        .map(event -> new NewEvent(
                                UUID.randomUUID(), budget.toString(), new Envelope<>(act, OFFICE, DAY, event)))
                        .toList(),
                Map.of(budget.toString(), -1L),
                new Append.Claim(OFFICE.login(), act.toString(), Bytes.of(new byte[32]), act, budget.toString())));
    }

    private static Envelope<LedgerCommand> by(Actor actor, LedgerCommand command) {
        return new Envelope<>(UUID.randomUUID(), actor, DAY, command);
    }
}
