package org.mingzhang.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mingzhang.ledger.store.Histories.STREAM;
import static org.mingzhang.ledger.store.Histories.append;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** A real installation migrates as one user and runs as another, who can add to the log and nothing else. */
class LogRightsTest {
    private static final String ROLE =
            "mingzhang_app_" + ProcessHandle.current().pid();
    private static final List<String> ENOUGH = List.of(
            "create role " + ROLE + " login password 'app'",
            "grant usage on schema public to " + ROLE,
            "grant select, insert on event_log, receipt, log_node to " + ROLE,
            "grant select, update on log_head to " + ROLE);

    @Test
    void the_log_needs_no_right_but_to_read_to_add_and_to_move_its_head() throws SQLException {
        try (OpenDatabase open = TestDatabase.POSTGRESQL.open()) {
            execute(open.pool(), ENOUGH);
            try (HikariDataSource app = as(open);
                    JdbcEventLog log = new JdbcEventLog(app, new EventCodec())) {
                assertThat(log.append(append(STREAM, -1, "a", 300))).isInstanceOf(Appended.Recorded.class);
                assertThat(log.append(append(STREAM, -1, "b", 1))).isInstanceOf(Appended.Conflict.class);
                assertThat(log.readStream(STREAM, 0)).hasSize(300);
                assertThat(log.receipt("wang.min", "a")).isPresent();
                for (String change : List.of(
                        "update event_log set actor = 'x'",
                        "delete from event_log",
                        "truncate event_log",
                        "delete from receipt",
                        "update log_node set hash = ''",
                        "delete from log_head",
                        "alter table event_log disable trigger all",
                        "drop trigger event_log_append_only on event_log",
                        "drop table event_log")) {
                    assertThatThrownBy(() -> execute(app, List.of(change)))
                            .as(change)
                            .hasMessageMatching("(?s).*(permission denied|must be owner).*");
                }
            } finally {
                execute(open.pool(), List.of("drop owned by " + ROLE, "drop role " + ROLE));
            }
        }
    }

    private static HikariDataSource as(OpenDatabase open) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(open.url());
        config.setUsername(ROLE);
        config.setPassword("app");
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    private static void execute(HikariDataSource dataSource, List<String> statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }
}
