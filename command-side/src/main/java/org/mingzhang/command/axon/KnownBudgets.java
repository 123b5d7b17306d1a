package org.mingzhang.command.axon;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.caching.Cache;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommands.Known;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;

/**
 * Budgets as the log has them: what was known before is carried on with what has been recorded since.
 *
 * <p>A stream is read from its beginning by one at a time. On a node that has just started, everybody who waits for a
 * long one would otherwise read it, and all of them would be too slow.
 */
final class KnownBudgets {
    private static final Known NOTHING = new Known(-1, Budget.none());

    private final EventLog log;
    private final Cache seen;
    private final Map<BudgetId, CompletableFuture<Known>> firstReadings = new ConcurrentHashMap<>();

    /** @param seen keeps what was last seen of budgets */
    KnownBudgets(EventLog log, Cache seen) {
        this.log = log;
        this.seen = seen;
    }

    Known current(BudgetId budget) {
        Known before = seen.get(budget);
        return carriedOn(budget, before == null ? firstReading(budget) : before);
    }

    private Known carriedOn(BudgetId budget, Known before) {
        Known known = before;
        for (RecordedEvent event : log.readStream(budget.toString(), before.version() + 1)) {
            known = new Known(event.streamVersion(), known.budget().evolve(event.of(BudgetEvent.class)));
        }
        if (known.version() >= 0) {
            seen.put(budget, known);
        }
        return known;
    }

    /** By whoever came first; what was recorded after that one had looked is still to be read. */
    private Known firstReading(BudgetId budget) {
        CompletableFuture<Known> own = new CompletableFuture<>();
        CompletableFuture<Known> other = firstReadings.putIfAbsent(budget, own);
        if (other != null) {
            return awaited(other);
        }
        try {
            Known known = carriedOn(budget, NOTHING);
            own.complete(known);
            return known;
        } catch (RuntimeException | Error e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            firstReadings.remove(budget);
        }
    }

    private static Known awaited(CompletableFuture<Known> reading) {
        try {
            return reading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
