package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.toNetwork;
import static org.mingzhang.command.budget.Scene.AUDITOR;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.hotline;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Spec.given;
import static org.mingzhang.command.budget.YearScene.MARCH;
import static org.mingzhang.command.budget.YearScene.REPORT;
import static org.mingzhang.command.budget.YearScene.available;
import static org.mingzhang.command.budget.YearScene.committing;
import static org.mingzhang.command.budget.YearScene.freeze;
import static org.mingzhang.command.budget.YearScene.paid;
import static org.mingzhang.command.budget.YearScene.record;
import static org.mingzhang.command.budget.YearScene.refunding;
import static org.mingzhang.command.budget.YearScene.then;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Stage;

/** Execution as the treasury reports it, month by month. */
class RecordingRulesTest {
    private static final YearMonth FEBRUARY = YearMonth.of(2025, 2);

    @Test
    void a_month_is_recorded_line_by_line_with_its_report() {
        given(executing())
                .when(DEPARTMENT, record(MARCH, "call", committing(30_000, 5_000)))
                .then(new ExecutionEvent.ExecutionRecorded(
                        BUDGET,
                        key("call"),
                        MARCH,
                        Optional.empty(),
                        committing(30_000, 5_000),
                        REPORT,
                        "",
                        List.of(posting(Stage.EXECUTED, 30_000), posting(Stage.COMMITTED, 5_000))));
        assertThat(available(then(given(executing()), DEPARTMENT, record(MARCH, "call", paid(30_000))), "call"))
                .isEqualTo(Amount.ofYuan(50_000));
    }

    @Test
    void nothing_is_spent_beyond_what_is_available_to_the_fen() {
        given(executing()).when(DEPARTMENT, record(MARCH, "call", paid(80_000))).events();
        given(executing())
                .when(DEPARTMENT, record(MARCH, "call", committing(80_000, 1)))
                .refusedAt(
                        "entries[0].paid",
                        new Refusal.ExecutionBeyondAvailable(
                                key("call"), Amount.ofYuan(80_000), Amount.ofYuan(80_001)));
    }

    @Test
    void what_a_document_or_the_bureau_holds_is_not_spent() {
        Spec held = then(then(given(executing()), OFFICER, submit(toNetwork(20_000))), OFFICE, freeze("call", 10_000));

        held.when(DEPARTMENT, record(MARCH, "call", paid(50_001)))
                .refusedAt(
                        "entries[0].paid",
                        new Refusal.ExecutionBeyondAvailable(
                                key("call"), Amount.ofYuan(50_000), Amount.ofYuan(50_001)));
    }

    @Test
    void a_later_import_states_a_figure_anew_and_posts_the_difference() {
        Spec first = then(given(executing()), DEPARTMENT, record(MARCH, "call", paid(30_000)));

        first.when(DEPARTMENT, record(MARCH, "call", paid(28_000)))
                .refusedAt("entries[0].reason", new Refusal.ReasonMissing());
        first.when(DEPARTMENT, record(MARCH, "call", paid(28_000), "重复入账"))
                .then(new ExecutionEvent.ExecutionRecorded(
                        BUDGET,
                        key("call"),
                        MARCH,
                        Optional.of(paid(30_000)),
                        paid(28_000),
                        REPORT,
                        "重复入账",
                        List.of(posting(Stage.EXECUTED, -2_000))));
    }

    @Test
    void the_same_figures_again_change_nothing() {
        Spec first = then(given(executing()), DEPARTMENT, record(MARCH, "call", committing(30_000, 400)));

        first.when(DEPARTMENT, record(MARCH, "call", committing(30_000, 400))).nothingChanges();
        first.when(DEPARTMENT, record(MARCH, "call", paid(30_000))).nothingChanges();
    }

