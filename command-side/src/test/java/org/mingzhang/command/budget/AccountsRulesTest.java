package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.Scene.AUDITOR;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Spec.given;
import static org.mingzhang.command.budget.YearScene.NEW_YEAR;
import static org.mingzhang.command.budget.YearScene.close;
import static org.mingzhang.command.budget.YearScene.pass;
import static org.mingzhang.command.budget.YearScene.state;
import static org.mingzhang.command.budget.YearScene.then;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.AccountsEvent;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Role;

/** The final accounts of a closed year, from the draft to publication. */
class AccountsRulesTest {
    private static final LocalDate APPROVED = LocalDate.of(2026, 8, 20);

    private static Spec closed() {
        Spec spec = given(executing()).on(NEW_YEAR);
        for (String line : new String[] {"call", "line", "net"}) {
            spec = then(spec, OFFICER, state(line, 0));
        }
        return then(spec, OFFICE, close()).on(LocalDate.of(2026, 10, 31));
    }

    private static Spec at(AccountsStage last) {
        Spec spec = closed();
        for (AccountsStage stage : AccountsStage.values()) {
            if (stage.compareTo(last) <= 0) {
                spec = then(spec, whoever(stage), pass(stage, day(stage)));
            }
        }
        return spec;
    }

    private static Actor whoever(AccountsStage stage) {
        return switch (stage) {
            case DRAFTED -> DEPARTMENT;
            case DEPT_SUBMITTED, UNITS_REPLIED, DISCLOSED -> HEAD;
            case FINANCE_REVIEWED -> DESK;
            case AUDITED, SC_APPROVED, REPLIED -> OFFICE;
        };
    }

    private static LocalDate day(AccountsStage stage) {
        return switch (stage) {
            case DRAFTED -> LocalDate.of(2026, 1, 20);
            case DEPT_SUBMITTED -> LocalDate.of(2026, 2, 10);
            case FINANCE_REVIEWED -> LocalDate.of(2026, 4, 1);
            case AUDITED -> LocalDate.of(2026, 6, 15);
            case SC_APPROVED -> APPROVED;
            case REPLIED -> APPROVED.plusDays(20);
            case UNITS_REPLIED -> APPROVED.plusDays(35);
            case DISCLOSED -> APPROVED.plusDays(40);
        };
    }

    private static int late(Spec spec, AccountsStage stage, LocalDate day) {
        return ((AccountsEvent.AccountsPassed)
                        spec.when(whoever(stage), pass(stage, day)).events().getFirst())
                .daysLate();
    }

    @Test
    void they_pass_every_stage_in_order_and_in_time() {
        Spec disclosed = at(AccountsStage.DISCLOSED);

        assertThat(disclosed.budget().accounts().next()).isEmpty();
        disclosed
                .when(HEAD, pass(AccountsStage.DISCLOSED, APPROVED))
                .refusedAt("stage", new Refusal.AccountsDisclosed());
    }

    @Test
    void lateness_is_counted_and_not_refused() {
        assertThat(late(at(AccountsStage.SC_APPROVED), AccountsStage.REPLIED, APPROVED.plusDays(20)))
                .isZero();
        assertThat(late(at(AccountsStage.SC_APPROVED), AccountsStage.REPLIED, APPROVED.plusDays(23)))
                .isEqualTo(3);
        assertThat(late(at(AccountsStage.REPLIED), AccountsStage.UNITS_REPLIED, APPROVED.plusDays(36)))
                .isEqualTo(1);
        assertThat(late(at(AccountsStage.UNITS_REPLIED), AccountsStage.DISCLOSED, APPROVED.plusDays(45)))
                .isEqualTo(5);
    }

    @Test
    void there_are_none_before_the_year_is_closed() {
        given(executing())
                .on(NEW_YEAR)
                .when(DEPARTMENT, pass(AccountsStage.DRAFTED, NEW_YEAR))
                .refused(new Refusal.YearNotClosed());
    }

    @Test
    void no_stage_is_skipped() {
        at(AccountsStage.DEPT_SUBMITTED)
                .when(OFFICE, pass(AccountsStage.AUDITED, day(AccountsStage.AUDITED)))
                .refusedAt("stage", new Refusal.AccountsNotNext(AccountsStage.AUDITED, AccountsStage.FINANCE_REVIEWED));
    }

    @Test
    void each_stage_has_its_people_and_nobody_reviews_what_they_brought() {
        at(AccountsStage.DRAFTED)
                .when(DEPARTMENT, pass(AccountsStage.DEPT_SUBMITTED, day(AccountsStage.DEPT_SUBMITTED)))
                .refused(new Refusal.RoleNotAllowed(DEPARTMENT.role(), Roles.bringing(AccountsStage.DEPT_SUBMITTED)));
        at(AccountsStage.FINANCE_REVIEWED)
                .when(AUDITOR, pass(AccountsStage.AUDITED, day(AccountsStage.AUDITED)))
                .refused(new Refusal.RoleNotAllowed(AUDITOR.role(), Roles.BUDGET_OFFICE));
        Actor both = new Actor("qian", "钱代理", Role.DEPARTMENT_HEAD, Optional.of(DEPARTMENT.login()));
        at(AccountsStage.DRAFTED)
                .when(both, pass(AccountsStage.DEPT_SUBMITTED, day(AccountsStage.DEPT_SUBMITTED)))
                .refused(new Refusal.SamePerson(DEPARTMENT.login()));
    }

    @Test
    void what_others_decide_comes_with_its_document() {
        at(AccountsStage.FINANCE_REVIEWED)
                .when(
                        OFFICE,
                        new AccountsCommand.PassAccounts(
                                BUDGET, AccountsStage.AUDITED, day(AccountsStage.AUDITED), Optional.empty(), ""))
                .refusedAt("documentNumber", new Refusal.AccountsDocumentMissing(AccountsStage.AUDITED));
    }

    @Test
    void a_stage_is_not_reached_before_the_one_before_it_nor_tomorrow() {
        at(AccountsStage.SC_APPROVED)
                .when(OFFICE, pass(AccountsStage.REPLIED, APPROVED.minusDays(1)))
                .refusedAt("day", new Refusal.DayTooEarly(APPROVED.minusDays(1), APPROVED));
        at(AccountsStage.SC_APPROVED)
                .when(OFFICE, pass(AccountsStage.REPLIED, LocalDate.of(2026, 11, 1)))
                .refusedAt("day", new Refusal.DayAhead(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 10, 31)));
    }

    @Test
    void a_return_says_why_and_leads_back_to_the_draft() {
        Spec submitted = at(AccountsStage.DEPT_SUBMITTED);

        submitted
                .when(DESK, new AccountsCommand.ReturnAccounts(BUDGET, ""))
                .refusedAt("reason", new Refusal.ReasonMissing());
        Spec returned = then(submitted, DESK, new AccountsCommand.ReturnAccounts(BUDGET, "口径不一致"));
        assertThat(returned.budget().accounts().next()).contains(AccountsStage.DEPT_SUBMITTED);
        then(returned, HEAD, pass(AccountsStage.DEPT_SUBMITTED, day(AccountsStage.FINANCE_REVIEWED)));
        at(AccountsStage.SC_APPROVED)
                .when(OFFICE, new AccountsCommand.ReturnAccounts(BUDGET, "x"))
                .refused(new Refusal.AccountsNotInReview(AccountsStage.REPLIED));
    }
}
