package org.mingzhang.application.bench.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.ledger.codec.KernelJson;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.query.projection.LiveGeneration;
import org.mingzhang.query.rebuild.Rebuild;
import org.mingzhang.query.trail.TrailProjection;
import org.mingzhang.query.trail.TrailWriter;

/**
 * The audit trail made again, beside a program that knows its rows beforehand: reads and decodes the log in order and writes
 * them in batches into tables with the same columns and indexes, with a commit every 1,000 events.
 */
final class TrailRace implements AutoCloseable {
    private static final int RANGE = 1_000;
    private static final double NANOS = 1e9;

    private final OpenDatabase database;
    private final EventLog log;
    private final RebuildRun run;
    private final ObjectMapper json = KernelJson.mapper();
    private final Map<Long, List<Long>> terms;
    private final Map<Long, List<Long>> amounts;

    TrailRace(OpenDatabase database, EventLog log) {
        this.database = database;
        this.log = log;
        this.run = new RebuildRun(
                database,
                log,
                new Rebuild(database.dataSource(), log, Clock.systemUTC(), new TrailProjection()),
                "trail_generation");
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            TrailWriter writer = new TrailWriter();
            for (long position = 0; position < log.head(); position += RANGE) {
                writer.write(connection, 1, log.read(position, RANGE));
                connection.commit();
            }
            new LiveGeneration("trail", 1, log.head()).write(connection);
            connection.commit();
            terms = rows(connection, "select position, term from trail_term");
            amounts = rows(connection, "select position, fen from trail_amount");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<Long, List<Long>> rows(Connection connection, String sql) throws SQLException {
        Map<Long, List<Long>> rows = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(10_000);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.computeIfAbsent(row.getLong(1), at -> new ArrayList<>())
                            .add(row.getLong(2));
                }
            }
        }
        return rows;
    }

    /** Events per second. */
    double product() {
        return run.perSecond();
    }

    /** Made again and found equal; the number of the generation. */
    int ready() {
        return run.ready();
    }

    /** Rows per second that are compared with those that are read now. */
    double compared(int generation) {
        return run.comparedPerSecond(generation);
    }

    /** Rows per second if both sets of them are only read in their order, one after the other. */
    double bothRead() {
        long began = System.nanoTime();
        long rows = 0;
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (String set : List.of("", "_even")) {
                rows += read(connection, "select position, fen from trail_amount" + set + " order by position, fen");
                rows += read(connection, "select term, position from trail_term" + set + " order by term, position");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows / 2.0 * NANOS / (System.nanoTime() - began);
    }

    private static long read(Connection connection, String sql) throws SQLException {
        long rows = 0;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(10_000);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows += row.getLong(1) == Long.MIN_VALUE && row.getLong(2) == 0 ? 0 : 1;
                }
            }
        }
        return rows;
    }

    /** Events per second. */
    double floor() {
        drop();
        run.execute(
                "create table floor_term (term bigint not null, position bigint not null, primary key (term, position))");
        run.execute(
                "create table floor_amount (position bigint not null, fen bigint not null, primary key (position, fen))");
        run.execute("create index floor_amount_fen on floor_amount (fen, position)");
        long began = System.nanoTime();
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (long position = 0; position < log.head(); position += RANGE) {
                range(connection, position);
                connection.commit();
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return run.rateSince(began);
    }

    private void range(Connection connection, long after) throws SQLException, IOException {
        try (PreparedStatement select = connection.prepareStatement("select position, name, version, payload, metadata"
                        + " from event_log where position > ? and position <= ? order by position");
                PreparedStatement term = connection.prepareStatement("insert into floor_term values (?, ?)");
                PreparedStatement amount = connection.prepareStatement("insert into floor_amount values (?, ?)")) {
            select.setLong(1, after);
            select.setLong(2, after + RANGE);
            try (ResultSet event = select.executeQuery()) {
                while (event.next()) {
                    EventName name = new EventName(event.getString(2), event.getInt(3));
                    Objects.requireNonNull(
                            json.readValue(event.getBytes(4), EventName.types().get(name)));
                    json.readTree(event.getBytes(5));
                    long position = event.getLong(1);
                    for (long one : terms.getOrDefault(position, List.of())) {
                        add(term, one, position);
                    }
                    for (long fen : amounts.getOrDefault(position, List.of())) {
                        add(amount, position, fen);
                    }
                }
            }
            term.executeBatch();
            amount.executeBatch();
        }
    }

    private static void add(PreparedStatement insert, long first, long second) throws SQLException {
        insert.setLong(1, first);
        insert.setLong(2, second);
        insert.addBatch();
    }

    private void drop() {
        run.execute("drop table if exists floor_term");
        run.execute("drop table if exists floor_amount");
    }

    @Override
    public void close() {
        drop();
    }
}
