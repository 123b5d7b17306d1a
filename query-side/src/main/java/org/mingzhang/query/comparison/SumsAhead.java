package org.mingzhang.query.comparison;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.follow.Follower;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.ReadableBudgets;
import org.mingzhang.query.facts.ReadableBudgets.Reader;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Adds up, once the server runs, what the public may read of every budget: whoever compares all of them first would otherwise
 * wait for as long as the database takes to read every posting. It takes at most half of the time of one thread.
 */
@Component
final class SumsAhead implements SmartLifecycle {
    /** Nothing is left to do; what changes later is little, and is read when somebody asks. */
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private final ClassifiedSums sums;
    private final ReadableBudgets readable;
    private final Follower follower = new Follower("sums-ahead", this::look);
    private final Map<BudgetId, Moment> released = new TreeMap<>();
    private volatile boolean running;

    SumsAhead(ClassifiedSums sums, ReadableBudgets readable) {
        this.sums = sums;
        this.readable = readable;
    }

    @Override
    public void start() {
        running = true;
        follower.start();
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

    private Duration look() {
        long began = System.nanoTime();
        if (released.isEmpty()) {
            readable.list(Reader.PUBLIC)
                    .forEach(listed -> released.put(listed.header().id(), Moment.at(listed.position())));
        }
        return sums.ahead(released) ? Duration.ofNanos(System.nanoTime() - began) : FOR_GOOD;
    }
}
