package org.mingzhang.application.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the role that the application works as may do with tables that belong to another: read, add and change, but of the
 * log only read, add, and move its head.
 */
record DatabaseRights(Connection owner) {
    /** What is recorded there is never changed. */
    private static final List<String> LOG = List.of("event_log", "receipt", "log_node");

    private static final String HEAD = "log_head";
    private static final String HISTORY = "flyway_schema_history";

    /** Whether another role than the one that works owns the tables. */
    boolean separate(String role) throws SQLException {
        return !role.equals(one("select current_user"));
    }

    /** Whether the role that asks could change what is recorded. */
    boolean ownsLog() throws SQLException {
        return tables().contains(LOG.getFirst());
    }

    /** Gives and takes until the role has just these; the same again changes nothing. */
    void give(String role) throws SQLException {
        String to = " to " + quoted(role);
        String from = " from " + quoted(role);
        String schema = quoted(one("select current_schema"));
        try (Statement statement = owner.createStatement()) {
            statement.execute("grant usage on schema " + schema + to);
            statement.execute("revoke all on all tables in schema " + schema + from);
            statement.execute("grant usage, select on all sequences in schema " + schema + to);
            for (String table : tables()) {
                statement.execute("grant " + rights(table) + " on " + quoted(table) + to);
            }
        }
    }

    private static String rights(String table) {
        if (LOG.contains(table)) {
            return "select, insert";
        }
        return switch (table) {
            case HEAD -> "select, update";
            case HISTORY -> "select";
            // the set of postings that is not read is emptied before it is made again
            default -> "select, insert, update, delete" + (table.startsWith("trail_") ? ", truncate" : "");
        };
    }

    private Set<String> tables() throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Statement statement = owner.createStatement();
                ResultSet names = statement.executeQuery(
                        "select tablename from pg_tables where schemaname = current_schema and tableowner = current_user")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }

    private String one(String question) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
