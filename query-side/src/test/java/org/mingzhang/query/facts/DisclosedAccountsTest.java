package org.mingzhang.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.kernel.event.AccountsEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.DisclosureEvent;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.facts.ReadableBudgets.Reader;

/** Up to where the public reads once final accounts are disclosed. */
class DisclosedAccountsTest {
    private static final BudgetId RELEASED = BudgetId.parse("411200-103-2025");
    private static final BudgetId NEVER_RELEASED = BudgetId.parse("411200-104-2025");
    private static final LocalDate DAY = LocalDate.of(2026, 8, 1);
    private static final Actor ACTOR = Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE);

    private static AccountsEvent passed(BudgetId budget, AccountsStage stage, int month) {
        return new AccountsEvent.AccountsPassed(budget, stage, LocalDate.of(2026, month, 1), Optional.empty(), "", 0);
    }

    private static DisclosureEvent released(long position) {
        return new DisclosureEvent.DisclosurePublished(
                RELEASED, position, Map.of(), Map.of(), "li.bao", DAY, "00ff", DAY, 0);
    }

    private static List<RecordedEvent> log(BudgetEvent... events) {
        List<RecordedEvent> log = new ArrayList<>();
        for (BudgetEvent event : events) {
            UUID id = new UUID(1, log.size());
            log.add(new RecordedEvent(
                    log.size() + 1L,
                    id,
                    event.budget().toString(),
                    log.size(),
                    EventName.of(event),
                    Instant.EPOCH,
                    new Envelope<>(id, ACTOR, DAY, event)));
        }
        return log;
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void only_the_position_of_the_disclosure_is_one_more_that_everybody_may_read(TestDatabase kind) {
        try (FactGenerations database = new FactGenerations(kind)) {
            database.next();
            database.write(
                    log(
                            passed(RELEASED, AccountsStage.DRAFTED, 2),
                            released(1),
                            passed(RELEASED, AccountsStage.UNITS_REPLIED, 8),
                            passed(RELEASED, AccountsStage.DISCLOSED, 9),
                            passed(NEVER_RELEASED, AccountsStage.DISCLOSED, 9)),
                    new Random(1));
            ReadableBudgets readable = new ReadableBudgets(database.reader());
            assertThat(readable.position(RELEASED, Reader.PUBLIC, OptionalLong.empty()))
                    .as("tables stay those of the release")
                    .contains(1L);
            assertThat(readable.position(RELEASED, Reader.ACCOUNTS, OptionalLong.empty()))
                    .contains(4L);
            for (Reader reader : List.of(Reader.PUBLIC, Reader.ACCOUNTS)) {
                for (long position = 1; position <= 5; position++) {
                    assertThat(readable.position(RELEASED, reader, OptionalLong.of(position))
                                    .isPresent())
                            .as("%s at %d", reader, position)
                            .isEqualTo(position == 1 || position == 4);
                }
                assertThat(readable.position(NEVER_RELEASED, reader, OptionalLong.empty()))
                        .isEmpty();
                assertThat(readable.position(NEVER_RELEASED, reader, OptionalLong.of(5)))
                        .isEmpty();
            }
            assertThat(readable.accounts(RELEASED, 3, LocalDate.MAX)).isEmpty();
            assertThat(readable.accounts(RELEASED, 9, LocalDate.of(2026, 8, 31)))
                    .isEmpty();
            assertThat(readable.accounts(RELEASED, 9, LocalDate.of(2026, 9, 1))).contains(4L);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void accounts_that_came_back_are_not_disclosed_any_more(TestDatabase kind) {
        try (FactGenerations database = new FactGenerations(kind)) {
            database.next();
            database.write(
                    log(
                            passed(RELEASED, AccountsStage.DRAFTED, 2),
                            released(1),
                            passed(RELEASED, AccountsStage.DISCLOSED, 9),
                            new AccountsEvent.AccountsReturned(RELEASED, AccountsStage.DISCLOSED, "更正")),
                    new Random(1));
            ReadableBudgets readable = new ReadableBudgets(database.reader());
            assertThat(readable.position(RELEASED, Reader.ACCOUNTS, OptionalLong.empty()))
                    .contains(1L);
            assertThat(readable.position(RELEASED, Reader.PUBLIC, OptionalLong.of(3)))
                    .isEmpty();
            assertThat(readable.disclosed()).isEmpty();
        }
    }
}
