package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.toNetwork;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Spec.given;
import static org.mingzhang.command.budget.YearScene.MARCH;
import static org.mingzhang.command.budget.YearScene.NEW_YEAR;
import static org.mingzhang.command.budget.YearScene.close;
import static org.mingzhang.command.budget.YearScene.committing;
import static org.mingzhang.command.budget.YearScene.freeze;
import static org.mingzhang.command.budget.YearScene.paid;
import static org.mingzhang.command.budget.YearScene.record;
import static org.mingzhang.command.budget.YearScene.state;
import static org.mingzhang.command.budget.YearScene.then;
import static org.mingzhang.command.budget.YearScene.withCarriedOver;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.ClosingGround;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.YearSource;

/** The end of a year: 100 wages, 50 paper, 80 + 20 hotline, 30 network, 10 carried over from before, in thousands. */
class YearEndRulesTest {
    /** Some is spent, and the department has said what its projects still need. */
    private static Spec stated() {
        Spec spec = then(given(withCarriedOver()), DEPARTMENT, record(MARCH, "wage", paid(96_000)));
        spec = then(spec, DEPARTMENT, record(MARCH, "call", paid(50_000)));
        spec = then(spec, DEPARTMENT, record(MARCH, "net", paid(30_000)));
        spec = then(spec, DEPARTMENT, record(MARCH, "old", paid(4_000)));
        spec = spec.on(NEW_YEAR);
        spec = then(spec, OFFICER, state("call", 12_000));
        return then(spec, OFFICER, state("line", 0));
    }

    @Test
    void each_line_is_carried_over_or_lapses_to_the_fen() {
        List<LedgerEvent> events = stated().when(OFFICE, close()).events();

        assertThat(events)
                .filteredOn(ExecutionEvent.LineClosed.class::isInstance)
                .extracting(event -> (ExecutionEvent.LineClosed) event)
                .extracting(event -> event.line() + " " + event.carried().fen() / 100 + " "
                        + event.lapsed().fen() / 100 + " " + event.ground())
                .containsExactlyInAnyOrder(
                        "wage 4000 0 BASIC",
                        "office 50000 0 BASIC",
                        "call 12000 18000 STATED",
                        "line 0 20000 STATED",
                        "old 0 6000 TWO_YEARS");
        assertThat(events.getLast())
                .isEqualTo(new ExecutionEvent.YearClosed(
                        BUDGET,
                        LocalDate.of(2025, 12, 31),
                        ((ExecutionCommand.CloseYear) close()).basis(),
                        "year-end-2016"));
    }

    @Test
    void what_the_bureau_held_is_given_free_by_the_closing() {
        Spec held = then(stated(), OFFICE, freeze("office", 8_000));
        Spec closed = then(held, OFFICE, close());

        LineBalance office =
                closed.budget().execution().balances().get(key("office")).orElseThrow();
        assertThat(office.of(Stage.FROZEN)).isEqualTo(Amount.ZERO);
        assertThat(office.of(Stage.CARRIED_OVER)).isEqualTo(Amount.ofYuan(50_000));
        assertThat(YearScene.available(closed, "office")).isEqualTo(Amount.ZERO);
    }

    @Test
    void the_year_is_not_closed_before_its_last_day() {
        stated().on(LocalDate.of(2025, 12, 30))
                .when(OFFICE, new ExecutionCommand.CloseYear(BUDGET, LocalDate.of(2025, 12, 30), Scene.basis()))
                .refusedAt("closedOn", new Refusal.DayTooEarly(LocalDate.of(2025, 12, 30), LocalDate.of(2025, 12, 31)));
    }

    @Test
    void nothing_is_in_process_and_no_document_on_its_way() {
        Spec open = then(stated(), DEPARTMENT, record(MARCH, "office", committing(0, 700)));
        open = then(open, OFFICER, submit(toNetwork(5_000)));

        open.when(OFFICE, close())
                .refused(
                        new Refusal.AdjustmentsOpen(List.of(1)),
                        new Refusal.PaymentsInProcess(key("office"), Amount.ofYuan(700)));
    }

    @Test
    void of_each_project_line_with_money_left_somebody_says_what_becomes_of_it() {
        given(withCarriedOver())
                .on(NEW_YEAR)
                .when(OFFICE, close())
                .refused(
                        new Refusal.CarryOverNotStated(key("call"), Amount.ofYuan(80_000)),
                        new Refusal.CarryOverNotStated(key("line"), Amount.ofYuan(20_000)),
                        new Refusal.CarryOverNotStated(key("net"), Amount.ofYuan(30_000)));
    }

    @Test
    void no_more_than_is_left_is_carried_over_neither_when_said_nor_when_closed() {
        stated().when(OFFICER, state("call", 30_001))
                .refusedAt(
                        "entries[0].carried",
                        new Refusal.CarriedAboveLeft(key("call"), Amount.ofYuan(30_000), Amount.ofYuan(30_001)));
        stated().when(OFFICER, state("call", -1))
                .refusedAt(
                        "entries[0].carried",
                        new Refusal.CarriedAboveLeft(key("call"), Amount.ofYuan(30_000), Amount.ofYuan(-1)));
        then(stated(), DEPARTMENT, record(MARCH, "call", paid(70_000), "补记"))
                .when(OFFICE, close())
                .refused(new Refusal.CarriedAboveLeft(key("call"), Amount.ofYuan(10_000), Amount.ofYuan(12_000)));
    }

