package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.HOTLINE;
import static org.mingzhang.command.budget.Scene.HOTLINE_PROJECT;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.drafting;
import static org.mingzhang.command.budget.Scene.fourGroups;
import static org.mingzhang.command.budget.Scene.registered;
import static org.mingzhang.command.budget.Spec.given;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.StatementEvent;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.Statement;

class ListRulesTest {
    @Test
    void a_statement_has_at_most_a_hundred_entries_and_the_refusal_names_both_numbers() {
        Refusal refusal = new Refusal.TooManyEntries(100, 101);

        assertThat(statement(new Statement.Duties(times(100, "办文"))).events()).hasSize(1);
        statement(new Statement.Duties(times(101, "办文"))).refusedAt("statement.items", refusal);
        statement(new Statement.AnnualGoals(times(101, "目标"))).refusedAt("statement.items", refusal);
        statement(new Statement.SpecialTransfers(times(101, "资金"))).refusedAt("statement.items", refusal);
        statement(new Statement.AnnualTasks(times(101, new Statement.Task("任务", "内容"))))
                .refusedAt("statement.tasks", refusal);
        statement(new Statement.Glossary(times(101, new Statement.Term("名词", "解释"))))
                .refusedAt("statement.terms", refusal);
    }

    @Test
    void a_list_of_targets_has_at_most_two_hundred_indicators() {
        Indicator indicator = fourGroups().getFirst();
        Refusal refusal = new Refusal.TooManyEntries(200, 201);
        Spec drafting = given(drafting(registered(HOTLINE_PROJECT)));

        assertThat(drafting.when(OFFICER, new TargetCommand.SetOverallTargets(BUDGET, times(200, indicator), ""))
                        .events())
                .hasSize(1);
        drafting.when(OFFICER, new TargetCommand.SetOverallTargets(BUDGET, times(201, indicator), ""))
                .refusedAt("indicators", refusal);
        drafting.when(OFFICER, new TargetCommand.SetProjectTargets(BUDGET, HOTLINE, times(201, indicator), ""))
                .refusedAt("indicators", refusal);
    }

    @Test
    void a_longer_list_from_before_there_were_bounds_is_still_read_and_can_be_shortened() {
        Statement longer = new Statement.Duties(times(300, "办文"));
        Statement shorter = new Statement.Duties(times(100, "办文"));

        given(drafting())
                .and(OFFICER, new StatementEvent.StatementMade(BUDGET, Optional.empty(), longer))
                .when(OFFICER, new StatementCommand.MakeStatement(BUDGET, shorter))
                .then(new StatementEvent.StatementMade(BUDGET, Optional.of(longer), shorter));
    }

    private static Spec.Answer statement(Statement statement) {
        return given(drafting()).when(OFFICER, new StatementCommand.MakeStatement(BUDGET, statement));
    }

    private static <T> List<T> times(int times, T entry) {
        return Collections.nCopies(times, entry);
    }
}
