package org.mingzhang.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** How many wrong passwords are too many, and for how long. */
class SignInAttemptsTest {
    private final Hands clock = new Hands();
    private final SignInAttempts attempts = new SignInAttempts(clock);

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
        private Instant now = Instant.EPOCH;

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
