package org.mingzhang.ledger.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A real database behind a line on which things go wrong when a test says so. */
final class FaultyDataSource {
    /** What happens at the next commit. */
    enum Commit {
        GOES_WELL,
        IS_LOST_BEFORE,
        IS_LOST_AFTER
    }

    private final DataSource real;
    private final AtomicReference<Commit> nextCommit = new AtomicReference<>(Commit.GOES_WELL);
    private final AtomicInteger affected = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();
    private volatile Runnable meanwhile = () -> {};
    private volatile boolean away;
    private volatile CountDownLatch arrived = new CountDownLatch(0);
    private volatile CountDownLatch gate = new CountDownLatch(0);

    FaultyDataSource(DataSource real) {
        this.real = real;
    }

    void nextCommit(Commit commit) {
        nextCommits(1, commit);
    }

    /** @param meanwhile happens before this side hears that the commit is lost */
    void nextCommit(Commit commit, Runnable meanwhile) {
        this.meanwhile = meanwhile;
        nextCommit(commit);
    }

    void nextCommits(int commits, Commit commit) {
        affected.set(commits);
        nextCommit.set(commit);
    }

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    /** Whoever asks for a connection now stands at a closed gate. */
    void closeGate() {
        gate = new CountDownLatch(1);
        arrived = new CountDownLatch(1);
    }

    void awaitSomebodyAtTheGate() throws InterruptedException {
        arrived.await();
    }

    void openGate() {
        gate.countDown();
    }

    int connectionsAskedFor() {
        return asked.get();
    }

    /** How many faults were really injected. */
    int faults() {
        return faults.get();
    }

    DataSource line() {
        return proxy(DataSource.class, (method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                return call(real, method, arguments);
            }
            asked.incrementAndGet();
            arrived.countDown();
            gate.await();
            if (away) {
                faults.incrementAndGet();
                throw new SQLException("nobody answers", "08001");
            }
            return line(real.getConnection());
        });
    }

    /** A commit is one that is asked for, or the answer to a statement that is one by itself and appends. */
    private Connection line(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> switch (method.getName()) {
            case "commit" ->
                committed(connection, () -> {
                    connection.commit();
                    return null;
                });
            case "prepareStatement" ->
                connection.getAutoCommit() && arguments[0].toString().contains("insert into event_log")
                        ? line(connection, (PreparedStatement)
                                Objects.requireNonNull(call(connection, method, arguments)))
                        : call(connection, method, arguments);
            default -> call(connection, method, arguments);
        });
    }

    private PreparedStatement line(Connection connection, PreparedStatement statement) {
        return proxy(
                PreparedStatement.class,
                (method, arguments) -> method.getName().startsWith("execute")
                        ? committed(connection, () -> call(statement, method, arguments))
                        : call(statement, method, arguments));
    }

    private @Nullable Object committed(Connection connection, Committing committing) throws Throwable {
        Commit commit = affected.getAndDecrement() > 0 ? nextCommit.get() : Commit.GOES_WELL;
        Object answer = commit == Commit.IS_LOST_BEFORE ? null : committing.answer();
        if (commit != Commit.GOES_WELL) {
            faults.incrementAndGet();
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            meanwhile.run();
            throw new SQLException("the line broke", "08006");
        }
        return answer;
    }

    private static @Nullable Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> answer.to(method, args)));
    }

    private interface Committing {
        @Nullable
        Object answer() throws Throwable;
    }

    private interface Answer {
        @Nullable
        Object to(Method method, Object[] arguments) throws Throwable;
    }
}
