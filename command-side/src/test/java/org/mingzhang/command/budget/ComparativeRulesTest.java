package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.Scene.AUDITOR;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.approved;
import static org.mingzhang.command.budget.Scene.basis;
import static org.mingzhang.command.budget.Scene.basisOf;
import static org.mingzhang.command.budget.Scene.drafting;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;
import static org.mingzhang.kernel.value.FigureLevel.DEPT_ECONOMIC;
import static org.mingzhang.kernel.value.FigureLevel.FUNCTION;
import static org.mingzhang.kernel.value.FigureLevel.HOSPITALITY;
import static org.mingzhang.kernel.value.FigureLevel.OPERATING;
import static org.mingzhang.kernel.value.FigureLevel.OVERSEAS_TRAVEL;
import static org.mingzhang.kernel.value.FigureLevel.THREE_PUBLICS;
import static org.mingzhang.kernel.value.FigureLevel.TOTAL;
import static org.mingzhang.kernel.value.FigureLevel.UNIT;
import static org.mingzhang.kernel.value.FigureLevel.VEHICLES;
import static org.mingzhang.kernel.value.FigureLevel.VEHICLE_RUNNING;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.ComparativeEvent.ComparativesStated;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Comparatives;
import org.mingzhang.kernel.value.DepartmentCode;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.PrintedFigure;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.UnitCode;

/** Figures printed of a year before the first budget that is kept here. */
class ComparativeRulesTest {
    private static final FiscalYear Y2024 = new FiscalYear(2024);
    private static final BudgetId LAST_YEAR = BudgetId.parse("411200-103-2024");

    private static PrintedFigure figure(FigureLevel level, String wan) {
        return figure(level, "", wan);
    }

    private static PrintedFigure figure(FigureLevel level, String code, String wan) {
        return new PrintedFigure(level, code, wan(wan));
    }

    private static Amount wan(String text) {
        return AmountUnit.WAN_YUAN.parse(text);
    }

    private static Comparatives of2024(PrintedFigure... figures) {
        return new Comparatives(Y2024, List.of(figures), basis());
    }

    private static ComparativeCommand state(PrintedFigure... figures) {
        return new ComparativeCommand.StateComparatives(BUDGET, of2024(figures), "");
    }

    private static Comparatives sample() {
        return of2024(
                figure(TOTAL, "3299.20"),
                figure(OPERATING, "265.70"),
                figure(THREE_PUBLICS, "11.50"),
                figure(OVERSEAS_TRAVEL, "0"),
                figure(HOSPITALITY, "1.50"),
                figure(VEHICLES, "10"));
    }

    private static BudgetEvent[] keptOf2024(long yuan) {
        LineContent wages = wages(yuan);
        LineKey line = new LineKey("wage");
        return new BudgetEvent[] {
            new RoundEvent.BudgetOpened(LAST_YEAR, "三门峡市", "办公室", "办公室", Y2024, Optional.empty(), List.of()),
            new LineEvent.LineAllocated(LAST_YEAR, line, wages, new Postings(LAST_YEAR, line).of(wages))
        };
    }

    @Test
    void figures_are_stated_at_the_levels_at_which_they_are_known() {
        given(drafting())
                .when(DEPARTMENT, new ComparativeCommand.StateComparatives(BUDGET, sample(), ""))
                .then(new ComparativesStated(BUDGET, Optional.empty(), sample(), ""));
    }

    @Test
    void they_may_be_stated_at_any_time_also_by_the_budget_office() {
        assertThat(given(approved()).when(OFFICE, state(figure(TOTAL, "1"))).events())
                .hasSize(1);
    }

    @Test
    void neither_an_officer_of_a_unit_nor_an_auditor_states_them() {
        Set<Role> allowed = Set.of(Role.DEPARTMENT_FINANCE, Role.DEPARTMENT_HEAD, Role.BUDGET_OFFICE);
        given(drafting())
                .when(OFFICER, state(figure(TOTAL, "1")))
                .refused(new Refusal.RoleNotAllowed(Role.UNIT_OFFICER, allowed));
        given(drafting())
                .when(AUDITOR, state(figure(TOTAL, "1")))
                .refused(new Refusal.RoleNotAllowed(Role.AUDITOR, allowed));
    }

