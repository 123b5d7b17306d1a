package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.effect;
import static org.mingzhang.command.budget.AdjustmentScene.entry;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.hotlineOf;
import static org.mingzhang.command.budget.AdjustmentScene.network;
import static org.mingzhang.command.budget.AdjustmentScene.reduction;
import static org.mingzhang.command.budget.AdjustmentScene.shift;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.supplement;
import static org.mingzhang.command.budget.AdjustmentScene.toNetwork;
import static org.mingzhang.command.budget.AdjustmentScene.unaffected;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.HOTLINE;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Scene.wages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.MonthFigures;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.SupplementSource;

/** The history without a document: what rested on it stops with the numbers that the decider gives. */
class HistoryWithoutTest {
    private static final MonthFigures FORTY = YearScene.paid(40_000);

    static Chronicle approved() {
        return Chronicle.of(executing());
    }

    static Chronicle effective(Chronicle chronicle, AdjustmentCommand submission) {
        chronicle.then(OFFICER, submission);
        return passed(
                chronicle, chronicle.spec().budget().execution().adjustments().size());
    }

    static Chronicle passed(Chronicle chronicle, int number) {
        FiledAdjustment document =
                chronicle.spec().budget().execution().adjustments().get(number).orElseThrow();
        document.stations()
                .forEach(station -> chronicle.then(
                        switch (station) {
                            case DEPARTMENT_REVIEW -> HEAD;
                            case FINANCE_REVIEW, GOVERNMENT_DECISION, STANDING_COMMITTEE -> OFFICE;
                        },
                        new AdjustmentCommand.ReviewAdjustment(
                                BUDGET, number, station, Optional.of(AdjustmentScene.approval()), "同意")));
        return chronicle.then(document.approvalDemanded() ? OFFICE : HEAD, effect(number));
    }

    static Amount available(Budget budget, String line) {
        return budget.execution().available(key(line), budget.content());
    }

    @Test
    void a_payment_that_the_missing_money_made_possible_is_stopped_and_names_what_was_there() {
        Chronicle.Told told = effective(approved(), submit(toNetwork(10_000)))
                .then(DEPARTMENT, YearScene.record(YearScene.MARCH, "net", FORTY))
                .without(1);
        assertThat(told.stopped()).singleElement().satisfies(stopped -> {
            assertThat(stopped.step()).isEqualTo(Departure.Step.PAYMENT);
            assertThat(stopped.line()).contains(key("net"));
            assertThat(stopped.month()).contains(YearScene.MARCH);
            assertThat(stopped.amount()).isEqualTo(Amount.ofYuan(40_000));
            assertThat(stopped.reasons())
                    .containsExactly(new Refusal.ExecutionBeyondAvailable(
                            key("net"), Amount.ofYuan(30_000), Amount.ofYuan(40_000)));
        });
        assertThat(available(told.history().then(), "net")).isEqualTo(Amount.ofYuan(30_000));
        assertThat(available(told.history().then(), "call")).isEqualTo(Amount.ofYuan(80_000));
    }

    @Test
    void of_a_report_only_the_lines_that_cannot_be_paid_are_left_out() {
        ExecutionCommand.RecordExecution report = new ExecutionCommand.RecordExecution(
                BUDGET,
                YearScene.MARCH,
                YearScene.REPORT,
                List.of(
                        new ExecutionCommand.RecordedLine(key("wage"), YearScene.paid(100), ""),
                        new ExecutionCommand.RecordedLine(key("net"), FORTY, ""),
                        new ExecutionCommand.RecordedLine(key("office"), YearScene.paid(200), "")));
        Chronicle.Told told = effective(approved(), submit(toNetwork(10_000)))
                .then(DEPARTMENT, report)
                .without(1);
        assertThat(told.stopped())
                .extracting(stopped -> stopped.line().orElseThrow())
                .containsExactly(key("net"));
        assertThat(available(told.history().then(), "wage")).isEqualTo(Amount.ofYuan(99_900));
        assertThat(available(told.history().then(), "office")).isEqualTo(Amount.ofYuan(49_800));
    }

    @Test
    void a_document_that_gave_what_the_missing_one_brought_is_stopped_and_with_it_the_one_that_rested_on_it() {
        Chronicle chronicle = effective(approved(), submit(toNetwork(10_000)));
        effective(chronicle, submit(fromNetwork(35_000)));
        effective(
                chronicle,
                submit(shift(entry("line", hotlineOf("30201"), -50_000), entry("call", Scene.hotline(1), 50_000))
                        .saying(unaffected(HOTLINE))));
        Chronicle.Told told = chronicle.without(1);
        assertThat(told.stopped()).extracting(Departure.Stopped::number).containsExactly(2, 3);
        assertThat(told.stopped()).extracting(Departure.Stopped::step).containsOnly(Departure.Step.SUBMISSION);
        assertThat(told.events()).hasSize(executing().length);
        assertThat(told.history().then().execution().balances().isEmpty()
                        || told.history()
                                .then()
                                .execution()
                                .balances()
                                .values()
                                .allMatch(balance -> balance.of(Stage.ADJUSTED).isZero()))
                .isTrue();
    }