    @Test
    void what_comes_back_may_be_spent_again_but_never_exceeds_what_was_paid() {
        Spec spec = then(given(executing()), DEPARTMENT, record(FEBRUARY, "call", paid(80_000)));

        spec.when(DEPARTMENT, record(MARCH, "call", refunding(0, -80_001)))
                .refusedAt(
                        "entries[0].paid",
                        new Refusal.RefundAbovePaid(key("call"), Amount.ofYuan(80_000), Amount.ofYuan(80_001)));
        given(executing())
                .when(DEPARTMENT, record(MARCH, "call", refunding(0, 5)))
                .refusedAt("entries[0].refunded", new Refusal.RefundPositive(key("call"), Amount.ofYuan(5)));
        assertThat(available(then(spec, DEPARTMENT, record(MARCH, "call", refunding(0, -6_000))), "call"))
                .isEqualTo(Amount.ofYuan(6_000));
    }

    @Test
    void what_comes_back_is_a_refund_and_no_negative_payment() {
        Spec spec = then(given(executing()), DEPARTMENT, record(FEBRUARY, "call", paid(80_000)));

        spec.when(DEPARTMENT, record(MARCH, "call", paid(-1)))
                .refusedAt("entries[0].paid", new Refusal.PaidNegative(key("call"), Amount.ofYuan(-1)));
    }

    @Test
    void nothing_comes_back_before_it_was_paid() {
        YearMonth january = YearMonth.of(2025, 1);
        Spec spec = then(given(executing()), DEPARTMENT, record(MARCH, "call", paid(80_000)));

        spec.when(DEPARTMENT, record(january, "call", refunding(500, -700)))
                .refusedAt("entries[0].paid", new Refusal.RefundBeforePaid(key("call"), january, Amount.ofYuan(-200)));
        Spec refunded = then(
                then(given(executing()), DEPARTMENT, record(january, "call", paid(1_000))),
                DEPARTMENT,
                record(FEBRUARY, "call", refunding(0, -900)));
        Spec more = then(refunded, DEPARTMENT, record(MARCH, "call", paid(50_000)));
        more.when(DEPARTMENT, record(january, "call", paid(800), "更正"))
                .refusedAt("entries[0].paid", new Refusal.RefundBeforePaid(key("call"), FEBRUARY, Amount.ofYuan(-100)));
        more.when(DEPARTMENT, record(january, "call", paid(900), "更正")).events();
    }

    @Test
    void months_that_are_stated_anew_at_once_are_judged_together() {
        YearMonth january = YearMonth.of(2025, 1);
        Spec refunded = then(
                then(given(executing()), DEPARTMENT, record(january, "call", paid(1_000))),
                DEPARTMENT,
                record(FEBRUARY, "call", refunding(0, -900)));
        ExecutionCommand less = record(january, "call", paid(500), "更正");
        ExecutionCommand lessBack = record(FEBRUARY, "call", refunding(0, -400), "更正");

        for (List<BudgetCommand> both :
                List.of(List.<BudgetCommand>of(less, lessBack), List.<BudgetCommand>of(lessBack, less))) {
            refunded.when(DEPARTMENT, new BudgetCommand.Batch(BUDGET, both)).events();
        }
        ExecutionCommand tooLittle = record(FEBRUARY, "call", refunding(0, -600), "更正");
        assertThat(refunded.when(DEPARTMENT, new BudgetCommand.Batch(BUDGET, List.of(less, tooLittle)))
                        .objections())
                .contains(new Decision.Objection(
                        1,
                        "entries[0].paid",
                        new Refusal.RefundBeforePaid(key("call"), FEBRUARY, Amount.ofYuan(-100))));
    }

    @Test
    void markup_and_formulas_are_no_texts_of_a_report() {
        Basis formula = new Basis("=1+1", "<script>alert(1)</script>", "@国库", LocalDate.of(2025, 3, 31), true);
        var report = new ExecutionCommand.RecordExecution(
                BUDGET, MARCH, formula, List.of(new ExecutionCommand.RecordedLine(key("call"), paid(1), "")));

        assertThat(given(executing()).when(DEPARTMENT, report).objections())
                .containsExactly(
                        new Decision.Objection(0, "documentNumber", new Refusal.TextActive("=1+1")),
                        new Decision.Objection(0, "title", new Refusal.TextActive("<script>")),
                        new Decision.Objection(0, "issuer", new Refusal.TextActive("@国库")));
        given(executing())
                .when(DEPARTMENT, record(MARCH, "call", paid(1), "+2"))
                .refusedAt("entries[0].reason", new Refusal.TextActive("+2"));
    }

