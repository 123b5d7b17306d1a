package org.mingzhang.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.Role;

/** In what state a budget is told to be. */
class BudgetStateTest {
    @Test
    void the_phase_is_told_until_the_year_is_closed_and_then_what_became_of_it() {
        assertThat(BudgetState.of("distributed", false, Optional.empty())).isEqualTo("distributed");
        assertThat(BudgetState.of("distributed", true, Optional.empty())).isEqualTo("closed");
        assertThat(BudgetState.of("distributed", true, Optional.of(accounts(AccountsStage.DRAFTED, false))))
                .isEqualTo("accounts");
        assertThat(BudgetState.of("distributed", true, Optional.of(accounts(AccountsStage.DISCLOSED, true))))
                .as("returned")
                .isEqualTo("accounts");
        assertThat(BudgetState.of("distributed", true, Optional.of(accounts(AccountsStage.DISCLOSED, false))))
                .isEqualTo("accounts-disclosed");
    }

    private static Facts.AccountsFact accounts(AccountsStage stage, boolean returned) {
        return new Facts.AccountsFact(
                stage,
                returned,
                LocalDate.of(2026, 7, 1),
                Optional.empty(),
                "",
                0,
                "wang.min",
                Role.DEPARTMENT_FINANCE);
    }
}
