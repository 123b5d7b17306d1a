package org.mingzhang.query.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database in which every history gets a generation of its own, so that it need not be emptied in between. */
public final class FactGenerations implements AutoCloseable {
    private final OpenDatabase open;
    private final FactWriter writer = new FactWriter();
    private int generation = 1;

    public FactGenerations(TestDatabase database) {
        this.open = database.open();
    }

    public FactReader reader() {
        return new FactReader(JdbcClient.create(open.dataSource()));
    }

    EveryBudget everyBudget() {
        return new EveryBudget(JdbcClient.create(open.dataSource()), reader());
    }

    public PostingTrail postings() {
        return new PostingTrail(JdbcClient.create(open.dataSource()));
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(open.dataSource());
    }

    ProjectTrail trail() {
        return new ProjectTrail(JdbcClient.create(open.dataSource()));
    }

    /** From here on everything is written into and read from an empty generation; returns its number. */
    public int next() {
        generation++;
        move(0);
        return generation;
    }

    /** Writes events in runs of random length, each in a transaction of its own. */
    public void write(List<RecordedEvent> events, Random cuts) {
        int from = 0;
        while (from < events.size()) {
            int to = Math.min(events.size(), from + 1 + cuts.nextInt(20));
            write(events.subList(from, to));
            from = to;
        }
    }

    /** Writes events in one run. */
    void write(List<RecordedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        try (Connection connection = open.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            writer.write(connection, generation, events);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        move(events.getLast().position());
    }

    /** The generation that is read. */
    public int number() {
        return generation;
    }

    /** Writes sums in a transaction of their own. */
    public void write(SumsWriter sums) {
        try (Connection connection = open.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            sums.write(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every stored row of a generation, without its number. */
    List<Map<String, Object>> rows(int of) {
        return StoredRows.of(open.dataSource(), of);
    }

    @Override
    public void close() {
        open.close();
    }

    private void move(long position) {
        try (Connection connection = open.dataSource().getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update projection set generation = ?, position = ? where name = 'facts'")) {
            update.setInt(1, generation);
            update.setLong(2, position);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
