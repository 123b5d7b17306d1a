package org.mingzhang.application.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers failed sign-ins for a while, by person and by machine.
 *
 * <p>Kept in memory: a restart forgets them, and each node counts for itself.
 */
final class SignInAttempts {
    static final int ALLOWED_BY_LOGIN = 5;
    static final int ALLOWED_BY_MACHINE = 50;
    private static final Duration REMEMBERED = Duration.ofMinutes(15);
    private static final int REMEMBERED_KEYS = 10_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>();

    SignInAttempts(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean exhausted(String login, String machine) {
        return count("login " + login) >= ALLOWED_BY_LOGIN || count("machine " + machine) >= ALLOWED_BY_MACHINE;
    }

    synchronized void failed(String login, String machine) {
        remember("login " + login);
        remember("machine " + machine);
    }

    synchronized void succeeded(String login) {
        failures.remove("login " + login);
    }

    private int count(String key) {
        Deque<Instant> times = failures.get(key);
        if (times == null) {
            return 0;
        }
        Instant oldest = clock.instant().minus(REMEMBERED);
        while (!times.isEmpty() && times.getFirst().isBefore(oldest)) {
            times.removeFirst();
        }
        return times.size();
    }

    private void remember(String key) {
        Deque<Instant> times = failures.computeIfAbsent(key, unseen -> new ArrayDeque<>());
        times.addLast(clock.instant());
        if (times.size() > ALLOWED_BY_MACHINE) {
            times.removeFirst();
        }
        if (failures.size() > REMEMBERED_KEYS) {
            failures.remove(failures.keySet().iterator().next());
        }
    }
}
