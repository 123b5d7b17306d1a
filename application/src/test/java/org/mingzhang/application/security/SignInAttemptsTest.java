package org.mingzhang.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many wrong passwords are too many, and for how long. */
class SignInAttemptsTest {
    private static final OpenDatabase DATABASE = TestDatabase.H2.open();

    private final Hands clock = new Hands();
    private final SignInAttempts attempts = on(DATABASE);

    @BeforeEach
    void forget() {
        JdbcClient.create(DATABASE.dataSource())
                .sql("delete from sign_in_attempt")
                .update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private SignInAttempts on(OpenDatabase database) {
        return new SignInAttempts(JdbcClient.create(database.dataSource()), clock);
    }

    @Test
    void what_fails_on_one_node_counts_on_the_others_and_outlives_a_restart() {
        fail("ann", "here", SignInAttempts.ALLOWED_BY_LOGIN);
        assertThat(on(DATABASE).exhausted("ann", "there")).isTrue();
        assertThat(on(DATABASE).exhausted("Ann", "there")).as("the same login").isTrue();
    }

    @Test
    void many_at_once_on_several_nodes_are_all_counted() throws Exception {
        try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(crowd.submit(() -> on(DATABASE).failed("crowd", "here")));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(attempts.failed("crowd", "here")).isEqualTo(41);
    }

    @Test
    void it_is_the_same_on_postgresql() {
        try (OpenDatabase postgres = TestDatabase.POSTGRESQL.open()) {
            SignInAttempts there = on(postgres);
            for (int i = 1; i <= SignInAttempts.ALLOWED_BY_LOGIN; i++) {
                assertThat(there.exhausted("ann", "here")).isFalse();
                assertThat(there.failed("ann", "here")).isEqualTo(i);
            }
            assertThat(there.exhausted("ann", "here")).isTrue();
            there.succeeded("ann");
            assertThat(there.exhausted("ann", "here")).isFalse();
        }
    }

    @Test
    void nothing_that_was_typed_is_kept() {
        attempts.failed("my secret typed in the wrong field", "10.0.0.7");
        assertThat(JdbcClient.create(DATABASE.dataSource())
                        .sql("select key_hash from sign_in_attempt")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allMatch(key -> key.matches("[0-9a-f]{64}"));
    }

    @Test
    void the_sixth_attempt_is_one_too_many() {
        fail("ann", "here", SignInAttempts.ALLOWED_BY_LOGIN - 1);
        assertThat(attempts.exhausted("ann", "here")).isFalse();
        fail("ann", "here", 1);
        assertThat(attempts.exhausted("ann", "here")).isTrue();
        assertThat(attempts.exhausted("bob", "here")).isFalse();
    }

    @Test
    void failures_are_forgotten_after_a_quarter_of_an_hour() {
        fail("ann", "here", SignInAttempts.ALLOWED_BY_LOGIN);
        clock.advance(Duration.ofMinutes(15));
        assertThat(attempts.exhausted("ann", "here")).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(attempts.exhausted("ann", "here")).isFalse();
    }

    @Test
    void a_right_password_forgets_the_wrong_ones_before_it() {
        fail("ann", "here", SignInAttempts.ALLOWED_BY_LOGIN - 1);
        attempts.succeeded("ann");
        fail("ann", "here", SignInAttempts.ALLOWED_BY_LOGIN - 1);
        assertThat(attempts.exhausted("ann", "here")).isFalse();
    }

    @Test
    void a_machine_that_tries_many_logins_has_to_wait_too() {
        for (int i = 0; i < SignInAttempts.ALLOWED_BY_MACHINE; i++) {
            fail("person" + i, "there", 1);
        }
        assertThat(attempts.exhausted("somebody", "there")).isTrue();
        assertThat(attempts.exhausted("somebody", "here")).isFalse();
    }

    private void fail(String login, String machine, int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed(login, machine);
        }
    }

    /** A clock whose hands are moved by the test. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
