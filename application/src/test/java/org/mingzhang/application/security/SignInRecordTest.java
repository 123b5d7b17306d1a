package org.mingzhang.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.AdministrationRecord;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.SignInWay;
import org.mingzhang.ledger.store.EventLog;

/** What strangers can make the log grow by. */
class SignInRecordTest {
    private static final Origin ELSEWHERE = new Origin(Origin.Channel.PAGE, "10.9.8.7");
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, false);
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount("known", "known", Set.of(Role.AUDITOR), ""), "a long password");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static SignInRecord at(Instant instant) {
        return new SignInRecord(
                application.context().getBean(AdministrationRecord.class),
                application.context().getBean(AccountDirectory.class),
                Clock.fixed(instant, ZoneOffset.UTC));
    }

    @Test
    void a_thousand_unknown_logins_are_one_event_and_name_none_of_them() {
        SignInRecord record = at(NOW);
        int before = events().size();
        for (int i = 0; i < 1_000; i++) {
            record.failed("nobody" + i, SignInWay.PASSWORD, 1, ELSEWHERE);
        }
        List<AdministrationEvent> told = events().subList(before, events().size());
        assertThat(told).containsExactly(new AdministrationEvent.StrangersTurnedAway(1, 15, ELSEWHERE));
    }

    @Test
    void failures_of_accounts_are_told_one_by_one_up_to_a_limit() {
        SignInRecord record = at(NOW.plus(Duration.ofDays(1)));
        int before = events().size();
        for (int i = 0; i < 1_000; i++) {
            record.failed("known", SignInWay.PASSWORD, i + 1, ELSEWHERE);
        }
        List<AdministrationEvent> told = events().subList(before, events().size());
        assertThat(told).hasSize(SignInRecord.TOLD_ONE_BY_ONE + 2);
        assertThat(told)
                .filteredOn(AdministrationEvent.AccountLockedOut.class::isInstance)
                .hasSize(1);
    }

    private static List<AdministrationEvent> events() {
        return application.context().getBean(EventLog.class).readStream(AdministrationEvent.STREAM, 0).stream()
                .map(event -> (AdministrationEvent) event.envelope().message())
                .toList();
    }
}