    @Test
    void in_process_is_what_the_last_month_says() {
        Spec february = then(given(executing()), DEPARTMENT, record(FEBRUARY, "call", committing(0, 9_000)));
        Spec march = then(february, DEPARTMENT, record(MARCH, "call", committing(9_000, 2_000)));

        assertThat(available(march, "call")).isEqualTo(Amount.ofYuan(69_000));
        march.when(DEPARTMENT, record(FEBRUARY, "call", committing(0, 8_000), "更正"))
                .refusedAt("entries[0].committed", new Refusal.CommittedOfEarlierMonth(key("call"), FEBRUARY, MARCH));
        march.when(DEPARTMENT, record(MARCH, "call", committing(9_000, -1), "更正"))
                .refusedAt("entries[0].committed", new Refusal.CommittedNegative(key("call"), Amount.ofYuan(-1)));
    }

    @Test
    void a_month_that_has_not_come_or_of_another_year_is_refused() {
        given(executing())
                .when(DEPARTMENT, record(YearMonth.of(2025, 4), "call", paid(1)))
                .refusedAt("month", new Refusal.MonthAhead(YearMonth.of(2025, 4), MARCH));
        given(executing())
                .when(DEPARTMENT, record(YearMonth.of(2024, 12), "call", paid(1)))
                .refusedAt("month", new Refusal.MonthOfAnotherYear(YearMonth.of(2024, 12), new FiscalYear(2025)));
    }

    @Test
    void an_unknown_line_and_one_that_comes_twice_are_named_with_their_rows() {
        var twice = new ExecutionCommand.RecordExecution(
                BUDGET,
                MARCH,
                REPORT,
                List.of(
                        new ExecutionCommand.RecordedLine(key("call"), paid(1), ""),
                        new ExecutionCommand.RecordedLine(key("call"), paid(1), ""),
                        new ExecutionCommand.RecordedLine(key("nowhere"), paid(1), "")));

        assertThat(given(executing()).when(DEPARTMENT, twice).objections())
                .containsExactly(
                        new Decision.Objection(0, "entries[1].line", new Refusal.LineTwice(key("call"))),
                        new Decision.Objection(0, "entries[2].line", new Refusal.LineUnknown(key("nowhere"))));
    }

    @Test
    void only_those_who_take_over_the_treasurys_report_record_it() {
        given(executing())
                .when(AUDITOR, record(MARCH, "call", paid(1)))
                .refused(new Refusal.RoleNotAllowed(AUDITOR.role(), Roles.RECORDING));
        given().when(DEPARTMENT, record(MARCH, "call", paid(1))).refused(new Refusal.NotOpened());
    }

    @Test
    void a_report_of_tomorrow_is_refused() {
        Basis tomorrow = new Basis("国库〔2025〕4号", "国库支付报表", "国库支付中心", LocalDate.of(2025, 4, 1), true);

        given(executing())
                .when(
                        DEPARTMENT,
                        new ExecutionCommand.RecordExecution(
                                BUDGET,
                                MARCH,
                                tomorrow,
                                List.of(new ExecutionCommand.RecordedLine(key("call"), paid(1), ""))))
                .refusedAt("date", new Refusal.DayAhead(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 3, 31)));
    }

    private static Posting posting(Stage stage, long yuan) {
        return new Posting(
                key("call"),
                hotline(1).classification(),
                stage,
                Amount.ofYuan(yuan),
                LocalDate.of(2025, 3, 31),
                REPORT.documentNumber());
    }
}
