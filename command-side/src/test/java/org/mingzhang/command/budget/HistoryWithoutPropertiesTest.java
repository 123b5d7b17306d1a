package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.approval;
import static org.mingzhang.command.budget.AdjustmentScene.entry;
import static org.mingzhang.command.budget.AdjustmentScene.reduction;
import static org.mingzhang.command.budget.AdjustmentScene.shift;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.supplement;
import static org.mingzhang.command.budget.AdjustmentScene.toNetwork;
import static org.mingzhang.command.budget.ReorganisationScene.BUREAU;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Scene.wages;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Attachment;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.MonthFigures;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.SupplementSource;

/** Any history of real commands: without nothing it is itself, and without anything it still keeps every rule. */
class HistoryWithoutPropertiesTest {
    private static final int STEPS = 300;
    private static final int ROUNDS = 12;
    private static final List<String> LINES = List.of("wage", "office", "call", "line", "net", "old");
    private static final FundsId FUNDS = FundsId.of(BUDGET);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void without_nothing_every_command_decided_again_makes_exactly_what_happened(long seed) {
        Chronicle chronicle = history(new Random(seed));
        Chronicle.Told again = chronicle.decidedAgain();
        assertThat(again.events()).isEqualTo(chronicle.events());
        assertThat(again.history().departures()).isEmpty();
        assertThat(again.history().then()).isEqualTo(chronicle.spec().budget());
        Set<Class<?>> kinds = new HashSet<>();
        chronicle.events().forEach(event -> kinds.add(event.message().getClass()));
        assertThat(kinds)
                .as("the history has led everywhere")
                .contains(
                        AdjustmentEvent.AdjustmentTookEffect.class,
                        AdjustmentEvent.AdjustmentReturned.class,
                        AdjustmentEvent.CounterpartLinked.class,
                        AdjustmentEvent.ProjectAdjustmentAsked.class,
                        AdjustmentEvent.AttachmentAdded.class,
                        ExecutionEvent.ExecutionRecorded.class,
                        ExecutionEvent.LineFrozen.class,
                        ExecutionEvent.LineThawed.class,
                        FundsEvent.SourceDrawn.class,
                        FundsEvent.SourceRecovered.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 33, 24, 25, 26, 27, 28, 29, 30, 31, 32})
    void without_any_documents_no_line_and_no_source_is_overdrawn_and_what_is_left_out_stays_out(long seed) {
        Random random = new Random(seed);
        Chronicle chronicle = history(random);
        int documents = chronicle.spec().budget().execution().adjustments().size();
        int stopped = 0;
        // whether something hangs on what is left out is chance; that nothing ever does would be wrong
        for (int round = 0; round < ROUNDS || (stopped == 0 && round < 10 * ROUNDS); round++) {
            Integer[] missing = Stream.generate(() -> random.nextInt(1, documents + 1))
                    .limit(random.nextInt(1, 4))
                    .distinct()
                    .toArray(Integer[]::new);
            Chronicle.Told told = chronicle.without(missing);
            stopped += told.stopped().size();
            Budget then = told.history().then();
            for (Entries.Entry<LineKey, LineBalance> line :
                    then.execution().balances().entries()) {
                assertThat(then.execution()
                                .available(line.key(), then.content())
                                .isNegative())
                        .isFalse();
                assertThat(line.value().of(Stage.FROZEN).isNegative()).isFalse();
            }
            Set<Integer> out = new HashSet<>(List.of(missing));
            assertThat(told.events())
                    .noneMatch(event -> event.message() instanceof AdjustmentEvent own
                            && own.budget().equals(BUDGET)
                            && out.contains(own.number()));
            told.stopped().stream()
                    .filter(one -> one.step() == Departure.Step.SUBMISSION)
                    .forEach(one -> assertThat(told.events())
                            .noneMatch(event -> event.message() instanceof AdjustmentEvent own
                                    && own.budget().equals(one.budget().orElseThrow())
                                    && own.number() == one.number()));
            assertThat(moved(told.events())).as("postings add up to the state").isEqualTo(adjusted(then));
            assertThat(told.history().recorded()).isEqualTo(chronicle.spec().budget());
        }
        assertThat(stopped).as("something was stopped").isPositive();
    }

    private static Amount moved(List<Envelope<LedgerEvent>> events) {
        return Amount.sum(events.stream()
                .filter(event -> event.message().stream().equals(BUDGET.toString()))
                .flatMap(event -> event.message().postings().stream())
                .filter(posting -> posting.stage() == Stage.ADJUSTED)
                .map(posting -> posting.delta())
                .toList());
    }

