package org.mingzhang.application.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the read tables again when somebody has dropped them: what they hold is folded from the log, and the log alone
 * has to be kept.
 */
final class DisposableReadTables {
    private static final Logger LOG = LoggerFactory.getLogger(DisposableReadTables.class);
    private static final String HISTORY = "flyway_schema_history";
    /** By the migration that makes them. */
    private static final Map<String, Set<String>> READ_TABLES = Map.of(
            "2.001", Set.of("projection", "fact_posting", "fact_row"),
            "2.003", Set.of("fact_generation", "fact_comparison"),
            "2.004", Set.of("trail_term", "trail_amount", "trail_stream"),
            "2.006", Set.of("fact_sum"),
            "2.008",
                    Set.of(
                            "trail_term_even",
                            "trail_amount_even",
                            "trail_stream_even",
                            "trail_generation",
                            "trail_comparison"));

    private DisposableReadTables() {}

    /** Lets the migrations make them once more. Some of them are worth as little as none: those that are left go too. */
    static void forgetWhatWasDropped(Connection connection) throws SQLException {
        Set<String> tables = tables(connection);
        if (!tables.contains(HISTORY) || tables.containsAll(made(connection))) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            // The migrations of the reading side are numbered 2.
            statement.executeUpdate("delete from " + HISTORY + " where \"version\" like '2.%'");
            LOG.info("the read tables were dropped; they are made again from the log");
            for (Set<String> together : READ_TABLES.values()) {
                for (String left : together) {
                    statement.execute("drop table if exists " + left);
                }
            }
        }
    }

    /** The read tables that the migrations which were run have made. */
    private static Set<String> made(Connection connection) throws SQLException {
        Set<String> made = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet versions = statement.executeQuery("select \"version\" from " + HISTORY)) {
            while (versions.next()) {
                made.addAll(READ_TABLES.getOrDefault(Objects.requireNonNullElse(versions.getString(1), ""), Set.of()));
            }
        }
        return made;
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> names = new HashSet<>();
        DatabaseMetaData metaData = connection.getMetaData();
        try (ResultSet tables = metaData.getTables(
                connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
