package org.mingzhang.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.ReadableBudgets.Listed;

class YearDeadlinesTest {
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    @Test
    void a_year_that_ends_is_to_be_closed_and_is_told_from_its_last_month_on() {
        assertThat(rules(false, List.of(), LocalDate.of(2025, 11, 30))).isEmpty();
        assertThat(rules(false, List.of(), LocalDate.of(2025, 12, 1)))
                .containsExactly("deadline.closing 2025-12-31 30");
        assertThat(rules(false, List.of(), LocalDate.of(2026, 1, 2))).containsExactly("deadline.closing 2025-12-31 -2");
        assertThat(rules(true, List.of(), LocalDate.of(2026, 1, 2))).isEmpty();
    }

    @Test
    void before_there_were_rules_nothing_is_due() {
        assertThat(rules(false, List.of(step(AccountsStage.SC_APPROVED, JULY)), LocalDate.of(2014, 12, 31)))
                .isEmpty();
    }

    @Test
    void what_was_never_approved_has_no_year_to_close() {
        assertThat(YearDeadlines.of(listed("first-up"), false, List.of(), JULY)).isEmpty();
    }

    @Test
    void final_accounts_are_answered_twenty_fifteen_and_twenty_days_after() {
        List<Facts.AccountsFact> steps = new ArrayList<>(List.of(step(AccountsStage.AUDITED, JULY.minusDays(9))));
        assertThat(rules(true, steps, JULY)).isEmpty();
        steps.add(step(AccountsStage.SC_APPROVED, JULY));
        assertThat(rules(true, steps, JULY)).containsExactly("deadline.accounts-reply 2026-07-21 20");
        steps.add(step(AccountsStage.REPLIED, JULY.plusDays(10)));
        assertThat(rules(true, steps, JULY.plusDays(10)))
                .containsExactly(
                        "deadline.accounts-units 2026-07-26 15", "deadline.accounts-publication 2026-07-31 20");
        steps.add(step(AccountsStage.UNITS_REPLIED, JULY.plusDays(11)));
        assertThat(rules(true, steps, JULY.plusDays(31)))
                .containsExactly("deadline.accounts-publication 2026-07-31 -1");
        steps.add(step(AccountsStage.DISCLOSED, JULY.plusDays(31)));
        assertThat(rules(true, steps, JULY.plusDays(31))).isEmpty();
    }

    private static List<String> rules(boolean closed, List<Facts.AccountsFact> steps, LocalDate today) {
        return YearDeadlines.of(listed("distributed"), closed, steps, today)
                .map(one -> one.rule() + " " + one.due() + " " + one.daysLeft())
                .toList();
    }

    private static Listed listed(String phase) {
        BudgetHeader header =
                new BudgetHeader(BudgetId.parse("411200-103-2025"), "三门峡市", "市人民政府办公室", "市政府办", new FiscalYear(2025));
        return new Listed(header, 1, phase, phase, Optional.empty());
    }

    private static Facts.AccountsFact step(AccountsStage stage, LocalDate day) {
        return new Facts.AccountsFact(stage, false, day, Optional.empty(), "", 0, "某人", Role.BUDGET_OFFICE);
    }
}
