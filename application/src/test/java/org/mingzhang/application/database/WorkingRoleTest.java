package org.mingzhang.application.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.ledger.testing.TestDatabase;

/** A PostgreSQL whose tables belong to another role than the one that the application works as. */
class WorkingRoleTest {
    private static final String ROLE =
            "mingzhang_works_" + ProcessHandle.current().pid();

    @TempDir
    Path data;

    private final String url = TestDatabase.POSTGRESQL.empty();

    @BeforeEach
    void role() throws SQLException {
        asOwner("create role " + ROLE + " login password 'works'");
    }

    @AfterEach
    void noRole() throws SQLException {
        asOwner("drop owned by " + ROLE + "; drop role " + ROLE);
    }

    @Test
    void a_whole_year_is_kept_by_a_role_that_can_change_nothing_of_the_log() throws SQLException {
        long events;
        try (RunningApplication application = start("postgres", "postgres", true)) {
            assertThat(application.address()).startsWith("http");
            events = count("event_log");
            assertThat(events)
                    .as("the sample from its opening to its adjustments")
                    .isGreaterThan(150);
        }
        for (String change : changes()) {
            assertThatThrownBy(() -> asRole(change))
                    .as(change)
                    .hasMessageMatching("(?s).*(permission denied|must be owner|must be able to SET ROLE).*");
        }
        assertThat(count("event_log")).isGreaterThanOrEqualTo(events);
    }

    @Test
    void a_later_start_needs_no_owner() throws SQLException {
        try (RunningApplication first = start("postgres", "postgres", false)) {
            assertThat(first.address()).startsWith("http");
        }
        try (RunningApplication second = start(ROLE, "works", false)) {
            assertThat(second.address()).startsWith("http");
        }
    }

    private static List<String> changes() {
        List<String> changes = new ArrayList<>(List.of(
                "update event_log set actor = 'x' where position = 1",
                "update receipt set refused = true",
                "update log_node set hash = ''",
                "delete from log_head",
                "insert into log_head values (2, 1, now())",
                "create trigger other before insert on event_log execute function refuse_change()",
                "drop function refuse_change cascade",
                "set role postgres",
                "delete from flyway_schema_history",
                "create table of_my_own (a int)"));
        for (String table : List.of("event_log", "receipt", "log_node")) {
            changes.add("delete from " + table);
            changes.add("truncate " + table);
            changes.add("alter table " + table + " disable trigger all");
            changes.add("drop trigger " + table + "_append_only on " + table);
            changes.add("drop table " + table);
        }
        return changes;
    }

    private RunningApplication start(String owner, String password, boolean sample) {
        return RunningApplication.start(
                data,
                sample,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + ROLE,
                "--spring.datasource.password=works",
                "--spring.flyway.user=" + owner,
                "--spring.flyway.password=" + password);
    }

    private long count(String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, ROLE, "works");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void asOwner(String sql) throws SQLException {
        execute("postgres", "postgres", sql);
    }

    private void asRole(String sql) throws SQLException {
        execute(ROLE, "works", sql);
    }

    private void execute(String user, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
