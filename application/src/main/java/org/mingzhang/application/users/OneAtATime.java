package org.mingzhang.application.users;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes of accounts with their record, one after the other on this node.
 *
 * <p>Each holds a connection while the log's writer needs another one; many at once would leave none for it.
 */
@Component
class OneAtATime {
    private final ReentrantLock lock = new ReentrantLock();
    private final TransactionTemplate transactions;

    OneAtATime(PlatformTransactionManager transactions) {
        this.transactions = new TransactionTemplate(transactions);
    }

    void run(Runnable change) {
        get(() -> {
            change.run();
            return true;
        });
    }

    <T> T get(Supplier<T> change) {
        lock.lock();
        try {
            return java.util.Objects.requireNonNull(transactions.execute(status -> change.get()));
        } finally {
            lock.unlock();
        }
    }
}