    @Test
    void a_correction_is_a_new_statement_that_says_why_and_keeps_what_was_said_before() {
        Comparatives wrong = of2024(figure(TOTAL, "329.92"));
        Comparatives right = of2024(figure(TOTAL, "3299.20"));
        Spec stated = given(drafting()).and(DEPARTMENT, new ComparativesStated(BUDGET, Optional.empty(), wrong, ""));

        stated.when(DEPARTMENT, new ComparativeCommand.StateComparatives(BUDGET, right, ""))
                .refusedAt("reason", new Refusal.ReasonMissing());
        stated.when(DEPARTMENT, new ComparativeCommand.StateComparatives(BUDGET, right, "小数点错位"))
                .then(new ComparativesStated(BUDGET, Optional.of(wrong), right, "小数点错位"));
        stated.when(DEPARTMENT, new ComparativeCommand.StateComparatives(BUDGET, wrong, ""))
                .nothingChanges();
    }

    @Test
    void the_year_lies_before_that_of_the_budget() {
        Comparatives own = new Comparatives(new FiscalYear(2025), List.of(figure(TOTAL, "1")), basis());
        given(drafting())
                .when(DEPARTMENT, new ComparativeCommand.StateComparatives(BUDGET, own, ""))
                .refusedAt("year", new Refusal.ComparativeYearUnfit(own.year(), own.year()));
    }

    @Test
    void what_is_stated_twice_is_named() {
        given(drafting())
                .when(DEPARTMENT, state(figure(FUNCTION, "201", "1"), figure(FUNCTION, "201", "2")))
                .refusedAt("figures[1].level", new Refusal.FigureTwice(FUNCTION, "201"));
    }

    @Test
    void a_negative_figure_is_refused_and_nothing_is_not() {
        given(drafting())
                .when(DEPARTMENT, state(figure(TOTAL, "-0.01")))
                .refusedAt("figures[0].amount", new Refusal.FigureNegative(TOTAL, "", wan("-0.01")));
        assertThat(given(drafting()).when(DEPARTMENT, state(figure(TOTAL, "0"))).events())
                .hasSize(1);
    }

    @Test
    void without_a_figure_nothing_is_stated() {
        given(drafting()).when(DEPARTMENT, state()).refusedAt("figures", new Refusal.NoFigures());
    }

    @Test
    void codes_are_those_of_the_year_and_units_those_of_the_department() {
        Comparatives earlier = new Comparatives(
                new FiscalYear(2023),
                List.of(figure(FUNCTION, "20139", "1"), figure(DEPT_ECONOMIC, "39998", "1")),
                basis());
        given(drafting())
                .when(DEPARTMENT, new ComparativeCommand.StateComparatives(BUDGET, earlier, ""))
                .refused(
                        new Refusal.CodeNotValidInYear(CodeKind.FUNCTION, "20139", earlier.year()),
                        new Refusal.CodeUnknown(CodeKind.DEPT_ECONOMIC, "39998"));
        given(drafting())
                .when(DEPARTMENT, state(figure(UNIT, "104001", "1")))
                .refusedAt(
                        "figures[0].code",
                        new Refusal.UnitOfAnotherDepartment(new UnitCode("104001"), new DepartmentCode("103")));
    }

    @Test
    void parts_that_are_all_there_make_their_whole_up_to_rounding() {
        given(drafting())
                .when(
                        DEPARTMENT,
                        state(
                                figure(THREE_PUBLICS, "11.50"),
                                figure(OVERSEAS_TRAVEL, "0"),
                                figure(HOSPITALITY, "1.50"),
                                figure(VEHICLES, "9")))
                .refusedAt(
                        "figures[0].amount",
                        new Refusal.FigurePartsDiffer(THREE_PUBLICS, "", wan("11.50"), wan("10.50")));
        assertThat(given(drafting())
                        .when(
                                DEPARTMENT,
                                state(
                                        figure(THREE_PUBLICS, "11.50"),
                                        figure(OVERSEAS_TRAVEL, "0"),
                                        figure(HOSPITALITY, "1.50"),
                                        figure(VEHICLES, "9.98")))
                        .events())
                .as("each of the four may be off by half of its last digit")
                .hasSize(1);
    }

