package org.mingzhang.application.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * What this product does not do: numbers from a sequence, and a reader who asks for numbers above the last one it saw.
 * Transactions that commit in another order than they took their numbers in are skipped for ever.
 */
final class NaiveReader implements AutoCloseable {
    private static final int WRITERS = 6;

    private final DataSource database;
    private final Set<Long> seen = ConcurrentHashMap.newKeySet();
    private final List<Thread> writers = new ArrayList<>();
    private final Thread reader;
    private volatile boolean stopping;
    private volatile long last;

    NaiveReader(DataSource database, long seed) throws SQLException {
        this.database = database;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table naive (id bigint generated always as identity primary key, who integer)");
        }
        for (int writer = 0; writer < WRITERS; writer++) {
            Random random = new Random(seed + writer);
            int who = writer;
            writers.add(Thread.ofPlatform().name("naive-writer").start(() -> write(who, random)));
        }
        this.reader = Thread.ofPlatform().name("naive-reader").start(this::read);
    }

    private void write(int who, Random random) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into naive (who) values (?)")) {
            connection.setAutoCommit(false);
            while (!stopping) {
                insert.setInt(1, who);
                insert.executeUpdate();
                Thread.sleep(random.nextInt(30));
                if (random.nextInt(10) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select id from naive where id > ? order by id")) {
            while (!stopping) {
                select.setLong(1, last);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        seen.add(row.getLong(1));
                        last = row.getLong(1);
                    }
                }
                Thread.sleep(2);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until something was skipped. */
    void awaitSkip(Duration longest) throws SQLException, InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (skippedSoFar() == 0 && System.nanoTime() < end) {
            Thread.sleep(50);
        }
    }

    /** How many committed rows the reader never saw, when all is over. */
    int skipped() throws SQLException {
        close();
        return skippedSoFar();
    }

    private int skippedSoFar() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement("select count(*) from naive where id <= ?")) {
            long upTo = last;
            count.setLong(1, upTo);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1) - seenUpTo(upTo);
            }
        }
    }

    private int seenUpTo(long upTo) {
        return (int) seen.stream().filter(id -> id <= upTo).count();
    }

    @Override
    public void close() {
        stopping = true;
        try {
            reader.join();
            for (Thread writer : writers) {
                writer.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