    static AdjustmentScene.Request fromNetwork(long yuan) {
        return shift(entry("net", network(), -yuan), entry("line", hotlineOf("30201"), yuan))
                .saying(unaffected(HOTLINE), unaffected(AdjustmentScene.NETWORK));
    }

    @Test
    void what_takes_the_missing_document_back_is_missing_with_it() {
        Chronicle chronicle = effective(approved(), submit(toNetwork(10_000)));
        chronicle.then(OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "取消", AdjustmentScene.DAY));
        Chronicle.Told told = passed(chronicle, 2).without(1);
        assertThat(told.stopped()).isEmpty();
        assertThat(told.history().departures())
                .singleElement()
                .isInstanceOfSatisfying(Departure.FallsAway.class, falls -> {
                    assertThat(falls.document()).isEqualTo(new AdjustmentRef(BUDGET, 2));
                    assertThat(falls.takesBack()).isEqualTo(new AdjustmentRef(BUDGET, 1));
                });
        assertThat(told.events()).hasSize(executing().length);
    }

    @Test
    void without_what_takes_it_back_a_document_stays_in_effect() {
        Chronicle chronicle = effective(approved(), submit(toNetwork(10_000)));
        chronicle.then(OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "取消", AdjustmentScene.DAY));
        Chronicle.Told told = passed(chronicle, 2).without(2);
        assertThat(told.history().departures()).isEmpty();
        assertThat(available(told.history().then(), "net")).isEqualTo(Amount.ofYuan(40_000));
    }

    @Test
    void without_the_returned_attempt_the_document_that_took_it_up_again_was_the_first() {
        Chronicle chronicle = approved().then(OFFICER, submit(toNetwork(12_000)));
        chronicle.then(HEAD, new AdjustmentCommand.ReturnAdjustment(BUDGET, 1, "退回"));
        Chronicle.Told told =
                effective(chronicle, submit(toNetwork(10_000).mending(1))).without(1);
        assertThat(told.history().departures()).isEmpty();
        assertThat(available(told.history().then(), "net")).isEqualTo(Amount.ofYuan(40_000));
        assertThat(told.history()
                        .then()
                        .execution()
                        .adjustments()
                        .get(2)
                        .orElseThrow()
                        .request()
                        .mends())
                .isEmpty();
    }

    @Test
    void without_a_supplement_its_source_has_the_money_and_what_was_spent_of_it_is_stopped() {
        Chronicle.Told told = effective(
                        approved(),
                        submit(supplement(SupplementSource.RESERVE, entry("net", network(), 20_000))
                                .saying(unaffected(AdjustmentScene.NETWORK))))
                .then(DEPARTMENT, YearScene.record(YearScene.MARCH, "net", FORTY))
                .without(1);
        assertThat(told.stopped()).extracting(Departure.Stopped::step).containsExactly(Departure.Step.PAYMENT);
        assertThat(told.events())
                .noneMatch(event -> event.message().getClass().getSimpleName().equals("SourceDrawn"));
    }

    @Test
    void without_a_reduction_its_source_is_empty_and_a_supplement_from_it_is_stopped_with_what_is_left() {
        Chronicle chronicle = effective(approved(), submit(reduction(entry("wage", wages(1), -30_000))));
        int made = chronicle.spec().funds().sources().size();
        effective(
                chronicle,
                submit(supplement(SupplementSource.UNALLOCATED, entry("office", AdjustmentScene.office(), 5_000))
                        .from(made)));
        Chronicle.Told told = chronicle.without(1);
        assertThat(told.stopped()).singleElement().satisfies(stopped -> {
            assertThat(stopped.number()).isEqualTo(2);
            assertThat(stopped.reasons())
                    .anySatisfy(reason -> assertThat(reason)
                            .isInstanceOfSatisfying(Refusal.SourceExhausted.class, exhausted -> {
                                assertThat(exhausted.left()).isEqualTo(Amount.ZERO);
                                assertThat(exhausted.asked()).isEqualTo(Amount.ofYuan(5_000));
                            }));
        });
    }

    @Test
    void a_freeze_of_a_share_holds_less_and_the_closing_carries_over_what_is_left_then() {
        Chronicle chronicle = effective(approved(), submit(toNetwork(10_000)));
        chronicle.then(
                OFFICE,
                new ExecutionCommand.FreezeLine(BUDGET, key("net"), new Portion.Percent(10), "压减", Optional.empty()));
        chronicle.on(YearScene.NEW_YEAR);
        Stream.of("call", "line", "net").forEach(line -> chronicle.then(OFFICER, YearScene.state(line, 1_000)));
        chronicle.then(OFFICE, YearScene.close());
        Chronicle.Told told = chronicle.without(1);
        assertThat(told.history().departures()).isEmpty();
        LineBalance then =
                told.history().then().execution().balances().get(key("net")).orElseThrow();
        LineBalance recorded =
                told.history().recorded().execution().balances().get(key("net")).orElseThrow();
        assertThat(recorded.of(Stage.LAPSED)).isEqualTo(Amount.ofYuan(39_000));
        assertThat(then.of(Stage.LAPSED)).isEqualTo(Amount.ofYuan(29_000));
        assertThat(held(told.events())).isEqualTo(Amount.ofYuan(3_000));
        assertThat(held(chronicle.events())).isEqualTo(Amount.ofYuan(4_000));
    }

    private static Amount held(List<Envelope<LedgerEvent>> events) {
        return Amount.sum(events.stream()
                .flatMap(event -> event.message().postings().stream())
                .filter(posting -> posting.stage() == Stage.FROZEN
                        && posting.line().equals(key("net"))
                        && !posting.delta().isNegative())
                .map(posting -> posting.delta())
                .toList());
    }

    @Test
    void what_could_not_be_stated_stops_the_closing_and_what_follows_it() {
        Chronicle chronicle = effective(approved(), submit(toNetwork(10_000))).on(YearScene.NEW_YEAR);
        Stream.of("call", "line").forEach(line -> chronicle.then(OFFICER, YearScene.state(line, 1_000)));
        chronicle.then(OFFICER, YearScene.state("net", 35_000));
        chronicle.then(OFFICE, YearScene.close());
        chronicle.then(DEPARTMENT, YearScene.pass(AccountsStage.DRAFTED, LocalDate.of(2026, 1, 5)));
        Chronicle.Told told = chronicle.without(1);
        assertThat(told.stopped())
                .extracting(Departure.Stopped::step)
                .containsExactly(Departure.Step.CARRY_OVER, Departure.Step.CLOSING, Departure.Step.ACCOUNTS);
        assertThat(told.stopped().getFirst().reasons())
                .containsExactly(
                        new Refusal.CarriedAboveLeft(key("net"), Amount.ofYuan(30_000), Amount.ofYuan(35_000)));
    }

    @Test
    void without_both_sides_of_a_reorganisation_the_other_budget_has_no_document_either() {
        Chronicle chronicle =
                Chronicle.of(Stream.concat(Stream.of(executing()), Stream.of(ReorganisationScene.bureau()))
                        .toArray(LedgerEvent[]::new));
        effective(chronicle, ReorganisationScene.paper(5_000));
        Chronicle.Told told = chronicle.without(1);
        assertThat(told.history().departures()).isEmpty();
        assertThat(told.events())
                .hasSize(executing().length + ReorganisationScene.bureau().length)
                .allMatch(event ->
                        event.message().postings().stream().allMatch(posting -> posting.stage() == Stage.INITIAL));
    }

    @Test
    void without_a_reorganisation_what_the_other_budget_gave_of_it_is_stopped_there() {
        Chronicle chronicle =
                Chronicle.of(Stream.concat(Stream.of(executing()), Stream.of(ReorganisationScene.bureau()))
                        .toArray(LedgerEvent[]::new));
        effective(chronicle, ReorganisationScene.paper(5_000));
        Budget bureau = chronicle.seenFrom(ReorganisationScene.BUREAU).budget();
        long all = available(bureau, "paper").fen() / 100;
        chronicle.then(
                OFFICER,
                new AdjustmentCommand.SubmitReorganisation(
                        ReorganisationScene.BUREAU,
                        ReorganisationScene.request(
                                List.of(ReorganisationScene.entry("paper", ReorganisationScene.theirPaper(), -all)),
                                Optional.empty()),
                        ReorganisationScene.to(
                                BUDGET, ReorganisationScene.entry("office", AdjustmentScene.office(), all)),
                        List.of()));
        for (AdjustmentRef side :
                List.of(new AdjustmentRef(BUDGET, 1), new AdjustmentRef(ReorganisationScene.BUREAU, 1))) {
            Chronicle.Told told = chronicle.without(side);
            assertThat(told.stopped()).singleElement().satisfies(stopped -> {
                assertThat(stopped.budget()).contains(ReorganisationScene.BUREAU);
                assertThat(stopped.number()).isEqualTo(2);
                assertThat(stopped.amount()).isEqualTo(Amount.ofYuan(all));
            });
            assertThat(told.events()).hasSize(executing().length + ReorganisationScene.bureau().length);
        }
    }

    @Test
    void several_documents_may_be_missing_at_once() {
        Chronicle chronicle = effective(approved(), submit(toNetwork(1_000)));
        effective(chronicle, submit(toNetwork(2_000)));
        effective(chronicle, submit(toNetwork(4_000)));
        Chronicle.Told told = chronicle.without(1, 3);
        assertThat(told.stopped()).isEmpty();
        assertThat(available(told.history().then(), "net")).isEqualTo(Amount.ofYuan(32_000));
    }

    @Test
    void a_limit_that_is_no_longer_reached_is_told() {
        Chronicle chronicle = approved();
        for (int document = 0; document < 4; document++) {
            chronicle.then(OFFICER, submit(toNetwork(500)));
            passed(chronicle, document + 1);
        }
        Chronicle.Told told = chronicle.without(1);
        assertThat(told.history().departures())
                .anyMatch(departure -> departure instanceof Departure.OtherLimit limit
                        && limit.recorded().isPresent());
    }
}