    @Test
    void parts_of_which_some_are_unknown_are_at_most_their_whole() {
        assertThat(given(drafting())
                        .when(DEPARTMENT, state(figure(FUNCTION, "201", "10"), figure(FUNCTION, "20103", "4")))
                        .events())
                .hasSize(1);
        given(drafting())
                .when(DEPARTMENT, state(figure(FUNCTION, "201", "10"), figure(FUNCTION, "20103", "11")))
                .refusedAt("figures[0].amount", new Refusal.FigurePartsDiffer(FUNCTION, "201", wan("10"), wan("11")));
    }

    @Test
    void parts_of_parts_are_at_most_the_whole_where_what_stands_between_is_unknown() {
        given(drafting())
                .when(DEPARTMENT, state(figure(FUNCTION, "201", "10"), figure(FUNCTION, "2010301", "500")))
                .refusedAt("figures[0].amount", new Refusal.FigurePartsDiffer(FUNCTION, "201", wan("10"), wan("500")));
        given(drafting())
                .when(
                        DEPARTMENT,
                        state(
                                figure(TOTAL, "10"),
                                figure(FUNCTION, "2010301", "6"),
                                figure(FUNCTION, "20103", "7"),
                                figure(FUNCTION, "208", "4")))
                .refusedAt("figures[0].amount", new Refusal.FigurePartsDiffer(TOTAL, "", wan("10"), wan("11")));
        given(drafting())
                .when(DEPARTMENT, state(figure(THREE_PUBLICS, "10"), figure(VEHICLE_RUNNING, "11")))
                .refusedAt("figures[0].amount", new Refusal.FigurePartsDiffer(THREE_PUBLICS, "", wan("10"), wan("11")));
        given(drafting())
                .when(DEPARTMENT, state(figure(TOTAL, "10"), figure(VEHICLE_RUNNING, "11")))
                .refusedAt("figures[0].amount", new Refusal.FigurePartsDiffer(TOTAL, "", wan("10"), wan("11")));
    }

    @Test
    void lines_that_are_kept_of_that_year_are_not_contradicted() {
        Spec kept = given(drafting()).and(DEPARTMENT, keptOf2024(120_000));

        kept.when(DEPARTMENT, state(figure(TOTAL, "12.00"), figure(FUNCTION, "208", "3")))
                .refusedAt(
                        "figures[1].amount",
                        new Refusal.ComparativeContradicts(Y2024, FUNCTION, "208", Amount.ZERO, wan("3")));
        assertThat(kept.when(DEPARTMENT, state(figure(TOTAL, "12.00"), figure(FUNCTION, "201", "12")))
                        .events())
                .hasSize(1);
        assertThat(given(drafting())
                        .and(DEPARTMENT, keptOf2024(120_049))
                        .when(DEPARTMENT, state(figure(TOTAL, "12.00")))
                        .events())
                .as("what prints alike is not contradicted")
                .hasSize(1);
    }

    @Test
    void the_source_is_not_of_a_day_to_come() {
        Comparatives ahead = new Comparatives(Y2024, List.of(figure(TOTAL, "1")), basisOf(LocalDate.of(2025, 4, 1)));
        given(drafting())
                .when(DEPARTMENT, new ComparativeCommand.StateComparatives(BUDGET, ahead, ""))
                .refusedAt("date", new Refusal.DayAhead(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 3, 31)));
    }

    @Test
    void nothing_is_stated_of_a_budget_that_is_not_there() {
        given(Budget.none()).when(DEPARTMENT, state(figure(TOTAL, "1"))).refused(new Refusal.NotOpened());
    }
}
