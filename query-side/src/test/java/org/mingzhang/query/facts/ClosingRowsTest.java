package org.mingzhang.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** What the databases themselves say about the rows they look at. */
class ClosingRowsTest {
    /** H2 counts the rows it scanned, PostgreSQL those it looked at in vain. */
    private static final Pattern SEEN = Pattern.compile("(?:scanCount|Rows Removed by Filter): (\\d+)");

    /** The plan is made while there are no rows, as it is when the first budget is being entered. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void closing_a_row_does_not_look_at_the_other_open_rows_of_its_kind(TestDatabase database) throws SQLException {
        try (OpenDatabase open = database.open();
                Connection connection = open.dataSource().getConnection();
                PreparedStatement closing = connection.prepareStatement("explain analyze " + FactWriter.CLOSE_ROW)) {
            assertThat(close(closing, "L777")).contains("fact_row");
            open(connection, 2_000);
            String plan = close(closing, "L777");
            assertThat(seen(plan)).as(plan).isLessThan(10);
            assertThat(closed(connection)).isEqualTo(1);
        }
    }

    /**
     * A server keeps the plan of a statement with the connection: made for a table that was emptied and vacuumed, as it
     * is after a generation was removed, it reads the whole table, and still does when that has grown again.
     */
    @Test
    void a_plan_that_was_made_for_an_emptied_table_does_not_read_all_of_a_full_one() throws SQLException {
        List<RecordedEvent> history = RandomHistory.of(20_261_124, 1_500);
        try (OpenDatabase open = TestDatabase.POSTGRESQL.open();
                Connection connection = open.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze fact_row");
            connection.setAutoCommit(false);
            FactWriter writer = new FactWriter();
            for (int from = 0; from < history.size(); from += 50) {
                writer.write(connection, 2, history.subList(from, from + 50));
                if (from + 50 < history.size()) {
                    connection.commit();
                }
            }
            try (ResultSet read = statement.executeQuery(
                    "select seq_tup_read from pg_stat_xact_user_tables where relname = 'fact_row'")) {
                assertThat(read.next()).isTrue();
                assertThat(read.getLong(1)).isZero();
            }
        }
    }

    private static String close(PreparedStatement closing, String key) throws SQLException {
        closing.setLong(1, 3_000);
        closing.setInt(2, 1);
        closing.setString(3, "411200-103-2025");
        closing.setString(4, FactKind.LINE.stored());
        closing.setString(5, key);
        closing.setLong(6, FactWriter.OPEN);
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = closing.executeQuery()) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private static void open(Connection connection, int rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(FactWriter.INSERT_ROW)) {
            for (int i = 1; i <= rows; i++) {
                insert.setInt(1, 1);
                insert.setString(2, "411200-103-2025");
                insert.setString(3, FactKind.LINE.stored());
                insert.setString(4, "L" + i);
                insert.setLong(5, i);
                insert.setLong(6, FactWriter.OPEN);
                insert.setString(7, "{}");
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static long seen(String plan) {
        return SEEN.matcher(plan)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    private static int closed(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select count(*) from fact_row where to_position = 3000");
                ResultSet result = select.executeQuery()) {
            result.next();
            return result.getInt(1);
        }
    }
}