    private static Amount adjusted(Budget budget) {
        return Amount.sum(budget.execution()
                .balances()
                .values()
                .map(balance -> balance.of(Stage.ADJUSTED))
                .toList());
    }

    /** Documents of every kind between payments, freezes and decisions, and the closing where it comes so far. */
    static Chronicle history(Random random) {
        Chronicle chronicle = Chronicle.of(
                Stream.concat(Stream.of(YearScene.withCarriedOver()), Stream.of(ReorganisationScene.bureau()))
                        .toArray(LedgerEvent[]::new));
        chronicle.on(YearScene.NEW_YEAR.withYear(2025).withMonth(12));
        for (int step = 0; step < STEPS; step++) {
            step(chronicle, random);
        }
        ended(chronicle);
        return chronicle;
    }

    private static void step(Chronicle chronicle, Random random) {
        long yuan = random.nextLong(1, 20_000);
        String line = LINES.get(random.nextInt(LINES.size()));
        int number = random.nextInt(
                1, 2 + chronicle.spec().budget().execution().adjustments().size());
        switch (random.nextInt(24)) {
            case 0 -> chronicle.tried(OFFICE, YearScene.freeze(line, yuan));
            case 1 -> chronicle.tried(DESK, share(line, random.nextInt(1, 60)));
            case 2 -> chronicle.tried(DESK, YearScene.thaw(line, yuan));
            case 3 -> chronicle.tried(OFFICER, submit(toNetwork(yuan)));
            case 4 ->
                chronicle.tried(
                        OFFICER,
                        submit(supplement(
                                SupplementSource.TRANSFER, entry("office", AdjustmentScene.office(), yuan * 4))));
            case 5 -> chronicle.tried(OFFICER, submit(reduction(entry("wage", wages(1), -yuan))));
            case 6 ->
                chronicle.tried(
                        OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, number, "冲销", AdjustmentScene.DAY));
            case 7 -> chronicle.tried(OFFICER, new AdjustmentCommand.WithdrawAdjustment(BUDGET, number, "撤回"));
            case 8 -> chronicle.tried(HEAD, new AdjustmentCommand.ReturnAdjustment(BUDGET, number, "退回"));
            case 9 -> chronicle.tried(OFFICER, submit(toNetwork(yuan).mending(number)));
            case 10 -> chronicle.tried(OFFICER, given(random.nextBoolean(), yuan));
            case 11 -> {
                int source =
                        random.nextInt(1, 2 + chronicle.spec().funds().sources().size());
                chronicle.tried(
                        OFFICER,
                        submit(supplement(SupplementSource.RESERVE, entry("wage", wages(1), yuan))
                                .from(source)));
                chronicle.tried(
                        OFFICER,
                        submit(supplement(
                                        SupplementSource.CARRY_OVER,
                                        entry("old", YearScene.carriedOver().classification(), yuan))
                                .from(source)));
            }
            case 12 ->
                chronicle.tried(
                        OFFICER,
                        submit(shift(entry("wage", wages(1), -yuan), entry("office", AdjustmentScene.office(), yuan))));
            case 13 ->
                chronicle.tried(
                        OFFICE,
                        new FundsCommand.RegisterSource(
                                FUNDS,
                                AdjustmentScene.source(SupplementSource.UNALLOCATED, "来源" + yuan),
                                Amount.ofYuan(yuan)));
            case 14, 15, 16 -> chronicle.tried(DEPARTMENT, recorded(random));
            case 17 -> chronicle.tried(OFFICER, project(random, yuan));
            case 18 ->
                chronicle.tried(
                        OFFICER,
                        new AdjustmentCommand.WithAttachments(
                                submit(toNetwork(yuan)),
                                List.of(new OfferedFile(
                                        new Attachment("测算.pdf", "application/pdf", yuan, "a".repeat(64)),
                                        Optional.empty()))));
            default -> decided(chronicle, random.nextInt(8) == 0 ? BUREAU : BUDGET);
        }
    }

    /** Says the project anew, or only its targets, with and without money. */
    private static AdjustmentCommand project(Random random, long yuan) {
        Project said = new Project(
                Scene.HOTLINE_PROJECT.code(),
                random.nextBoolean() ? Scene.HOTLINE_PROJECT.name() : "热线" + yuan,
                Scene.HOTLINE_PROJECT.category(),
                Scene.HOTLINE_PROJECT.unit(),
                "说明" + yuan % 3);
        PerformanceEffect targets = new PerformanceEffect(
                Scene.HOTLINE,
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(List.of(new Indicator(IndicatorLevel.OUTPUT, "", "数量", "≥" + yuan, ""))));
        AdjustmentScene.Request request = random.nextBoolean()
                ? AdjustmentScene.withoutMoney().saying(targets)
                : shift(entry("wage", wages(1), -yuan), entry("office", AdjustmentScene.office(), yuan))
                        .saying(targets);
        return new AdjustmentCommand.AdjustProject(BUDGET, request.made(), said, List.of());
    }

    private static ExecutionCommand share(String line, int percent) {
        return new ExecutionCommand.FreezeLine(
                BUDGET, key(line), new Portion.Percent(percent), "压减一般性支出", Optional.empty());
    }

    private static AdjustmentCommand given(boolean here, long yuan) {
        BudgetId id = here ? BUDGET : BUREAU;
        var office = ReorganisationScene.entry("office", AdjustmentScene.office(), here ? -yuan : yuan);
        var paper = ReorganisationScene.entry("paper", ReorganisationScene.theirPaper(), here ? yuan : -yuan);
        return new AdjustmentCommand.SubmitReorganisation(
                id,
                ReorganisationScene.request(List.of(here ? office : paper), Optional.empty()),
                ReorganisationScene.to(here ? BUREAU : BUDGET, here ? paper : office),
                List.of());
    }

    private static ExecutionCommand recorded(Random random) {
        List<ExecutionCommand.RecordedLine> lines = LINES.stream()
                .filter(line -> random.nextInt(3) == 0)
                .map(line -> new ExecutionCommand.RecordedLine(
                        key(line),
                        new MonthFigures(
                                new Amount(random.nextLong(0, 1_200_000)),
                                Amount.ZERO,
                                random.nextInt(4) == 0
                                        ? Optional.of(new Amount(random.nextLong(0, 200_000)))
                                        : Optional.empty()),
                        "更正"))
                .toList();
        return new ExecutionCommand.RecordExecution(
                BUDGET, YearMonth.of(2025, random.nextInt(1, 13)), YearScene.REPORT, lines);
    }

    /** The eldest document of that budget, one step further. */
    private static void decided(Chronicle chronicle, BudgetId id) {
        chronicle
                .seenFrom(id)
                .budget()
                .execution()
                .adjustments()
                .values()
                .filter(document -> document.status() == AdjustmentStatus.IN_REVIEW && !document.follows())
                .findFirst()
                .ifPresent(document -> document.next()
                        .ifPresentOrElse(
                                station -> chronicle.tried(
                                        station == AdjustmentStation.DEPARTMENT_REVIEW ? HEAD : OFFICE,
                                        new AdjustmentCommand.ReviewAdjustment(
                                                id, document.number(), station, Optional.of(approval()), "")),
                                () -> {
                                    var effect = new AdjustmentCommand.PutAdjustmentIntoEffect(
                                            id, document.number(), Optional.of(approval()), AdjustmentScene.DAY);
                                    if (!chronicle.tried(OFFICE, effect)) {
                                        chronicle.tried(HEAD, effect);
                                    }
                                }));
    }

    /** Nothing is on its way any more; then the year is closed. */
    private static void ended(Chronicle chronicle) {
        for (BudgetId id : List.of(BUDGET, BUREAU)) {
            int documents =
                    chronicle.seenFrom(id).budget().execution().adjustments().size();
            for (int number = 1; number <= documents; number++) {
                chronicle.tried(OFFICER, new AdjustmentCommand.WithdrawAdjustment(id, number, "年终"));
            }
        }
        chronicle.on(YearScene.NEW_YEAR);
        for (String line : LINES) {
            MonthFigures december = chronicle
                    .spec()
                    .budget()
                    .execution()
                    .course()
                    .months(key(line))
                    .at(YearMonth.of(2025, 12))
                    .orElse(new MonthFigures(Amount.ZERO, Amount.ZERO, Optional.empty()));
            chronicle.tried(
                    DEPARTMENT,
                    YearScene.record(
                            YearMonth.of(2025, 12),
                            line,
                            new MonthFigures(december.paid(), december.refunded(), Optional.of(Amount.ZERO)),
                            "年终清理"));
        }
        for (YearEnd.Line line :
                YearEnd.of(chronicle.spec().budget(), YearScene.NEW_YEAR).lines()) {
            chronicle.tried(
                    OFFICER,
                    new ExecutionCommand.StateCarryOver(
                            BUDGET,
                            List.of(new ExecutionCommand.CarriedLine(
                                    line.key(), new Amount(line.left().fen() / 3), "继续实施"))));
        }
        chronicle.tried(OFFICE, YearScene.close());
    }
}
