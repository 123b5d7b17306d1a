package org.mingzhang.application.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** Which failures mean that the database is away, and which are somebody's mistake. */
class DatabaseAwayTest {
    @ParameterizedTest
    @CsvSource({"08006, true", "53100, true", "57P01, true", "58030, true", "23505, false", "42601, false"})
    void the_state_of_the_driver_tells(String state, boolean away) {
        assertThat(DatabaseAway.isAway(new IllegalStateException(new SQLException("words", state))))
                .isEqualTo(away);
    }

    @Test
    void a_connection_that_the_pool_has_closed_is_away() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TestDatabase.H2.empty());
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Connection connection = pool.getConnection();
            connection.close();
            SQLException closed = failure(connection);
            assertThat(closed.getSQLState()).isNull();
            assertThat(DatabaseAway.isAway(closed)).isTrue();
        }
    }

    @Test
    void a_mistake_in_a_question_is_not() throws SQLException {
        try (OpenDatabase open = TestDatabase.H2.open();
                Connection connection = open.dataSource().getConnection()) {
            assertThat(DatabaseAway.isAway(failure(connection))).isFalse();
        }
    }

    private static SQLException failure(Connection connection) {
        try {
            connection.prepareStatement("select nothing from nowhere").close();
            throw new AssertionError("nothing failed");
        } catch (SQLException e) {
            return e;
        }
    }
}
