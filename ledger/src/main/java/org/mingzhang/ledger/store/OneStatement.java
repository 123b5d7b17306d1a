package org.mingzhang.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.mingzhang.ledger.proof.Frontier;
import org.mingzhang.ledger.proof.Hash;

/**
 * A whole batch as one statement, for a writer that remembers where it left the head: nothing happens if somebody else
 * has moved it since.
 *
 * <p>Only PostgreSQL changes several tables in one statement. There each question costs more than its answer: this is
 * one instead of four, and with a connection that commits by itself instead of five.
 */
record OneStatement(Connection connection) {
    private static final String APPEND = """
            with moved as (
                update log_head set next_position = ?, recorded_at = ?, tree_size = ?, frontier = ?
                where id = 1 and next_position = ?
                returning recorded_at),
            events as (
                insert into event_log (position, event_id, stream, stream_version, name, version, recorded_at, actor,
                    command_id, payload, metadata, leaf)
                select cast(? as bigint) + e.place - 1, e.event_id, e.stream, e.stream_version, e.name, e.version,
                    moved.recorded_at, e.actor, e.command_id, e.payload, e.metadata, e.leaf
                from moved, unnest(cast(? as uuid[]), cast(? as varchar[]), cast(? as bigint[]), cast(? as varchar[]),
                    cast(? as integer[]), cast(? as varchar[]), cast(? as uuid[]), cast(? as bytea[]),
                    cast(? as bytea[]), cast(? as bytea[])) with ordinality
                    as e(event_id, stream, stream_version, name, version, actor, command_id, payload, metadata, leaf,
                        place)),
            receipts as (
                insert into receipt (actor, idempotency_key, body_hash, command_id, recorded_at, stream,
                    stream_version, last_position, events, refused)
                select r.actor, r.key, r.body_hash, r.command_id, moved.recorded_at, r.stream, r.stream_version,
                    r.last_position, r.events, r.refused
                from moved, unnest(cast(? as varchar[]), cast(? as varchar[]), cast(? as bytea[]), cast(? as uuid[]),
                    cast(? as varchar[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as integer[]),
                    cast(? as boolean[]))
                    as r(actor, key, body_hash, command_id, stream, stream_version, last_position, events, refused)),
            nodes as (
                insert into log_node (level, node_index, hash)
                select n.level, n.node_index, n.hash
                from moved, unnest(cast(? as smallint[]), cast(? as bigint[]), cast(? as bytea[]))
                    as n(level, node_index, hash))
            select count(*) from moved""";

    /** Class of the states of a connection that failed. */
    private static final String LINE_BROKE = "08";

    private static final int SECONDS = 5;

    /** Beyond this many rows batches of rows are as fast, and take less memory. */
    static final int MOST_ROWS = 1_000;

    static boolean understoodBy(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    /**
     * Whether the server itself said no, so that nothing of the statement is left; otherwise it may have been recorded
     * although its answer was lost.
     */
    static boolean refusedBy(Connection connection, SQLException answer) throws SQLException {
        String state = answer.getSQLState();
        return state != null && !state.startsWith(LINE_BROKE) && connection.isValid(SECONDS);
    }

    /**
     * What is to be recorded.
     *
     * @param head where the log is thought to stand
     * @param leaves of the rows, in their order
     * @param grown the tree with these leaves
     * @param nodes of the tree that became complete
     */
    record Contents(
            LogWrites.Head head,
            List<Row> rows,
            List<Hash> leaves,
            Frontier grown,
            List<Frontier.Kept> nodes,
            List<Admission.Admitted> admitted) {}

    /** False, and nothing is changed, if the head was not there any more. */
    boolean append(Contents what) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            Parameters next = new Parameters(connection, statement);
            head(next, what);
            events(next, what);
            receipts(next, what.admitted());
            nodes(next, what.nodes());
            try (ResultSet moved = statement.executeQuery()) {
                return moved.next() && moved.getInt(1) == 1;
            }
        }
    }

    private static void head(Parameters next, Contents what) throws SQLException {
        next.set(what.grown().size() + 1);
        next.set(what.head().recordedAt());
        next.set(what.grown().size());
        next.set(what.grown().bytes());
        next.set(what.head().nextPosition());
    }

    private static void events(Parameters next, Contents what) throws SQLException {
        List<Row> rows = what.rows();
        next.set(what.head().nextPosition());
        next.array("uuid", UUID[]::new, rows, Row::eventId);
        next.array("varchar", String[]::new, rows, Row::stream);
        next.array("int8", Long[]::new, rows, Row::streamVersion);
        next.array("varchar", String[]::new, rows, Row::name);
        next.array("int4", Integer[]::new, rows, Row::version);
        next.array("varchar", String[]::new, rows, Row::actor);
        next.array("uuid", UUID[]::new, rows, Row::commandId);
        next.array("bytea", byte[][]::new, rows, row -> row.payload().toArray());
        next.array("bytea", byte[][]::new, rows, row -> row.metadata().toArray());
        next.array("bytea", byte[][]::new, what.leaves(), Hash::toArray);
    }

    private static void receipts(Parameters next, List<Admission.Admitted> admitted) throws SQLException {
        next.array(
                "varchar", String[]::new, admitted, one -> one.request().claim().actor());
        next.array(
                "varchar", String[]::new, admitted, one -> one.request().claim().key());
        next.array(
                "bytea",
                byte[][]::new,
                admitted,
                one -> one.receipt().bodyHash().toArray());
        next.array("uuid", UUID[]::new, admitted, one -> one.receipt().commandId());
        next.array("varchar", String[]::new, admitted, one -> one.receipt().stream());
        next.array("int8", Long[]::new, admitted, one -> one.receipt().streamVersion());
        next.array("int8", Long[]::new, admitted, one -> one.receipt().lastPosition());
        next.array("int4", Integer[]::new, admitted, one -> one.receipt().events());
        next.array("bool", Boolean[]::new, admitted, one -> one.receipt().refused());
    }

    private static void nodes(Parameters next, List<Frontier.Kept> nodes) throws SQLException {
        next.array("int2", Short[]::new, nodes, node -> (short) node.level());
        next.array("int8", Long[]::new, nodes, Frontier.Kept::index);
        next.array("bytea", byte[][]::new, nodes, node -> node.hash().toArray());
    }

    /** Fills in one question mark after the other. */
    private static final class Parameters {
        private final Connection connection;
        private final PreparedStatement statement;
        private int index;

        Parameters(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        void set(long value) throws SQLException {
            statement.setLong(++index, value);
        }

        void set(Instant value) throws SQLException {
            statement.setObject(++index, value.atOffset(ZoneOffset.UTC));
        }

        void set(byte[] value) throws SQLException {
            statement.setBytes(++index, value);
        }

        /** With the type of its elements the driver sends an array as bytes, without it as a text to be read again. */
        <T, V> void array(String type, IntFunction<V[]> array, List<T> values, Function<T, V> column)
                throws SQLException {
            statement.setArray(
                    ++index,
                    connection.createArrayOf(type, values.stream().map(column).toArray(array)));
        }
    }
}