    @Test
    void basic_expenditure_and_old_money_are_decided_by_rule() {
        stated().when(OFFICER, state("wage", 1))
                .refusedAt("entries[0].line", new Refusal.NothingToState(key("wage"), ClosingGround.BASIC));
        stated().when(OFFICER, state("old", 1))
                .refusedAt("entries[0].line", new Refusal.NothingToState(key("old"), ClosingGround.TWO_YEARS));
        stated().when(OFFICER, state("nowhere", 1))
                .refusedAt("entries[0].line", new Refusal.LineUnknown(key("nowhere")));
        stated().when(OFFICER, state("call", 12_000)).nothingChanges();
    }

    @Test
    void the_budget_office_closes_and_not_whoever_stated() {
        stated().when(DEPARTMENT, close()).refused(new Refusal.RoleNotAllowed(DEPARTMENT.role(), Roles.BUDGET_OFFICE));
        Actor same = new Actor("liu", "刘代理", Role.BUDGET_OFFICE, Optional.of("li"));
        stated().when(same, close()).refused(new Refusal.SamePerson("li"));
    }

    @Test
    void after_the_closing_nothing_moves() {
        Spec closed = then(stated(), OFFICE, close());
        Refusal refusal = new Refusal.YearIsClosed(LocalDate.of(2025, 12, 31));

        closed.when(DEPARTMENT, record(MARCH, "office", paid(1))).refused(refusal);
        closed.when(OFFICE, freeze("office", 1)).refused(refusal);
        closed.when(OFFICER, state("call", 1)).refused(refusal);
        closed.when(OFFICER, submit(toNetwork(1))).refused(refusal);
        closed.when(OFFICE, close()).refused(refusal);
    }

    @Test
    void the_next_year_opens_with_what_was_carried_over_and_both_sides_equal() {
        Budget closed = then(stated(), OFFICE, close()).budget();
        BudgetCommand.Batch batch = OpeningFromLastYear.batch(
                new FiscalYear(2026), closed, Classifications.shipped(), new FiscalYear(2025));

        Spec opened = then(given().on(NEW_YEAR), OFFICE, batch);
        Content content = opened.budget().content();
        assertThat(content.lines().get(key("call-结转"))).map(LineContent::amount).contains(Amount.ofYuan(12_000));
        assertThat(content.lines().get(key("call-结转")))
                .map(line -> line.classification().source())
                .contains(YearSource.CARRY_OVER);
        assertThat(content.lines().has(key("line-结转"))).isFalse();
        assertThat(content.lines().has(key("old-结转"))).isFalse();
        for (FundType fund : FundType.values()) {
            assertThat(content.totals().revenue(fund, YearSource.CARRY_OVER))
                    .isEqualTo(content.totals().expenditure(fund, YearSource.CARRY_OVER));
        }
        assertThat(content.totals().expenditure(FundType.GENERAL_PUBLIC, YearSource.CARRY_OVER))
                .isEqualTo(Amount.ofYuan(66_000));
    }

    @Test
    void only_the_year_after_it_opens_with_what_was_carried_over() {
        Budget closed = then(stated(), OFFICE, close()).budget();
        BudgetCommand.Batch batch = OpeningFromLastYear.batch(
                new FiscalYear(2027), closed, Classifications.shipped(), new FiscalYear(2025));

        Content content = then(given().on(LocalDate.of(2027, 1, 5)), OFFICE, batch)
                .budget()
                .content();
        assertThat(content.lines().has(key("call"))).isTrue();
        for (FundType fund : FundType.values()) {
            assertThat(content.totals().expenditure(fund, YearSource.CARRY_OVER))
                    .isEqualTo(Amount.ZERO);
            assertThat(content.totals().revenue(fund, YearSource.CARRY_OVER)).isEqualTo(Amount.ZERO);
        }
    }

    @Test
    void markup_and_formulas_are_no_texts_of_the_year_end() {
        var statement = new ExecutionCommand.StateCarryOver(
                BUDGET, List.of(new ExecutionCommand.CarriedLine(key("call"), Amount.ofYuan(1), "<b>合同</b>")));
        stated().when(OFFICER, statement).refusedAt("entries[0].statement", new Refusal.TextActive("<b>"));
        var closing = new ExecutionCommand.CloseYear(
                BUDGET,
                LocalDate.of(2025, 12, 31),
                new Basis("三财预〔2025〕99号", "=HYPERLINK(1)", "三门峡市财政局", LocalDate.of(2025, 12, 31), true));
        stated().when(OFFICE, closing).refusedAt("title", new Refusal.TextActive("=HYPERLINK(1)"));
    }

    @Test
    void a_year_that_is_not_closed_carries_nothing_over_yet() {
        BudgetCommand.Batch batch = OpeningFromLastYear.batch(
                new FiscalYear(2026), stated().budget(), Classifications.shipped(), new FiscalYear(2025));

        assertThat(batch.commands())
                .noneMatch(command -> command instanceof LineCommand.AllocateLine line
                        && line.content().classification().source() == YearSource.CARRY_OVER);
    }
}
