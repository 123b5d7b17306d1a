package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.CENTRE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.allocated;
import static org.mingzhang.command.budget.Scene.ceiling;
import static org.mingzhang.command.budget.Scene.content;
import static org.mingzhang.command.budget.Scene.drafting;
import static org.mingzhang.command.budget.Scene.firstDown;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Scene.money;
import static org.mingzhang.command.budget.Scene.registered;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.ProjectCategory;

class BatchRulesTest {
    private static BudgetCommand.Batch batch(BudgetCommand... commands) {
        return new BudgetCommand.Batch(BUDGET, List.of(commands));
    }

    private static LineCommand allocate(String key, LineContent content) {
        return new LineCommand.AllocateLine(BUDGET, key(key), content);
    }

    @Test
    void each_command_is_decided_on_what_the_earlier_ones_leave() {
        LineContent ofTheCentre =
                content(money("2010350", "30101", "50501", ProjectCategory.PERSONNEL, CENTRE.code()), Amount.ofYuan(1));

        given(drafting())
                .when(OFFICER, batch(new OrganisationCommand.RegisterUnit(BUDGET, CENTRE), allocate("L1", ofTheCentre)))
                .then(registered(CENTRE), allocated("L1", ofTheCentre));
    }

    @Test
    void one_objection_keeps_everything_from_happening_and_all_are_said() {
        List<Decision.Objection> found = given(drafting())
                .when(
                        OFFICER,
                        batch(
                                allocate("L1", wages(1)),
                                allocate("L1", wages(2)),
                                allocate("L2", wages(3)),
                                allocate("L3", content(wages(1).classification(), Amount.ZERO))))
                .objections();

        assertThat(found)
                .containsExactly(
                        new Decision.Objection(1, "line", new Refusal.LineKeyTaken(key("L1"), LineSide.EXPENDITURE)),
                        new Decision.Objection(3, "content.amount", new Refusal.AmountNotPositive(Amount.ZERO)));
    }

    @Test
    void what_was_refused_does_not_count_for_the_commands_after_it() {
        List<Decision.Objection> found = given(firstDown(ceiling(100)))
                .when(OFFICER, batch(allocate("L1", wages(101)), allocate("L2", wages(100)), allocate("L3", wages(1))))
                .objections();

        assertThat(found)
                .containsExactly(
                        new Decision.Objection(
                                0,
                                "content.amount",
                                new Refusal.CeilingExceeded(
                                        FundType.GENERAL_PUBLIC, Amount.ofYuan(100), Amount.ofYuan(101))),
                        new Decision.Objection(
                                2,
                                "content.amount",
                                new Refusal.CeilingExceeded(
                                        FundType.GENERAL_PUBLIC, Amount.ofYuan(100), Amount.ofYuan(101))));
    }

    @Test
    void a_batch_in_which_nothing_changes_is_accepted_without_events() {
        given(drafting(allocated("L1", wages(1))))
                .when(OFFICER, batch(new LineCommand.ReviseLine(BUDGET, key("L1"), wages(1))))
                .nothingChanges();
        given(drafting()).when(OFFICER, batch()).nothingChanges();
    }

    @Test
    void a_batch_holds_commands_to_one_budget_and_no_batch() {
        BudgetId other = BudgetId.parse("411200-104-2025");

        assertThatThrownBy(() -> batch(new LineCommand.RemoveLine(other, key("L1"), "x")))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> batch(batch())).isInstanceOf(InvalidValueException.class);
    }
}
