package org.mingzhang.application.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.ExecutionCommand;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.Portion;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.MonthFigures;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.counterfactual.Replayed;
import org.mingzhang.query.counterfactual.WithoutDocuments.Progress;
import org.mingzhang.query.counterfactual.WithoutDocuments.Question;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.disclosure.Tabulator;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.LineBalances.Balance;
import org.mingzhang.query.feed.FactFeed;

/** The sample's history and random documents after it, told again: with nothing missing it is what the tables say. */
class ReplayedWithoutTest {
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final Actor MAKER = Actor.of("finance", "经办", Role.DEPARTMENT_FINANCE);
    private static final Actor HEAD = Actor.of("head", "负责人", Role.DEPARTMENT_HEAD);
    private static final Actor OFFICE = Actor.of("office", "预算科", Role.BUDGET_OFFICE);
    private static final Basis DOCUMENT = new Basis("三财预〔2025〕66号", "批复", "三门峡市财政局", DAY, true);
    private static final Progress UNTOLD = (events, of) -> {};
    private static final int STEPS = 60;

    @TempDir
    Path data;

    @Test
    void with_nothing_missing_every_command_decided_again_makes_all_tables_what_they_are() {
        Random random = new Random(20250621);
        try (RunningApplication application = RunningApplication.start(data, true)) {
            int done = 0;
            for (int step = 0; step < STEPS; step++) {
                done += tried(application, random, step) ? 1 : 0;
            }
            assertThat(done).isGreaterThan(STEPS / 3);
            long head = settled(application);
            BudgetFacts real = facts(application, head);
            Replayed again = replays(application).decidedFromTheStart(question(head), UNTOLD);
            assertThat(again.stopped()).isEmpty();
            assertThat(again.fallen()).isEmpty();
            assertThat(again.ways()).isEmpty();
            assertThat(again.limits()).isEmpty();
            assertThat(again.lines()).isEmpty();
            assertThat(again.thenRate()).isEqualTo(again.recordedRate());
            assertThat(tables(application, again.then())).isEqualTo(tables(application, real));
            assertThat(again.then().projectTargets()).isEqualTo(real.projectTargets());
            assertThat(again.then().overallTargets()).isEqualTo(real.overallTargets());
            for (int number = 1; number <= 12; number++) {
                Replayed without = replays(application).replay(question(head, number), UNTOLD);
                assertThat(tables(application, without.recorded())).isEqualTo(tables(application, real));
            }
            assertThat(log(application).head()).as("nothing is recorded").isEqualTo(head);
        }
    }

    @Test
    void
            without_a_supplement_of_the_sample_its_line_and_the_rate_are_what_they_would_be_and_a_later_freeze_is_stopped() {
        try (RunningApplication application = RunningApplication.start(data, true)) {
            Balance line = balance(application, "10");
            done(
                    application,
                    OFFICE,
                    new ExecutionCommand.FreezeLine(
                            BUDGET, line.line(), new Portion.Fixed(line.available()), "压减", Optional.empty()));
            long head = settled(application);
            Replayed without = replays(application).replay(question(head, 3), UNTOLD);
            assertThat(without.stopped()).singleElement().satisfies(stopped -> {
                assertThat(stopped.step()).isEqualTo("freeze");
                assertThat(stopped.reasons().getFirst().key()).isEqualTo("freeze-beyond-available");
                assertThat(stopped.reasons().getFirst().words().in(Locale.SIMPLIFIED_CHINESE))
                        .isEqualTo("明细行 10 可用 1.35万元，不能冻结 4.35万元。");
            });
            assertThat(without.recordedRate().moved().minus(without.thenRate().moved()))
                    .isEqualTo(Amount.ofYuan(30_000));
            assertThat(replays(application).replay(question(head, 5), UNTOLD).withoutEffect())
                    .containsEntry(5, "returned");
            assertThatThrownBy(() -> replays(application).replay(question(head, 3), (events, of) -> {
                        assertThat(events).isLessThanOrEqualTo(of);
                        throw new CancellationException();
                    }))
                    .isInstanceOf(CancellationException.class);
        }
    }

    private static boolean tried(RunningApplication application, Random random, int step) {
        List<Balance> left = application.context().getBean(LineBalances.class).of(BUDGET, settled(application)).stream()
                .filter(balance -> balance.available().fen() > 0)
                .toList();
        Balance from = left.get(random.nextInt(left.size()));
        Balance to = left.get(random.nextInt(left.size()));
        Amount amount = new Amount(random.nextLong(1, from.available().fen() + 1));
        return switch (random.nextInt(6)) {
            case 0 ->
                submitted(
                        application,
                        OFFICE,
                        new ExecutionCommand.FreezeLine(
                                BUDGET,
                                from.line(),
                                new Portion.Percent(random.nextInt(1, 50)),
                                "压减",
                                Optional.empty()));
            case 1, 2 ->
                submitted(
                        application,
                        MAKER,
                        new ExecutionCommand.RecordExecution(
                                BUDGET,
                                YearMonth.of(2025, 12),
                                DOCUMENT,
                                List.of(
                                        paid(from, new Amount(amount.fen() / 2)),
                                        paid(
                                                to,
                                                new Amount(random.nextLong(
                                                        1, to.available().fen() + 1))))));
            case 3 ->
                submitted(
                        application,
                        MAKER,
                        new AdjustmentCommand.ReverseAdjustment(
                                BUDGET, random.nextInt(1, documents(application) + 1), "取消", DAY));
            default -> document(application, random, from, to, amount, step);
        };
    }

