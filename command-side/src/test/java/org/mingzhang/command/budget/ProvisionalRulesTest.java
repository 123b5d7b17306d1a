package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.Scene.APPROVED;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.allocated;
import static org.mingzhang.command.budget.Scene.drafting;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;
import static org.mingzhang.command.budget.YearScene.available;
import static org.mingzhang.command.budget.YearScene.carriedOver;
import static org.mingzhang.command.budget.YearScene.drafted;
import static org.mingzhang.command.budget.YearScene.issue;
import static org.mingzhang.command.budget.YearScene.paid;
import static org.mingzhang.command.budget.YearScene.record;
import static org.mingzhang.command.budget.YearScene.refunding;
import static org.mingzhang.command.budget.YearScene.then;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.ProvisionalGround;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.YearSource;

/** Spending from 1 January until the budget is approved (预算法 art. 54). */
class ProvisionalRulesTest {
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final ProvisionalGround REFERENCE = ProvisionalGround.REFERENCE;

    /** Wages of 100,000 are drafted, 20,000 of them may be spent by reference to last year. */
    private static Spec issued() {
        return then(given(drafted()), OFFICE, issue("wage", REFERENCE, 20_000, 24_000));
    }

    private static RoundCommand approve() {
        return new RoundCommand.ApproveBudget(BUDGET, Scene.basisOf(APPROVED), APPROVED);
    }

    @Test
    void the_budget_office_issues_it_with_what_last_year_spent_in_the_same_period() {
        given(drafted())
                .when(OFFICE, issue("wage", REFERENCE, 20_000, 24_000))
                .then(new ExecutionEvent.ProvisionalIssued(
                        BUDGET,
                        key("wage"),
                        REFERENCE,
                        Amount.ofYuan(20_000),
                        Amount.ofYuan(24_000),
                        YearMonth.of(2025, 2),
                        Scene.basis(),
                        List.of(posting(20_000, LocalDate.of(2025, 3, 31)))));
        given(drafted())
                .when(DESK, issue("wage", REFERENCE, 1, 1))
                .refused(new Refusal.RoleNotAllowed(DESK.role(), Roles.BUDGET_OFFICE));
    }

    @Test
    void in_december_it_is_issued_from_the_first_of_january() {
        var event = (ExecutionEvent.ProvisionalIssued) given(drafted())
                .on(LocalDate.of(2024, 12, 20))
                .when(OFFICE, issue("wage", REFERENCE, 20_000, 24_000))
                .events()
                .getFirst();

        assertThat(event.postings()).containsExactly(posting(20_000, LocalDate.of(2025, 1, 1)));
    }

    @Test
    void all_that_is_issued_by_reference_stays_within_last_years_same_period() {
        issued().when(OFFICE, issue("wage", REFERENCE, 4_001, 24_000))
                .refusedAt(
                        "entries[0].amount",
                        new Refusal.AboveReference(key("wage"), Amount.ofYuan(24_000), Amount.ofYuan(24_001)));
        issued().when(OFFICE, issue("wage", ProvisionalGround.EMERGENCY, 50_000, 0))
                .events();
    }

    @Test
    void carried_over_money_is_issued_as_such_and_nothing_else_is() {
        Spec spec = given(drafted(allocated("old", carriedOver())));

        spec.when(OFFICE, issue("old", ProvisionalGround.CARRY_OVER, 10_000, 0)).events();
        spec.when(OFFICE, issue("old", REFERENCE, 10_000, 10_000))
                .refusedAt("entries[0].ground", new Refusal.GroundUnfit(key("old"), REFERENCE, YearSource.CARRY_OVER));
        spec.when(OFFICE, issue("wage", ProvisionalGround.CARRY_OVER, 10_000, 0))
                .refusedAt(
                        "entries[0].ground",
                        new Refusal.GroundUnfit(key("wage"), ProvisionalGround.CARRY_OVER, YearSource.CURRENT));
    }

    @Test
    void before_the_approval_only_what_was_issued_is_spent() {
        issued().when(DEPARTMENT, record(JANUARY, "wage", paid(20_001)))
                .refusedAt(
                        "entries[0].paid",
                        new Refusal.ExecutionBeyondProvisional(
                                key("wage"), Amount.ofYuan(20_000), Amount.ZERO, Amount.ofYuan(20_001)));
        given(drafted())
                .when(DEPARTMENT, record(JANUARY, "wage", paid(1)))
                .refusedAt(
                        "entries[0].paid",
                        new Refusal.ExecutionBeyondProvisional(
                                key("wage"), Amount.ZERO, Amount.ZERO, Amount.ofYuan(1)));
        then(issued(), DEPARTMENT, record(JANUARY, "wage", paid(20_000)));
    }

