package org.mingzhang.query.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Code;
import org.mingzhang.ledger.codec.KernelJson;
import org.mingzhang.ledger.store.RecordedEvent;

/** Writes the facts of a run of events into one generation, in bulk, on a connection that the caller commits. */
public final class FactWriter {
    /** A row that still holds. */
    static final long OPEN = Long.MAX_VALUE;

    private static final String INSERT_POSTING = """
        insert into fact_posting (generation, position, ordinal, budget, line_key, side, unit, fund, source,
            appropriated, revenue, function_code, category, project, dept_economic, gov_economic, stage, delta_fen,
            effective, event_id, basis) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;
    static final String CLOSE_ROW = """
        update fact_row set to_position = ? where generation = ? and budget = ? and kind = ? and row_key = ?
            and to_position = ?\
        """;
    static final String INSERT_ROW = """
        insert into fact_row (generation, budget, kind, row_key, from_position, to_position, body)
            values (?, ?, ?, ?, ?, ?, ?)\
        """;

    private final ObjectMapper json = KernelJson.mapper();

    public void write(Connection connection, int generation, List<RecordedEvent> events) throws SQLException {
        readByIndexOnly(connection);
        Batch batch = new Batch(generation);
        SumsWriter sums = new SumsWriter(generation);
        try (PreparedStatement postings = connection.prepareStatement(INSERT_POSTING)) {
            for (RecordedEvent event : events) {
                for (FactChange change : FactFold.changes(event.envelope())) {
                    switch (change) {
                        case FactChange.Post post -> add(postings, generation, event, post);
                        case FactChange.Put put -> {
                            batch.put(event, put, write(put.body()));
                            sums.note(event, put.body());
                        }
                        case FactChange.Close close -> batch.close(event, close);
                    }
                }
            }
            postings.executeBatch();
        }
        batch.execute(connection);
        sums.write(connection);
    }

    /**
     * PostgreSQL keeps the plan of a statement with the connection. One that was made while the table was empty reads
     * all of it, and goes on doing so when it has grown; there is an index for all that is asked here.
     */
    private static void readByIndexOnly(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local enable_seqscan = off");
            }
        }
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact cannot be written: " + body, e);
        }
    }

    private static void add(PreparedStatement insert, int generation, RecordedEvent event, FactChange.Post post)
            throws SQLException {
        Posting posting = post.posting();
        Classification c = posting.classification();
        insert.setInt(1, generation);
        insert.setLong(2, event.position());
        insert.setInt(3, post.ordinal());
        insert.setString(4, event.stream());
        insert.setString(5, posting.line().value());
        insert.setString(7, c.unit().value());
        insert.setString(8, c.fund().name());
        insert.setString(9, c.source().name());
        switch (c) {
            case Classification.Expenditure e -> {
                insert.setString(6, "expenditure");
                insert.setBoolean(10, e.appropriated());
                insert.setString(11, "");
                insert.setString(12, e.function().value());
                insert.setString(13, e.category().name());
                insert.setString(14, e.project().map(Code::value).orElse(""));
                insert.setString(15, e.deptEconomic().value());
                insert.setString(16, e.govEconomic().value());
            }
            case Classification.Revenue r -> {
                insert.setString(6, "revenue");
                insert.setBoolean(10, r.appropriated());
                insert.setString(11, r.revenue().name());
                for (int column = 12; column <= 16; column++) {
                    insert.setString(column, "");
                }
            }
        }
        insert.setString(17, posting.stage().name());
        insert.setLong(18, posting.delta().fen());
        insert.setDate(19, Date.valueOf(posting.effective()));
        insert.setObject(20, event.eventId());
        insert.setString(21, posting.basis());
        insert.addBatch();
    }

    /** Rows of one run: closings of what the database holds come first, then what this run itself opened. */
    private static final class Batch {
        private final int generation;
        private final Map<Key, Long> closings = new HashMap<>();
        private final Map<Key, Opened> latest = new HashMap<>();
        private final List<Opened> opened = new ArrayList<>();

        Batch(int generation) {
            this.generation = generation;
        }

        void put(RecordedEvent event, FactChange.Put put, String body) {
            Key key = new Key(event.stream(), put.kind(), put.key());
            end(key, event.position());
            Opened row = new Opened(key, event.position(), body);
            latest.put(key, row);
            opened.add(row);
        }

        void close(RecordedEvent event, FactChange.Close close) {
            Key key = new Key(event.stream(), close.kind(), close.key());
            end(key, event.position());
        }

        private void end(Key key, long position) {
            Opened row = latest.remove(key);
            if (row != null) {
                row.to = position;
            } else {
                closings.putIfAbsent(key, position);
            }
        }

        void execute(Connection connection) throws SQLException {
            try (PreparedStatement close = connection.prepareStatement(CLOSE_ROW)) {
                for (Map.Entry<Key, Long> closing : closings.entrySet()) {
                    close.setLong(1, closing.getValue());
                    close.setInt(2, generation);
                    close.setString(3, closing.getKey().budget);
                    close.setString(4, closing.getKey().kind.stored());
                    close.setString(5, closing.getKey().key);
                    close.setLong(6, OPEN);
                    close.addBatch();
                }
                close.executeBatch();
            }
            try (PreparedStatement insert = connection.prepareStatement(INSERT_ROW)) {
                for (Opened row : opened) {
                    insert.setInt(1, generation);
                    insert.setString(2, row.key.budget);
                    insert.setString(3, row.key.kind.stored());
                    insert.setString(4, row.key.key);
                    insert.setLong(5, row.from);
                    insert.setLong(6, row.to);
                    insert.setString(7, row.body);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    private record Key(String budget, FactKind kind, String key) {}

    private static final class Opened {
        private final Key key;
        private final long from;
        private final String body;
        private long to = OPEN;

        Opened(Key key, long from, String body) {
            this.key = key;
            this.from = from;
            this.body = body;
        }
    }
}
