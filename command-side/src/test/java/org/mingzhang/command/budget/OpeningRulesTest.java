package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.HOTLINE;
import static org.mingzhang.command.budget.Scene.HOTLINE_PROJECT;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICE_UNIT;
import static org.mingzhang.command.budget.Scene.allocated;
import static org.mingzhang.command.budget.Scene.content;
import static org.mingzhang.command.budget.Scene.drafting;
import static org.mingzhang.command.budget.Scene.fourGroups;
import static org.mingzhang.command.budget.Scene.hotline;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Scene.money;
import static org.mingzhang.command.budget.Scene.ofFund;
import static org.mingzhang.command.budget.Scene.opened;
import static org.mingzhang.command.budget.Scene.registered;
import static org.mingzhang.command.budget.Scene.targets;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.TargetEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.YearSource;

class OpeningRulesTest {
    private static final FiscalYear NEXT = new FiscalYear(2026);

    private static RoundCommand.OpenBudget open(int classificationYear, Optional<BudgetId> copiedFrom) {
        return new RoundCommand.OpenBudget(
                BUDGET, "三门峡市", "三门峡市人民政府办公室", "市人民政府办公室", new FiscalYear(classificationYear), copiedFrom, List.of());
    }

    @Test
    void the_budget_office_opens_a_year_once() {
        given().when(OFFICE, open(2025, Optional.empty())).then(opened());
        given(opened()).when(OFFICE, open(2025, Optional.empty())).refused(new Refusal.AlreadyOpened());
        given().when(DEPARTMENT, open(2025, Optional.empty()))
                .refused(new Refusal.RoleNotAllowed(Role.DEPARTMENT_FINANCE, Set.of(Role.BUDGET_OFFICE)));
    }

    @Test
    void the_codes_may_be_of_an_earlier_year_and_not_of_a_later_one() {
        assertThat(given().when(OFFICE, open(2024, Optional.empty())).events()).hasSize(1);
        given().when(OFFICE, open(2026, Optional.empty()))
                .refusedAt(
                        "classificationYear",
                        new Refusal.ClassificationYearAhead(new FiscalYear(2025), new FiscalYear(2026)));
    }

    @Test
    void only_an_earlier_budget_of_the_same_department_is_taken_over() {
        BudgetId lastYear = BudgetId.parse("411200-103-2024");
        BudgetId foreign = BudgetId.parse("411200-104-2024");

        assertThat(given().when(OFFICE, open(2025, Optional.of(lastYear))).events())
                .hasSize(1);
        given().when(OFFICE, open(2025, Optional.of(foreign)))
                .refusedAt("copiedFrom", new Refusal.CopiedFromForeignBudget(BUDGET, foreign));
        given().when(OFFICE, open(2025, Optional.of(BUDGET)))
                .refusedAt("copiedFrom", new Refusal.CopiedFromForeignBudget(BUDGET, BUDGET));
    }

    @Test
    void a_year_opens_with_names() {
        given().when(
                        OFFICE,
                        new RoundCommand.OpenBudget(
                                BUDGET, "", " ", "办", new FiscalYear(2025), Optional.empty(), List.of()))
                .refused(new Refusal.TextMissing(), new Refusal.TextMissing());
    }

    @Test
    void last_year_becomes_the_draft_of_the_new_one() {
        Budget last = given(drafting(
                        registered(HOTLINE_PROJECT),
                        targets(HOTLINE, IndicatorLevel.COST),
                        new TargetEvent.OverallTargetsSet(BUDGET, List.of(), fourGroups(), ""),
                        allocated("L2", hotline(5)),
                        allocated("L1", wages(100))))
                .budget();

        BudgetCommand.Batch batch = OpeningFromLastYear.batch(NEXT, last, Classifications.shipped(), NEXT);
        Budget next = after(batch);

        assertThat(next.opening().orElseThrow().id()).isEqualTo(BudgetId.parse("411200-103-2026"));
        assertThat(next.content()).isEqualTo(last.content());
        assertThat(next.phase()).isEqualTo(Phase.PREPARING);
        assertThat(batch).isEqualTo(OpeningFromLastYear.batch(NEXT, last, Classifications.shipped(), NEXT));
    }

    @Test
    void lines_with_a_closed_code_are_left_out_and_their_codes_listed() {
        Budget last = given(drafting(
                        allocated("L1", content(money("2010308", "30101", "50101"), Amount.ofYuan(7))),
                        allocated("L2", wages(100))))
                .budget();

        BudgetCommand.Batch batch = OpeningFromLastYear.batch(NEXT, last, Classifications.shipped(), NEXT);

        assertThat(((RoundCommand.OpenBudget) batch.commands().getFirst()).closedCodes())
                .containsExactly("2010308");
        assertThat(after(batch).content().lines().entries())
                .containsExactly(new Entries.Entry<>(key("L2"), wages(100)));
    }

    @Test
    void money_carried_over_is_not_taken_over() {
        Budget last = given(drafting(allocated("L1", ofFund(FundType.GENERAL_PUBLIC, YearSource.CARRY_OVER, 5))))
                .budget();

        assertThat(after(OpeningFromLastYear.batch(NEXT, last, Classifications.shipped(), NEXT))
                        .content()
                        .lines()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void the_budget_office_enters_content_only_while_it_takes_over() {
        given(opened())
                .when(OFFICE, new OrganisationCommand.RegisterUnit(BUDGET, OFFICE_UNIT))
                .refused(new Refusal.RoleNotAllowed(Role.BUDGET_OFFICE, Roles.DRAFTING));
        assertThat(given().when(
                                OFFICE,
                                new BudgetCommand.Batch(
                                        BUDGET,
                                        List.of(
                                                open(2025, Optional.empty()),
                                                new OrganisationCommand.RegisterUnit(BUDGET, OFFICE_UNIT))))
                        .objections())
                .extracting(Decision.Objection::command)
                .containsExactly(1);
    }

    private static Budget after(BudgetCommand.Batch batch) {
        List<LedgerEvent> events = given().when(OFFICE, batch).events();
        return given().and(OFFICE, events.toArray(LedgerEvent[]::new)).budget();
    }
}