    @Test
    void what_is_not_used_can_be_taken_back() {
        Spec spent = then(issued(), DEPARTMENT, record(JANUARY, "wage", paid(15_000)));

        spent.when(OFFICE, issue("wage", REFERENCE, -5_001, 0))
                .refusedAt(
                        "entries[0].amount",
                        new Refusal.ProvisionalUsed(key("wage"), Amount.ofYuan(5_000), Amount.ofYuan(5_001)));
        then(spent, OFFICE, issue("wage", REFERENCE, -5_000, 0))
                .when(DEPARTMENT, record(YearMonth.of(2025, 2), "wage", paid(1)))
                .refusedAt(
                        "entries[0].paid",
                        new Refusal.ExecutionBeyondProvisional(
                                key("wage"), Amount.ofYuan(15_000), Amount.ofYuan(15_000), Amount.ofYuan(1)));
    }

    @Test
    void the_approval_takes_its_place_and_what_was_used_counts() {
        Spec spent = then(issued(), DEPARTMENT, record(JANUARY, "wage", paid(15_000)));
        var events = spent.when(OFFICE, approve()).events();

        assertThat(events).hasSize(2);
        assertThat(events.get(1))
                .isEqualTo(new ExecutionEvent.ProvisionalReplaced(
                        BUDGET,
                        key("wage"),
                        Amount.ofYuan(20_000),
                        Amount.ofYuan(15_000),
                        Amount.ofYuan(100_000),
                        List.of(new Posting(
                                key("wage"),
                                wages(1).classification(),
                                Stage.PROVISIONAL,
                                Amount.ofYuan(-20_000),
                                LocalDate.of(2025, 3, 31),
                                Scene.basisOf(APPROVED).documentNumber()))));
        Spec approved = then(spent, OFFICE, approve());
        assertThat(available(approved, "wage")).isEqualTo(Amount.ofYuan(85_000));
        approved.when(OFFICE, issue("wage", REFERENCE, 1, 1))
                .refused(new Refusal.PhaseNotAllowed(Phase.APPROVED, Phase.BEFORE_APPROVAL));
    }

    @Test
    void the_approval_is_refused_and_names_each_line_of_which_more_was_used() {
        Spec above = then(given(drafted()), OFFICE, issue("wage", ProvisionalGround.EMERGENCY, 120_000, 0));
        Spec spent = then(above, DEPARTMENT, record(JANUARY, "wage", paid(110_000)));

        spent.when(OFFICE, approve())
                .refused(new Refusal.UsedAboveApproved(key("wage"), Amount.ofYuan(100_000), Amount.ofYuan(110_000)));
        Spec back = then(spent, DEPARTMENT, record(JANUARY, "wage", refunding(110_000, -10_000), "退回"));
        then(back, OFFICE, approve());
    }

    @Test
    void a_line_that_is_spent_already_is_neither_removed_nor_counted_elsewhere() {
        Spec spec = then(
                given(drafting(allocated("wage", wages(100_000)))), OFFICE, issue("wage", REFERENCE, 20_000, 24_000));
        var refusal = new Refusal.LineInExecution(key("wage"), Amount.ofYuan(20_000), Amount.ZERO);

        spec.when(OFFICER, new LineCommand.RemoveLine(BUDGET, key("wage"), "重复"))
                .refusedAt("line", refusal);
        spec.when(
                        OFFICER,
                        new LineCommand.ReviseLine(
                                BUDGET,
                                key("wage"),
                                Scene.content(Scene.money("2010301", "30102", "50101"), Amount.ofYuan(100_000))))
                .refusedAt("line", refusal);
        then(spec, OFFICER, new LineCommand.ReviseLine(BUDGET, key("wage"), wages(90_000)));
        Spec withdrawn = then(spec, OFFICE, issue("wage", REFERENCE, -20_000, 0));
        then(withdrawn, OFFICER, new LineCommand.RemoveLine(BUDGET, key("wage"), "重复"));
    }

    @Test
    void an_approved_budget_needs_nothing_provisional() {
        given(executing())
                .when(OFFICE, issue("wage", REFERENCE, 1, 1))
                .refused(new Refusal.PhaseNotAllowed(Phase.APPROVED, Phase.BEFORE_APPROVAL));
    }

    @Test
    void a_document_of_tomorrow_and_a_period_of_another_year_are_refused() {
        Basis tomorrow = Scene.basisOf(LocalDate.of(2025, 4, 1));
        var entry = new ExecutionCommand.ProvisionalEntry(key("wage"), REFERENCE, Amount.ofYuan(1), Amount.ofYuan(1));

        given(drafted())
                .when(
                        OFFICE,
                        new ExecutionCommand.IssueProvisional(BUDGET, tomorrow, YearMonth.of(2024, 2), List.of(entry)))
                .refused(
                        new Refusal.MonthOfAnotherYear(YearMonth.of(2024, 2), BUDGET.year()),
                        new Refusal.DayAhead(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 3, 31)));
        given(drafted())
                .when(OFFICE, issue("nowhere", REFERENCE, 1, 1))
                .refusedAt("entries[0].line", new Refusal.LineUnknown(key("nowhere")));
    }

    private static Posting posting(long yuan, LocalDate day) {
        return new Posting(
                key("wage"),
                wages(1).classification(),
                Stage.PROVISIONAL,
                Amount.ofYuan(yuan),
                day,
                Scene.basis().documentNumber());
    }
}
