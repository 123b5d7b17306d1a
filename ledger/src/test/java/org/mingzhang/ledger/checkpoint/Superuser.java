package org.mingzhang.ledger.checkpoint;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.Histories;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** Somebody with every right on the database; the triggers go first. */
record Superuser(OpenDatabase open) {
    void does(String... statements) throws SQLException {
        for (String table : List.of("event_log", "log_node", "receipt")) {
            execute(
                    open.kind() == TestDatabase.H2
                            ? "drop trigger if exists " + table + "_append_only"
                            : "alter table " + table + " disable trigger all");
        }
        for (String statement : statements) {
            execute(statement);
        }
    }

    /** Another past of that many events, with every hash of it right. */
    void rewrites(String stream, int events) throws SQLException {
        does(
                "delete from event_log",
                "delete from log_node",
                "delete from receipt",
                "update log_head set next_position = 1, tree_size = 0, frontier = null");
        try (JdbcEventLog anew = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            anew.append(Histories.append(stream, -1, "anew", events, "another past"));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = open.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
