package org.mingzhang.query.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.kernel.event.AccountsEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.DisclosureEvent;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.policy.IndicatorFormula;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.facts.FactGenerations;

/** What the public is told beside the initial budget: only what a release has made public. */
class ReleasedStagesTest {
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    private static final LocalDate DAY = LocalDate.of(2026, 8, 1);
    private static final Actor ACTOR = Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE);

    private static DisclosureEvent released(long position) {
        return new DisclosureEvent.DisclosurePublished(
                BUDGET, position, Map.of(), Map.of(), "li.bao", DAY, "00ff", DAY, 0);
    }

    private static AccountsEvent reached(AccountsStage stage) {
        return new AccountsEvent.AccountsPassed(BUDGET, stage, DAY, Optional.empty(), "", 0);
    }

    private static List<RecordedEvent> log(BudgetEvent... events) {
        List<RecordedEvent> log = new ArrayList<>();
        for (BudgetEvent event : events) {
            UUID id = new UUID(1, log.size());
            log.add(new RecordedEvent(
                    log.size() + 1L,
                    id,
                    BUDGET.toString(),
                    log.size(),
                    EventName.of(event),
                    Instant.EPOCH,
                    new Envelope<>(id, ACTOR, DAY, event)));
        }
        return log;
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_first_release_tells_the_initial_budget_a_later_one_what_was_adjusted_and_one_after_the_accounts_all(
            TestDatabase kind) {
        try (FactGenerations database = new FactGenerations(kind)) {
            database.next();
            database.write(
                    log(
                            released(1),
                            reached(AccountsStage.UNITS_REPLIED),
                            released(2),
                            reached(AccountsStage.DISCLOSED),
                            new AccountsEvent.AccountsReturned(BUDGET, AccountsStage.DISCLOSED, "更正"),
                            released(4)),
                    new Random(1));
            assertThat(ReleasedStages.of(database.reader(), BUDGET, 1)).isEqualTo(new ReleasedStages(false, false));
            assertThat(ReleasedStages.of(database.reader(), BUDGET, 2))
                    .as("accounts that the units have are not public yet")
                    .isEqualTo(new ReleasedStages(true, false));
            assertThat(ReleasedStages.of(database.reader(), BUDGET, 4)).isEqualTo(new ReleasedStages(true, true));
        }
    }

    @Test
    void what_rests_on_executed_money_or_on_what_people_said_waits_for_the_accounts() {
        assertThat(told(new ReleasedStages(false, false)))
                .containsExactlyInAnyOrder(IndicatorFormula.DETAILED, IndicatorFormula.TARGETS_SET);
        assertThat(told(new ReleasedStages(true, false)))
                .containsExactlyInAnyOrder(
                        IndicatorFormula.DETAILED, IndicatorFormula.TARGETS_SET, IndicatorFormula.BUDGET_ADJUSTMENT);
        assertThat(told(ReleasedStages.ALL)).containsExactlyInAnyOrder(IndicatorFormula.values());
    }

    private static List<IndicatorFormula> told(ReleasedStages released) {
        return Arrays.stream(IndicatorFormula.values()).filter(released::covers).toList();
    }
}
