package org.mingzhang.application.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/**
 * Clients that add, change and remove lines, each with lines of its own in budgets that all share.
 *
 * <p>Because nobody else touches its lines, a client knows from the {@link RuleBook} what it must be told. What is left
 * unanswered it sends again under the same key until it hears.
 */
final class Workload implements AutoCloseable {
    private static final int LINES = 12;
    private static final long BETWEEN_ATTEMPTS_MILLIS = 50;
    private static final Duration LONGEST_WAITING = Duration.ofMinutes(3);

    private final List<String> budgets;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Door> doors = new ArrayList<>();
    private final List<RuleBook> rules = new ArrayList<>();
    private final Map<String, Door.Answer> acknowledged = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> wrongs = new ConcurrentLinkedQueue<>();
    private final AtomicInteger outstanding = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean abandoned = new AtomicBoolean();

    /** @param doors the door of client number n */
    Workload(String name, List<String> budgets, int clients, long seed, IntFunction<Door> doors) {
        this.budgets = budgets;
        for (int client = 0; client < clients; client++) {
            RuleBook own = new RuleBook();
            rules.add(own);
            Door door = doors.apply(client);
            this.doors.add(door);
            String prefix = name + client;
            Random random = new Random(seed * 31 + client);
            threads.add(Thread.ofPlatform().name("client-" + prefix).start(() -> run(prefix, own, door, random)));
        }
    }

    private void run(String prefix, RuleBook own, Door door, Random random) {
        for (int number = 0; !stopping.get(); number++) {
            String budget = budgets.get(random.nextInt(budgets.size()));
            String line = prefix + "-" + number / 40 + "x" + random.nextInt(LINES);
            Intent intent = Intent.any(random, budget, line);
            if (own.wasRemoved(budget, line) && intent.kind() == Intent.Kind.ALLOCATE) {
                continue;
            }
            String key = prefix + "." + number;
            Door.Answer expected = own.does(intent) ? Door.Answer.DONE : Door.Answer.REFUSED;
            Door.Answer answer = untilAnswered(door, key, intent);
            acknowledged.put(key, answer);
            if (answer != expected) {
                wrongs.add(key + " " + intent + " was answered " + answer + ", not " + expected);
            }
        }
    }

    private Door.Answer untilAnswered(Door door, String key, Intent intent) {
        outstanding.incrementAndGet();
        try {
            Door.Answer answer = door.send(key, intent);
            while (answer == Door.Answer.UNKNOWN && !abandoned.get()) {
                unknown.incrementAndGet();
                pause();
                answer = door.send(key, intent);
            }
            return answer;
        } finally {
            outstanding.decrementAndGet();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many commands are answered so far. */
    int answered() {
        return acknowledged.size();
    }

    /** How many commands are sent and not answered now. */
    int outstanding() {
        return outstanding.get();
    }

    /** How often a client was left without an answer. */
    int unknown() {
        return unknown.get();
    }

    /** Waits until so many more are answered; whoever never is, is a finding and not a run without end. */
    void awaitMore(int answers) {
        await(answered() + answers + " answers", answered() + answers, this::answered);
    }

    /** Waits until clients were left without an answer so many times more; returns how often they were. */
    int awaitUnknown(int times) {
        int before = unknown();
        await("clients without an answer", before + times, this::unknown);
        return unknown() - before;
    }

    private void await(String what, int wanted, IntSupplier count) {
        long longest = System.nanoTime() + LONGEST_WAITING.toNanos();
        while (count.getAsInt() < wanted) {
            if (System.nanoTime() > longest) {
                abandoned.set(true); // or nobody who asks again and again could be waited for
                throw new IllegalStateException(
                        "waited in vain for %s, there were %d, %d are outstanding; last trouble: %s"
                                .formatted(what, count.getAsInt(), outstanding(), troubles()));
            }
            pause();
        }
    }

    /** Why clients were last left without an answer. */
    private Set<String> troubles() {
        return doors.stream().map(Door::trouble).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Lets every client hear its last answer and go. */
    Workload finished() {
        close();
        return this;
    }

    /** Answers that the rules do not give. */
    List<String> wrongs() {
        return List.copyOf(wrongs);
    }

    /** By key, what was answered. */
    Map<String, Door.Answer> acknowledged() {
        return acknowledged;
    }

    /** What the budgets must hold. */
    Map<String, Map<String, Long>> expected() {
        Map<String, Map<String, Long>> all = new TreeMap<>();
        for (RuleBook one : rules) {
            one.budgets()
                    .forEach((budget, lines) ->
                            all.computeIfAbsent(budget, any -> new TreeMap<>()).putAll(lines));
        }
        return all;
    }

    @Override
    public void close() {
        stopping.set(true);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
