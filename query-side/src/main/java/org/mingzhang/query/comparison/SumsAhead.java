package org.mingzhang.query.comparison;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.ledger.follow.Follower;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.ReadableBudgets;
import org.mingzhang.query.facts.ReadableBudgets.Reader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads, while the server starts, what the public may read of every budget, and asks once itself what everybody asks: whoever
 * compares all of them first would otherwise wait for as long as the database takes to read it. It begins as soon as there is
 * a database, and nobody is answered before it is done or {@link #LONGEST} is over. Where much has to be read, because facts of
 * an earlier release have no stored sums yet, it goes on at most half of the time of one thread.
 */
@Component
final class SumsAhead implements InitializingBean, DisposableBean, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SumsAhead.class);

    /** Of a thousand departments and ten years it takes two seconds, of a few none that anybody would notice. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** What is done faster need not be rested from. */
    private static final Duration SHORT = Duration.ofMillis(200);

    /** Nothing is left to do; what changes later is little, and is read when somebody asks. */
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    /** Code that ran once is not fast yet. */
    private static final int TIMES = 3;

    /** As many years as somebody looks at together. */
    private static final int YEARS = 10;

    private final ClassifiedSums sums;
    private final ReadableBudgets readable;
    private final ComparisonReader comparisons;
    private final Follower follower = new Follower("sums-ahead", this::look);
    private final Map<BudgetId, Moment> released = new TreeMap<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean running;

    SumsAhead(ClassifiedSums sums, ReadableBudgets readable, ComparisonReader comparisons) {
        this.sums = sums;
        this.readable = readable;
        this.comparisons = comparisons;
    }

    @Override
    public void afterPropertiesSet() {
        follower.start();
    }

    /** Before the server takes requests. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        running = true;
        try {
            if (!done.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("what budgets add up to is still being read; the first comparison may take longer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        follower.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Also where something else failed before anything was started. */
    @Override
    public void destroy() {
        follower.close();
    }

    private Duration look() {
        long began = System.nanoTime();
        if (released.isEmpty()) {
            readable.list(Reader.PUBLIC)
                    .forEach(listed -> released.put(listed.header().id(), Moment.at(listed.position())));
        }
        if (sums.ahead(released)) {
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            return took.compareTo(SHORT) < 0 ? Duration.ZERO : took;
        }
        for (int time = 0; time < TIMES; time++) {
            ask();
        }
        done.countDown();
        released.clear();
        return FOR_GOOD;
    }

    /** About the division with the most budgets, as somebody does who is not signed in. */
    private void ask() {
        Map<DivisionCode, Set<FiscalYear>> years = new HashMap<>();
        Map<DivisionCode, Integer> budgets = new HashMap<>();
        released.keySet().forEach(budget -> {
            years.computeIfAbsent(budget.division(), division -> new TreeSet<>(Collections.reverseOrder()))
                    .add(budget.year());
            budgets.merge(budget.division(), 1, Integer::sum);
        });
        budgets.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .ifPresent(division -> {
                    String asked = years.getOrDefault(division, Set.of()).stream()
                            .limit(YEARS)
                            .sorted()
                            .map(FiscalYear::toString)
                            .collect(Collectors.joining(","));
                    comparisons.answer(ComparisonQuestion.read(division.value(), Map.of("years", asked)));
                });
    }
}
