package org.mingzhang.application.bench.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.ledger.codec.KernelJson;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.query.rebuild.Rebuild;

/**
 * A rebuild beside a program that does no more than it must: reads the log in order, decodes what moved money, writes its
 * rows in batches into tables with the same columns and indexes, commits every 5,000 events.
 */
final class RebuildRace implements AutoCloseable {
    private static final int RANGE = 5_000;

    private final OpenDatabase database;
    private final EventLog log;
    private final RebuildRun run;
    private final ObjectMapper json = KernelJson.mapper();

    RebuildRace(OpenDatabase database, EventLog log) {
        this.database = database;
        this.log = log;
        this.run = new RebuildRun(
                database, log, Rebuild.ofFacts(database.dataSource(), log, Clock.systemUTC()), "fact_generation");
        // nobody follows this log; a rebuild goes as far as the live facts
        run.execute("update projection set position = " + log.head() + " where name = 'facts'");
    }

    /** Events per second. */
    double product() {
        return run.perSecond();
    }

    /** Events per second. */
    double floor() {
        for (String table : new String[] {"fact_posting", "fact_row"}) {
            run.execute("drop table if exists floor_" + table);
        }
        run.execute("create table floor_fact_posting as select * from fact_posting where 1 = 0");
        run.execute("create table floor_fact_row as select * from fact_row where 1 = 0");
        for (String column : new String[] {
            "posting alter generation",
            "posting alter position",
            "posting alter ordinal",
            "row alter generation",
            "row alter budget",
            "row alter kind",
            "row alter row_key",
            "row alter from_position"
        }) {
            run.execute("alter table floor_fact_" + column + " set not null");
        }
        run.execute("alter table floor_fact_posting add primary key (generation, position, ordinal)");
        run.execute("create index floor_posting_budget on floor_fact_posting (generation, budget, position)");
        run.execute("alter table floor_fact_row add primary key (generation, budget, kind, row_key, from_position)");
        run.execute("create index floor_row_open on floor_fact_row (generation, kind, to_position, budget, row_key)");
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
        try (PreparedStatement select = connection.prepareStatement(
                        "select position, stream, event_id, name, version, payload from event_log"
                                + " where position > ? and position <= ? order by position");
                PreparedStatement postings = connection.prepareStatement(
                        "insert into floor_fact_posting values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement rows =
                        connection.prepareStatement("insert into floor_fact_row values (1, ?, ?, ?, ?, ?, ?)")) {
            select.setLong(1, after);
            select.setLong(2, after + RANGE);
            try (ResultSet event = select.executeQuery()) {
                while (event.next()) {
                    EventName name = new EventName(event.getString(4), event.getInt(5));
                    if (name.name().equals("line-allocated")) {
                        LedgerEvent read = json.readValue(
                                event.getBytes(6), EventName.types().get(name));
                        allocated((LineEvent.LineAllocated) read, event, postings, rows);
                    }
                }
            }
            postings.executeBatch();
            rows.executeBatch();
        }
    }

    private void allocated(
            LineEvent.LineAllocated line, ResultSet event, PreparedStatement postings, PreparedStatement rows)
            throws SQLException, IOException {
        int ordinal = 0;
        for (Posting posting : line.postings()) {
            Classification.Expenditure of = (Classification.Expenditure) posting.classification();
            postings.setLong(1, event.getLong(1));
            postings.setInt(2, ordinal++);
            postings.setString(3, event.getString(2));
            postings.setString(4, posting.line().value());
            postings.setString(5, "expenditure");
            postings.setString(6, of.unit().value());
            postings.setString(7, of.fund().name());
            postings.setString(8, of.source().name());
            postings.setBoolean(9, of.appropriated());
            postings.setString(10, "");
            postings.setString(11, of.function().value());
            postings.setString(12, of.category().name());
            postings.setString(13, of.project().map(code -> code.value()).orElse(""));
            postings.setString(14, of.deptEconomic().value());
            postings.setString(15, of.govEconomic().value());
            postings.setString(16, posting.stage().name());
            postings.setLong(17, posting.delta().fen());
            postings.setDate(18, Date.valueOf(posting.effective()));
            postings.setObject(19, event.getObject(3, UUID.class));
            postings.setString(20, posting.basis());
            postings.addBatch();
        }
        rows.setString(1, event.getString(2));
        rows.setString(2, "line");
        rows.setString(3, line.line().value());
        rows.setLong(4, event.getLong(1));
        rows.setLong(5, Long.MAX_VALUE);
        rows.setString(6, json.writeValueAsString(line.content()));
        rows.addBatch();
    }

    @Override
    public void close() {
        run.execute("drop table if exists floor_fact_posting");
        run.execute("drop table if exists floor_fact_row");
    }
}