    private static ExecutionCommand.RecordedLine paid(Balance line, Amount amount) {
        return new ExecutionCommand.RecordedLine(
                line.line(), new MonthFigures(amount, Amount.ZERO, Optional.empty()), "更正");
    }

    /** Handed in, and then mostly taken into effect. */
    private static boolean document(
            RunningApplication application, Random random, Balance from, Balance to, Amount amount, int step) {
        boolean done = submitted(
                application,
                MAKER,
                new AdjustmentCommand.SubmitAdjustment(BUDGET, shift(random, from, to, amount, step)));
        if (done && random.nextInt(5) > 0) {
            pass(application, documents(application));
        }
        return done;
    }

    private static AdjustmentRequest shift(Random random, Balance from, Balance to, Amount amount, int step) {
        List<AdjustmentEntry> entries = List.of(
                new AdjustmentEntry(from.line(), from.classification(), amount.negated()),
                new AdjustmentEntry(to.line(), to.classification(), amount));
        List<Indicator> revised = List.of(new Indicator(IndicatorLevel.OUTPUT, "", "数量", "≥" + step, ""));
        return new AdjustmentRequest(
                AdjustmentDirection.SHIFT,
                ReasonClass.TASK,
                "第" + step + "步",
                DAY,
                entries,
                entries.stream()
                        .map(AdjustmentEntry::classification)
                        .map(Classification.Expenditure::project)
                        .flatMap(Optional::stream)
                        .distinct()
                        .map(project -> new PerformanceEffect(
                                project, random.nextBoolean() ? Optional.of(revised) : Optional.empty()))
                        .toList(),
                "",
                Optional.empty(),
                "",
                "",
                "说明",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static void pass(RunningApplication application, int number) {
        List<AdjustmentStation> stations = commands(application)
                .current(BUDGET)
                .budget()
                .execution()
                .adjustments()
                .get(number)
                .orElseThrow()
                .stations();
        stations.forEach(station -> done(
                application,
                station == AdjustmentStation.DEPARTMENT_REVIEW ? HEAD : OFFICE,
                new AdjustmentCommand.ReviewAdjustment(BUDGET, number, station, Optional.of(DOCUMENT), "")));
        done(
                application,
                stations.size() == 1 ? HEAD : OFFICE,
                new AdjustmentCommand.PutAdjustmentIntoEffect(BUDGET, number, Optional.of(DOCUMENT), DAY));
    }

    private static void done(RunningApplication application, Actor actor, LedgerCommand command) {
        assertThat(submitted(application, actor, command)).as("%s", command).isTrue();
    }

    private static boolean submitted(RunningApplication application, Actor actor, LedgerCommand command) {
        return commands(application)
                        .submit(BudgetCommands.Submission.of(new Envelope<>(UUID.randomUUID(), actor, TODAY, command)))
                instanceof Outcome.Done;
    }

    private static int documents(RunningApplication application) {
        return commands(application)
                .current(BUDGET)
                .budget()
                .execution()
                .adjustments()
                .size();
    }

    private static Balance balance(RunningApplication application, String line) {
        return application.context().getBean(LineBalances.class).of(BUDGET, settled(application)).stream()
                .filter(balance -> balance.line().value().equals(line))
                .findFirst()
                .orElseThrow();
    }

    private static Question question(long head, Integer... numbers) {
        return new Question(BUDGET, new TreeSet<>(Set.of(numbers)), head);
    }

    private static ReplayedWithout replays(RunningApplication application) {
        return application.context().getBean(ReplayedWithout.class);
    }

    private static BudgetCommands commands(RunningApplication application) {
        return application.context().getBean(BudgetCommands.class);
    }

    private static EventLog log(RunningApplication application) {
        return application.context().getBean(EventLog.class);
    }

    private static long settled(RunningApplication application) {
        long head = log(application).head();
        assertThat(application.context().getBean(FactFeed.class).await(head, Duration.ofSeconds(20)))
                .isTrue();
        return head;
    }

    private static BudgetFacts facts(RunningApplication application, long head) {
        return application
                .context()
                .getBean(FactReader.class)
                .load(BUDGET, head, TableBasis.ADJUSTED)
                .orElseThrow();
    }

    private static List<Table> tables(RunningApplication application, BudgetFacts facts) {
        return application.context().getBean(DisclosureTables.class).templates().stream()
                .map(template -> Tabulator.fill(template, facts, Scope.DEPARTMENT))
                .toList();
    }
}
